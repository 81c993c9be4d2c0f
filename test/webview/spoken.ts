import type { Page } from 'playwright-core';
import { WRITING_PAUSE } from '../../webview/announcer.ts';

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

/** From now on no pause in writing ends by itself, however long a test takes between two keys. */
export async function holdPauses(page: Page): Promise<void> {
  await page.evaluate((pause) => {
    const { setTimeout: real, clearTimeout: realClear } = globalThis;
    const held: { id: number; go: () => void }[] = [];
    Reflect.set(globalThis, 'setTimeout', (go: () => void, milliseconds?: number) => {
      if (milliseconds !== pause) return real(go, milliseconds);
      held.push({ id: -1 - held.length, go });
      return -held.length;
    });
    Reflect.set(globalThis, 'clearTimeout', (id: number) => {
      held.splice(0, held.length, ...held.filter((each) => each.id !== id));
      realClear(id);
    });
    Reflect.set(globalThis, 'endPauses', () => {
      for (const { go } of held.splice(0)) go();
    });
  }, WRITING_PAUSE);
}

/** The person pauses in writing. */
export async function endPauses(page: Page): Promise<void> {
  await page.evaluate(() => Reflect.get(globalThis, 'endPauses')());
}
