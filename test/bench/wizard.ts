// node --import tsx test/bench/wizard.ts: how fast the built extension activates and its wizard opens, against an
// extension that registers one command and opens a blank webview, both in the same VS Code.
import { join } from 'node:path';
import { repoFolder } from '../host/paths.ts';
import { makeTemporaryFolder } from '../host/temporaryFolder.ts';
import { closeBrowser, openWorkbench, type Workbench } from '../host/workbench.ts';
import { BASELINE_COMMAND, writeBaselineExtension } from './baselineExtension.ts';
import { comparison } from './statistics.ts';

const WINDOWS = 5;
const OPENINGS = 4;

const folder = await makeTemporaryFolder('bench');
const baselineFolder = join(folder.path, 'baseline');
await writeBaselineExtension(baselineFolder);
const activation: Pair = { ours: [], baseline: [] };
const opening: Pair = { ours: [], baseline: [] };
try {
  for (let window = 0; window < WINDOWS; window += 1) {
    const workbench = await openWorkbench({ extensionFolders: [repoFolder, baselineFolder] });
    try {
      await measureWindow(workbench);
    } finally {
      await workbench.dispose();
    }
  }
} finally {
  await closeBrowser();
  await folder.remove();
}
process.stdout.write(
  comparison('Activation, as VS Code reports it', activation.ours, activation.baseline, 1.5),
);
process.stdout.write(comparison('Wizard click to first field', opening.ours, opening.baseline, 1.3));

type Pair = { ours: number[]; baseline: number[] };

async function measureWindow(workbench: Workbench): Promise<void> {
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
