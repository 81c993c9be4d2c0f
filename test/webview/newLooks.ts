import type { Page } from 'playwright-core';
import type { ThemeName } from '../host/themes.ts';

/** An element as far as its colours depend on it: its name, classes and attributes, and what it stands in. */
type Look = { /** Its place in the page, of which -1 is none. */ parent: number; name: string };

/** The looks that the pages of this process had so far, each with its number. */
const numbers = new Map<string, number>();
/** The looks that were judged in a theme, as `NUMBER THEME`. */
const judged = new Set<string>();

/** The elements of a page as far as their colours depend on them. */
export class Looks {
  private constructor(private readonly ofElements: readonly number[]) {}

  /** Of all elements of the page as it is. */
  static async of(page: Page): Promise<Looks> {
    const ofElements: number[] = [];
    for (const { parent, name } of await page.evaluate(looks)) {
      const key = `${ofElements[parent] ?? ''} ${name}`;
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      ofElements.push(number);
    }
    return new Looks(ofElements);
  }

  /**
   * The elements (their places in the page) that look like none of a page before that was judged in this theme; from now
   * on they count as judged. To look at the same ones again in each of two hundred views took most of the time.
   */
  newIn(theme: ThemeName): number[] {
    return this.ofElements.flatMap((number, place) => {
      const key = `${number} ${theme}`;
      if (judged.has(key)) return [];
      judged.add(key);
      return [place];
    });
  }
}

/** The places of all elements of a page, whatever was judged before. */
export async function everyPlace(page: Page): Promise<number[]> {
  return (await page.evaluate(looks)).map((_, place) => place);
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
