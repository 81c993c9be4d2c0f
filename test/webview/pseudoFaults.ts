import type { Page } from 'playwright-core';
import { englishOn, textsOnPage } from './english.ts';
import { clippedTexts, scrollsSideways } from './probes.ts';
import { putTogether } from './pseudo.ts';

/** In CSS pixels: beside an editor, and at 400 % in a window of 1280. */
const NARROW = [400, 320];

/** What is wrong with a page in the language that needs more room (pseudo.ts), one fault a line. The page is narrow afterwards. */
export async function pseudoFaults(page: Page): Promise<readonly string[]> {
  const faults = [
    ...(await englishOn(page)).map((text) => `in English: ${text}`),
    ...putTogether(await page.evaluate(textsOnPage)).map((text) => `put together: ${text}`),
  ];
  for (const width of NARROW) {
    await page.setViewportSize({ width, height: 760 });
    if (await page.evaluate(scrollsSideways)) faults.push(`scrolls sideways at ${width} px`);
    faults.push(...(await page.evaluate(clippedTexts)).map((text) => `cut off at ${width} px: ${text}`));
  }
  return faults;
}
