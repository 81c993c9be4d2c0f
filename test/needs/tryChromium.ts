import type { Browser, BrowserType } from 'playwright-core';
import { run } from '../host/processes.ts';
import { isThere } from './downloads.ts';

/** A Chromium that starts on this computer. */
export type ChromiumPlace = {
  path: string;
  /** What it needs in its environment: where its libraries and fonts are. */
  env: Record<string, string>;
};

/** One that was tried. */
export type TriedChromium = { place: ChromiumPlace; version: string; drawsJapanese: boolean };

/** Why one does not start, in a sentence. */
export type Unstartable = { path: string; reason: string };

const FLAGS = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];

/** Loaded when it is needed: that takes a second, and most processes that know this file need none. */
export async function playwright(): Promise<BrowserType> {
  const { chromium } = await import('playwright-core');
  return chromium;
}

/** Starts a Chromium without a window. Throws with Playwright's words when it does not start. */
export async function startChromium({ path, env }: ChromiumPlace): Promise<Browser> {
  return await (await playwright()).launch({
    executablePath: path,
    args: FLAGS,
    env: { ...process.env, ...env },
  });
}

/** Starts one once. Says its version and whether it draws Japanese, or why it does not start: above all, what it lacks. */
export async function tryChromium(place: ChromiumPlace): Promise<TriedChromium | Unstartable> {
  if (!(await isThere(place.path))) return { path: place.path, reason: 'nothing is there' };
  let browser: Browser;
  try {
    browser = await startChromium(place);
  } catch (error) {
    return { path: place.path, reason: await whyNot(place, String(error)) };
  }
  try {
    const page = await browser.newPage();
    return {
      place,
      version: browser.version(),
      drawsJapanese: (await page.evaluate(DRAWS_JAPANESE)) === true,
    };
  } finally {
    await browser.close();
  }
}

async function whyNot({ path, env }: ChromiumPlace, words: string): Promise<string> {
  const options = { env: { ...process.env, ...env }, output: 'keep' } as const;
  const libraries = await run('ldd', [path], options).catch(() => words);
  const missing = new Set(
    [...libraries.matchAll(/(\S+\.so\S*) => not found|loading shared libraries: (\S+?):/g)].map(
      ([, first, second]) => first ?? second,
    ),
  );
  if (missing.size > 0) return `it lacks ${[...missing].join(', ')}`;
  const [firstLine = ''] = words.split('\n');
  return `it does not start: ${firstLine}`;
}

/**
 * Runs in a page: where a font lacks a character, a browser draws the same box for each of them. Text, because tsx would
 * change a function.
 */
const DRAWS_JAPANESE = `(() => {
  const [one, another] = ['日', '本'].map((character) => {
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d');
    context.font = '40px sans-serif';
    context.fillText(character, 0, 60);
    return canvas.toDataURL();
  });
  return one !== another;
})()`;
