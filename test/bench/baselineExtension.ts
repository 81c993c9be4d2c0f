import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the speed goals compare with: one command that opens a webview with one field, and nothing else. */
const code = `
const vscode = require('vscode');
exports.activate = (context) => {
  context.subscriptions.push(vscode.commands.registerCommand('baseline.open', () => {
    const panel = vscode.window.createWebviewPanel('baseline', 'Baseline', vscode.ViewColumn.Active);
    panel.webview.html = '<!DOCTYPE html><html><body><input id="field"></body></html>';
  }));
};
`;

/** Runs inside VS Code: loads and activates one extension, and reports how many milliseconds that took. */
const measuring = `
const { writeFileSync } = require('node:fs');
const { pathToFileURL } = require('node:url');
exports.run = async () => {
  const subscriptions = [];
  const start = performance.now();
  const extension = await import(pathToFileURL(process.env.BENCH_EXTENSION));
  await (extension.activate ?? extension.default.activate)({ subscriptions });
  writeFileSync(process.env.BENCH_RESULT, String(performance.now() - start));
  for (const subscription of subscriptions) subscription.dispose();
};
`;

export const BASELINE_COMMAND = 'Open Baseline';

/** Writes the baseline extension into a folder. */
export async function writeBaselineExtension(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const manifest = {
    name: 'baseline',
    displayName: 'Baseline',
    publisher: 'bench',
    version: '1.0.0',
    engines: { vscode: '^1.100.0' },
    main: './main.cjs',
    contributes: { commands: [{ command: 'baseline.open', title: BASELINE_COMMAND }] },
  };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'main.cjs'), code);
}

/** Writes the code that measures an activation, to be given to VS Code as its tests; returns its path. */
export async function writeMeasuring(folder: string): Promise<string> {
  const path = join(folder, 'measuring.cjs');
  await writeFile(path, measuring);
  return path;
}
