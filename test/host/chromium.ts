import type { Browser } from 'playwright-core';
import { provision } from '../needs/needs.ts';
import { startChromium } from '../needs/tryChromium.ts';

/** Starts a headless Chromium. Throws a sentence that says what to do when there is none. */
export async function launchChromium(): Promise<Browser> {
  return await startChromium(await provision('chromium'));
}
