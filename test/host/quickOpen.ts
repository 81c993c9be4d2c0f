import type { Page } from 'playwright-core';

/** Opens a file of the workspace by its path, as one does without any command of an extension. */
export async function openFile(page: Page, path: string): Promise<void> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  await page.keyboard.press('Control+P');
  await page.locator('.quick-input-widget input.input').fill(path);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click();
  await page.locator('.tab.active', { hasText: name }).waitFor();
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** Puts the cursor of the first editor at a place that is written as "Go to Line" takes it, such as `:12:30`. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget input.input').fill(place);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}
