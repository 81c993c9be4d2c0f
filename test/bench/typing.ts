// node --import tsx test/bench/typing.ts: from a key pressed in a framework.js of 92 kB until the editor draws what is
// wrong with it, or draws it no more, against a checker that looks for a few characters, in turn.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { repoFolder } from '../host/paths.ts';
import { goTo, openFile } from '../host/quickOpen.ts';
import { copySampleWorkspace } from '../host/temporaryFolder.ts';
import { closeBrowser, openWorkbench } from '../host/workbench.ts';
import { BASELINE_FILE, writeBaselineChecker } from './baselineChecker.ts';
import { frameworkText } from './frameworkText.ts';
import { median } from './row.ts';

const WINDOWS = 3;
const ROUNDS = 10;
const CHARACTERS = 92_000;
const TYPO = 'z';
/** How a Client ID begins once the key was pressed behind its third character. */
const FAULT = '3f2z';

/** Milliseconds: the quiet that both wait for after a key, and what the extension may take on top of the baseline. */
const QUIET = 300;
const GOAL = 20;

/** Milliseconds for a new window to come to rest. */
const SETTLING = 5000;

declare global {
  interface Window {
    /** Milliseconds of the page's clock, and whether a fault is drawn. */
    typing: { pressedAt: number; drawnAt: number; isDrawn: boolean };
  }
}

const text = frameworkText(CHARACTERS, '');
const line = text.slice(0, text.indexOf(FAULT.slice(0, 3))).split('\n').length;
const workspace = await copySampleWorkspace();
const folder = join(workspace.path, 'large');
await mkdir(folder);
for (const file of ['framework.js', BASELINE_FILE]) await writeFile(join(folder, file), text);
const baselineFolder = join(workspace.path, 'extension');
await writeBaselineChecker(baselineFolder, FAULT, QUIET);
const ours: number[] = [];
const baseline: number[] = [];
try {
  for (let window = 0; window < WINDOWS; window += 1) {
    ours.push(...(await timesIn('framework.js')));
    baseline.push(...(await timesIn(BASELINE_FILE)));
  }
} finally {
  await closeBrowser();
  await workspace.remove();
}
const [all, least] = [median(ours) - QUIET, median(baseline) - QUIET];
process.stdout.write(
  `Key to drawn findings of ${CHARACTERS} characters, beyond the quiet of ${QUIET} ms: ${all.toFixed(0)} ms; of the least checker: ${least.toFixed(0)} ms; difference ${(all - least).toFixed(0)} ms (goal ≤ ${GOAL}, ${ours.length} keys)\n`,
);

/** Milliseconds from each key to what it changes on the screen, in a VS Code of its own. */
async function timesIn(file: string): Promise<number[]> {
  const workbench = await openWorkbench({
    workspace: { folder: workspace.path },
    extensionFolders: [repoFolder, baselineFolder],
    settings: {
      'editor.quickSuggestions': { other: 'off', strings: 'off' },
      'javascript.validate.enable': false,
    },
  });
  try {
    const { page } = workbench;
    await openFile(page, `large/${file}`);
    // A window that has just opened still moves the focus about, and keys go astray.
    await page.waitForTimeout(SETTLING);
    await goTo(page, `:${line}:30`);
    await page.evaluate(noteKeysAndSquiggles);
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      times.push(await millisecondsFrom(page, TYPO, true), await millisecondsFrom(page, 'Backspace', false));
    }
    return times;
  } finally {
    await workbench.dispose();
  }
}

/**
 * Presses a key that makes, or mends, the only fault of the file, again where the editor took no notice of it; what is
 * drawn then must stay for the quiet.
 */
async function millisecondsFrom(page: Page, key: string, isFault: boolean): Promise<number> {
  for (let presses = 0; presses < 4; presses += 1) {
    await page.keyboard.press(key);
    const isSettled = page.waitForFunction(
      ([expected, quiet]) => {
        const { isDrawn, drawnAt, pressedAt } = window.typing;
        return isDrawn === expected && drawnAt > pressedAt && performance.now() - drawnAt > quiet;
      },
      [isFault, QUIET] as const,
      { timeout: 10 * QUIET },
    );
    if (await isSettled.then(Boolean, () => false))
      return await page.evaluate(() => window.typing.drawnAt - window.typing.pressedAt);
  }
  throw new Error(`The editor took no notice of ${key}.`);
}

/** Runs in the page, where no helper of the compiler is: notes when a key was pressed, and a squiggle came or went, last. */
function noteKeysAndSquiggles(): void {
  const faults = document.getElementsByClassName('squiggly-error');
  window.typing = { pressedAt: 0, drawnAt: 0, isDrawn: faults.length > 0 };
  addEventListener(
    'keydown',
    () => {
      window.typing.pressedAt = performance.now();
    },
    true,
  );
  new MutationObserver(() => {
    const isDrawn = faults.length > 0;
    if (isDrawn !== window.typing.isDrawn)
      window.typing = { ...window.typing, isDrawn, drawnAt: performance.now() };
  }).observe(document.body, { subtree: true, childList: true, attributes: true });
}
