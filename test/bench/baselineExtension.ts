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
