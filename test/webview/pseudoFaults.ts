import type { Page } from 'playwright-core';
import { englishOn, textsOnPage } from './english.ts';
import { clippedTexts, scrollsSideways } from './probes.ts';
import { putTogether } from './pseudo.ts';

/** In CSS pixels: beside an editor, and at 400 % in a window of 1280. */
const NARROW = [400, 320];

/** What is wrong with a page in the language that needs more room (pseudo.ts), one fault a line. The page is narrow afterwards. */
export async function pseudoFaults(page: Page): Promise<readonly string[]> {
  // The toolkit makes the name of a checkbox from what stands in it beside each other.
  const besideEachOther = new Set(await page.evaluate(checkboxTexts));
  const faults = [
    ...(await englishOn(page)).map((text) => `in English: ${text}`),
    ...putTogether(await page.evaluate(textsOnPage))
      .filter((text) => !besideEachOther.has(text))
      .map((text) => `put together: ${text}`),
  ];
  for (const width of NARROW) {
    await page.setViewportSize({ width, height: 760 });
    if (await page.evaluate(scrollsSideways)) faults.push(`scrolls sideways at ${width} px`);
    faults.push(...(await page.evaluate(clippedTexts)).map((text) => `cut off at ${width} px: ${text}`));
  }
  return faults;
}

/** Runs in the page: what stands in each checkbox, as one text. */
function checkboxTexts(): string[] {
  return [...document.querySelectorAll('vscode-checkbox')].map((box) =>
    (box.textContent ?? '').replaceAll(/\s+/g, ' ').trim(),
  );
}
