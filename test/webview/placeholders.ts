import type { Page } from 'playwright-core';

/** A text as it is painted: its colour, and the colours of what lies below it, from the nearest to the farthest. */
type Painted = { text: string; colour: string; grounds: string[] };

/** What WCAG 2.2 asks of text of the usual size. */
const ENOUGH = 4.5;

/** The examples in empty fields that are too pale to read, with their contrast: axe does not look at them. */
export async function palePlaceholders(page: Page): Promise<string[]> {
  const painted = await page.evaluate(paintedPlaceholders);
  return painted.flatMap(({ text, colour, grounds }) => {
    const ground = grounds.reduceRight<Rgb>((below, above) => blend(above, below), [255, 255, 255]);
    const found = contrast(blend(colour, ground), ground);
    return found < ENOUGH ? [`${text}: ${found.toFixed(2)}`] : [];
  });
}

/** Runs in the page. */
function paintedPlaceholders(): Painted[] {
  return [...document.querySelectorAll('vscode-text-field, vscode-text-area')].flatMap((field) => {
    const control = field.shadowRoot?.querySelector<HTMLInputElement | HTMLTextAreaElement>(
      'input, textarea',
    );
    if (!control || control.placeholder === '' || control.value !== '') return [];
    const grounds: string[] = [];
    for (let node: Node | null = control; node !== null; node = node.parentNode ?? null) {
      if (node instanceof ShadowRoot) node = node.host;
      if (node instanceof Element) grounds.push(getComputedStyle(node).backgroundColor);
    }
    const { color } = getComputedStyle(control, '::placeholder');
    return [{ text: control.placeholder, colour: color, grounds }];
  });
}

type Rgb = readonly [number, number, number];

function blend(above: string, below: Rgb): Rgb {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (above.match(/[\d.]+/g) ?? []).map(Number);
  const [r, g, b] = below;
  return [red * alpha + r * (1 - alpha), green * alpha + g * (1 - alpha), blue * alpha + b * (1 - alpha)];
}

/** As WCAG 2.2 defines it: from 1, for the same colour, to 21. */
function contrast(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) =>
    value <= 10.31475 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
