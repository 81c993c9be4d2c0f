import type { Page } from 'playwright-core';

/** In the page: everything that its live region has said, in order (`wire.ts`). */
declare const spoken: string[];

/** What was said since this was asked last, or the page was loaded. */
export async function heardIn(page: Page): Promise<string[]> {
  return await page.evaluate(() => spoken.splice(0));
}

/** Resolves when this was said, to all that was said until then. */
export async function waitToHear(page: Page, text: string): Promise<string[]> {
  await page.waitForFunction((wanted) => spoken.some((said) => said.includes(wanted)), text);
  return await heardIn(page);
}
