import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { repoFolder } from '../host/paths.ts';
import { makeTemporaryFolder } from '../host/temporaryFolder.ts';
import { closeBrowser, openWorkbench, type Workbench } from '../host/workbench.ts';
import { BASELINE_COMMAND, writeBaselineExtension } from './baselineExtension.ts';
import { LOADING_COMMAND, writeLoadingProbe } from './loadingProbe.ts';
import { median, type Row, ratioRow } from './row.ts';

const WINDOWS = 5;
const OPENINGS = 4;

/** Milliseconds of a processor, and bytes, that loading what is behind the commands may take. */
const MOST_MILLISECONDS = 60;
const MOST_BYTES = 3_000_000;

const Loading = z.object({ milliseconds: z.number(), bytes: z.number() });

type Pair = { ours: number[]; baseline: number[] };

type Measured = { activation: Pair; opening: Pair; loading: z.infer<typeof Loading>[] };

/** How fast the built extension activates, loads and opens, in a real VS Code, beside the least that one can do. */
export async function editorRows(): Promise<Row[]> {
  const folder = await makeTemporaryFolder('bench');
  const baseline = join(folder.path, 'baseline');
  const probe = join(folder.path, 'probe');
  const loadedFile = join(folder.path, 'loaded.json');
  await writeBaselineExtension(baseline);
  await writeLoadingProbe(probe, join(repoFolder, 'dist', 'features.js'), loadedFile);
  const measured: Measured = {
    activation: { ours: [], baseline: [] },
    opening: { ours: [], baseline: [] },
    loading: [],
  };
  try {
    for (let window = 0; window < WINDOWS; window += 1) {
      const workbench = await openWorkbench({ extensionFolders: [repoFolder, baseline, probe] });
      try {
        await measureWindow(workbench, measured, loadedFile);
      } finally {
        await workbench.dispose();
      }
    }
  } finally {
    await closeBrowser();
    await folder.remove();
  }
  const { activation, opening, loading } = measured;
  return [
    ratioRow('activation', { ...activation, against: 'one that registers one command', most: 1.5 }),
    ratioRow('wizard click to first field', { ...opening, against: 'a blank webview', most: 1.15 }),
    loadingRow(loading),
  ];
}

function loadingRow(loading: readonly z.infer<typeof Loading>[]): Row {
  const milliseconds = median(loading.map((each) => each.milliseconds));
  const bytes = median(loading.map((each) => each.bytes));
  return {
    what: 'loading features.js',
    measured: `${milliseconds.toFixed(0)} ms of CPU, ${(bytes / 1e6).toFixed(2)} MB of heap`,
    against: '–',
    goal: `≤ ${MOST_MILLISECONDS} ms, ≤ ${MOST_BYTES / 1e6} MB`,
    isMet: milliseconds <= MOST_MILLISECONDS && bytes <= MOST_BYTES,
  };
}

async function measureWindow(workbench: Workbench, measured: Measured, loadedFile: string): Promise<void> {
  const { activation, opening, loading } = measured;
  // First, as it can be loaded once only.
  await workbench.runCommand(LOADING_COMMAND);
  await workbench.page.getByText('Loaded').first().waitFor();
  loading.push(Loading.parse(JSON.parse(await readFile(loadedFile, 'utf8'))));
  await open(workbench, BASELINE_COMMAND, '#field');
  await open(workbench, 'Create Genesys OAuth Client', 'button.card');
  for (let round = 0; round < OPENINGS; round += 1) {
    opening.baseline.push(await open(workbench, BASELINE_COMMAND, '#field'));
    opening.ours.push(await open(workbench, 'Create Genesys OAuth Client', 'button.card'));
  }
  const activations = await readActivations(workbench);
  activation.baseline.push(activations.get('Baseline') ?? Number.NaN);
  activation.ours.push(activations.get('OAuth Client Wizard for Genesys Cloud') ?? Number.NaN);
}

/** Milliseconds from choosing a command in the palette to its first field; closes the tab again. */
async function open(workbench: Workbench, command: string, field: string): Promise<number> {
  const { page, wizardFrame } = workbench;
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input.input').fill(`>${command}`);
  const row = page.locator('.quick-input-list .monaco-list-row', { hasText: command }).first();
  await row.waitFor({ timeout: 30_000 });
  const start = performance.now();
  await row.click();
  await wizardFrame().locator(field).first().waitFor();
  const milliseconds = performance.now() - start;
  await workbench.runCommand('Close All Editors');
  await page.locator('iframe.webview').waitFor({ state: 'detached' });
  return milliseconds;
}

/** Milliseconds that VS Code itself says each activation took, by the name of the extension. */
async function readActivations({ page, runCommand }: Workbench): Promise<Map<string, number>> {
  await runCommand('Show Running Extensions');
  const rows = page.locator('.monaco-list-row:has(.activation-time)');
  await rows.first().click();
  // The list draws only the rows in view; those of the quickest extensions are at its end.
  await page.keyboard.press('End');
  await page.waitForTimeout(500);
  const texts = await rows.evaluateAll((all) =>
    all.map((row) => [row.querySelector('.name')?.textContent ?? '', row.textContent ?? '']),
  );
  return new Map(texts.map(([name = '', text = '']) => [name, Number(/: (\d+)ms/.exec(text)?.[1])]));
}
