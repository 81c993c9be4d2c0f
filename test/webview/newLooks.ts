import type { Page } from 'playwright-core';

/** An element as far as its colours depend on it: its name, classes and attributes, and what it stands in. */
type Look = { /** Its place in the page, of which -1 is none. */ parent: number; name: string };

/** The looks that the pages of this process had so far, each with its number. */
const seen = new Map<string, number>();

/**
 * The elements of the page (their places in it) that look like none of a page before, and so have to be looked at in every
 * theme: to look at the same ones again in each of more than a hundred views took most of the time.
 */
export async function newLooks(page: Page): Promise<number[]> {
  const numbers: number[] = [];
  const found: number[] = [];
  for (const [place, { parent, name }] of (await page.evaluate(looks)).entries()) {
    const key = `${numbers[parent] ?? ''} ${name}`;
    if (!seen.has(key)) {
      seen.set(key, seen.size);
      found.push(place);
    }
    numbers.push(seen.get(key) ?? 0);
  }
  return found;
}

/** Runs in the page: the looks of all its elements in the order of the page. */
function looks(): Look[] {
  /** What only tells elements apart, or is read aloud, gives no colour. */
  const colourless =
    /^(id|for|name|href|value|current-value|title|placeholder|aria-(label|labelledby|describedby|controls|owns))$/;
  const elements = [...document.querySelectorAll('body, body *')];
  const places = new Map(elements.map((element, place) => [element, place]));
  return elements.map((element) => {
    const names = [element, ...(element.shadowRoot?.querySelectorAll('*') ?? [])].map(
      ({ localName, attributes }) =>
        [...attributes]
          .filter(({ name }) => !colourless.test(name))
          .reduce((text, { name, value }) => `${text} ${name}="${value}"`, localName),
    );
    const parent = element.parentElement === null ? -1 : (places.get(element.parentElement) ?? -1);
    return { parent, name: names.join(' > ') };
  });
}
