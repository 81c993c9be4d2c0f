import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'playwright-core';
import * as z from 'zod/mini';

/** An element as far as a font cannot change it; lengths in CSS pixels. */
const Box = z.object({
  role: z.string(),
  /** What it says, without numbers, months and hours: days go by. */
  name: z.string(),
  /** Where it begins. */
  left: z.optional(z.number()),
  /** How far its end is from that of the page. */
  right: z.optional(z.number()),
  /** How far it is below the one before it. */
  below: z.optional(z.number()),
});

/** How a view looks, in whatever font: what stands where in which order, and the colours of a few places. */
export const Layout = z.object({ boxes: z.array(Box), colours: z.record(z.string(), z.string()) });
export type Layout = z.infer<typeof Layout>;

/** Lengths may differ by so much: browsers round. */
const ROUNDING = 2;
const LENGTHS = ['left', 'right', 'below'] as const;

/** The page as if it had a wider font, a narrower one, another one, one with taller lines. */
const FONTS: readonly Readonly<Record<string, string>>[] = [
  { 'letter-spacing': '0.7px' },
  { 'letter-spacing': '0.3px' },
  { 'letter-spacing': '-0.4px' },
  { '--vscode-font-family': 'serif' },
  { '--vscode-font-family': 'monospace' },
  { 'line-height': '1.7' },
];

/** How the page looks now, with all lengths, those that its font gives it, too. */
export async function measureLayout(page: Page): Promise<Layout> {
  return await page.evaluate(layoutOfPage);
}

/** The same without what another font would change: what can be held against the page on another computer. */
export async function lastingLayout(page: Page): Promise<Layout> {
  const layout = await measureLayout(page);
  for (const font of FONTS) {
    await page.evaluate(dress, font);
    const { boxes } = await measureLayout(page);
    await page.evaluate(undress, Object.keys(font));
    for (const [index, box] of layout.boxes.entries())
      for (const length of LENGTHS) if (isFar(box[length], boxes[index]?.[length])) delete box[length];
  }
  return layout;
}

/** What differs from an approved layout, a sentence each; an element that came or went is told alone. */
export function differences(approved: Layout, found: Layout): string[] {
  const names = ({ boxes }: Layout) => boxes.map(({ role, name }) => `${role} "${name}"`);
  const [wanted, there] = [names(approved), names(found)];
  const first = wanted.findIndex((name, index) => name !== there[index]);
  if (first !== -1 || wanted.length !== there.length) {
    const at = first === -1 ? wanted.length : first;
    return [`In place ${at + 1} is ${there[at] ?? 'nothing'}, not ${wanted[at] ?? 'nothing'}.`];
  }
  const moved = approved.boxes.flatMap((box, index) =>
    LENGTHS.filter(
      (length) => box[length] !== undefined && isFar(box[length], found.boxes[index]?.[length]),
    ).map(
      (length) => `${wanted[index]}: ${length} is ${found.boxes[index]?.[length]} px, not ${box[length]} px.`,
    ),
  );
  const painted = Object.keys({ ...approved.colours, ...found.colours })
    .filter((place) => !isDeepStrictEqual(approved.colours[place], found.colours[place]))
    .map((place) => `${place} is ${found.colours[place]}, not ${approved.colours[place]}.`);
  return [...moved, ...painted];
}

function isFar(one: number | undefined, other: number | undefined): boolean {
  return one === undefined || other === undefined || Math.abs(one - other) > ROUNDING;
}

/** Runs in the page. */
function dress(font: Readonly<Record<string, string>>): void {
  for (const [property, value] of Object.entries(font))
    document.documentElement.style.setProperty(property, value);
}

/** Runs in the page. */
function undress(properties: readonly string[]): void {
  for (const property of properties) document.documentElement.style.removeProperty(property);
}

/** Runs in the page: all that has a name or a place of its own, in the order of the page. */
function layoutOfPage(): Layout {
  const LISTED =
    'h1, h2, h3, h4, p, li, a, button, input, select, textarea, summary, label, legend, table, pre, section, fieldset, nav, [role]';
  const elements = [...document.querySelectorAll('body *')].filter((element) => {
    const { width, height } = element.getBoundingClientRect();
    // What is one pixel large is there to be read aloud.
    const isListed = element.matches(LISTED) || element.localName.startsWith('vscode-');
    return isListed && width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true });
  });
  let before: Element | undefined;
  const boxes = elements.map((element) => {
    const { left, right, top, width } = element.getBoundingClientRect();
    const { display } = getComputedStyle(element);
    const above = before?.getBoundingClientRect();
    const isInside = before?.contains(element) === true;
    if (display !== 'inline') before = element;
    const text = element.getAttribute('aria-label') ?? element.textContent ?? '';
    return {
      role: element.getAttribute('role') ?? element.localName,
      name: text
        .replaceAll(/\s+/g, ' ')
        .replaceAll(/\d+/g, '0')
        .replaceAll(/\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* 0|\b[AP]M\b/g, '0')
        .trim()
        .slice(0, 60),
      ...(display !== 'inline' && {
        left: Math.round(left),
        // Wide ones end where the page lets them; a short one ends with its text.
        ...(width > 40 && { right: Math.round(document.documentElement.clientWidth - right) }),
        ...(above !== undefined && { below: Math.round(top - (isInside ? above.top : above.bottom)) }),
      }),
    };
  });
  const colours: Record<string, string> = {};
  const PLACES = {
    page: 'html',
    title: 'h1',
    heading: 'h2',
    text: 'p',
    link: 'a',
    'a field': 'vscode-text-field',
  };
  for (const [place, selector] of Object.entries(PLACES)) {
    const element = document.querySelector(selector);
    if (element === null) continue;
    const { color, backgroundColor } = getComputedStyle(
      element.shadowRoot?.querySelector('.root') ?? element,
    );
    colours[place] = `${color} on ${backgroundColor}`;
  }
  for (const look of ['primary', 'secondary']) {
    const button = document
      .querySelector(`vscode-button[appearance=${look}]`)
      ?.shadowRoot?.querySelector('.control');
    if (!button) continue;
    const { color, backgroundColor, borderColor } = getComputedStyle(button);
    colours[`a ${look} button`] = `${color} on ${backgroundColor} in ${borderColor}`;
  }
  return { boxes, colours };
}
