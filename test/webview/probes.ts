import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { resultsFolder } from '../host/paths.ts';

/** Runs in the page: whether it is wider than its window. */
export function scrollsSideways(): boolean {
  return document.documentElement.scrollWidth > document.documentElement.clientWidth;
}

/** Runs in the page: whether this control has the focus, in a shadow root, too. */
export function hasFocus(element: Element): boolean {
  const root = element.getRootNode();
  return (root instanceof ShadowRoot ? root.activeElement : document.activeElement) === element;
}

/** Keeps a picture of the whole page, for people to look at, in test-results/webview/. */
export async function takePicture(page: Page, name: string): Promise<void> {
  const folder = join(resultsFolder, 'webview');
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
