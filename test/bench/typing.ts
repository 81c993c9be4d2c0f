// node --import tsx test/bench/typing.ts: from a key pressed in a framework.js of 92 kB until the editor draws what is
// wrong with it, or draws it no more, in a real VS Code.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { copySampleWorkspace } from '../host/temporaryFolder.ts';
import { openWorkbench } from '../host/workbench.ts';
import { frameworkText } from './frameworkText.ts';
import { median } from './statistics.ts';

const ROUNDS = 15;
const CHARACTERS = 92_000;

/** Milliseconds: the quiet that is waited for after a key, and what may come on top of it. */
const QUIET = 300;
const GOAL = 20;

const text = frameworkText(CHARACTERS, '');
const line = text.slice(0, text.indexOf('usw2.pure.cloud')).split('\n').length;
const workspace = await copySampleWorkspace();
await mkdir(join(workspace.path, 'large'));
await writeFile(join(workspace.path, 'large', 'framework.js'), text);
const workbench = await openWorkbench({
  workspace: { folder: workspace.path },
  settings: {
    'editor.quickSuggestions': { other: 'off', strings: 'off' },
    'javascript.validate.enable': false,
  },
});
try {
  const { page } = workbench;
  await choose(page, 'Control+P', 'large/framework.js');
  await page.locator('.tab.active', { hasText: 'framework.js' }).waitFor();
  await choose(page, 'Control+G', `:${line}:30`);
  await page.evaluate(noteKeysAndSquiggles);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const key of ['z', 'Backspace']) times.push(await millisecondsFrom(page, key));
  }
  const onTop = median(times) - QUIET;
  process.stdout.write(
    `Key to problems in ${CHARACTERS} characters: ${median(times).toFixed(0)} ms, ${onTop.toFixed(0)} ms more than the quiet of ${QUIET} ms (goal ≤ ${GOAL}, ${times.length} keys)\n`,
  );
} finally {
  await workbench.dispose();
  await workspace.remove();
}

async function choose(page: Page, key: string, answer: string): Promise<void> {
  await page.keyboard.press(key);
  await page.locator('.quick-input-widget input.input').fill(answer);
  await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** Presses a key that makes, or mends, the only fault of the file. */
async function millisecondsFrom(page: Page, key: string): Promise<number> {
  await page.evaluate(() => Reflect.set(window, 'drawnAt', undefined));
  await page.keyboard.press(key);
  await page.waitForFunction(() => Reflect.get(window, 'drawnAt') !== undefined);
  return await page.evaluate(
    () => Number(Reflect.get(window, 'drawnAt')) - Number(Reflect.get(window, 'pressedAt')),
  );
}

/** Runs in the page, where no helper of the compiler is: notes when a key was pressed, and a squiggle came or went, last. */
function noteKeysAndSquiggles(): void {
  const faults = document.getElementsByClassName('squiggly-error');
  let drawn = faults.length;
  addEventListener('keydown', () => Reflect.set(window, 'pressedAt', performance.now()), true);
  new MutationObserver(() => {
    if (faults.length === drawn) return;
    drawn = faults.length;
    Reflect.set(window, 'drawnAt', performance.now());
  }).observe(document.body, { subtree: true, childList: true, attributes: true });
}
