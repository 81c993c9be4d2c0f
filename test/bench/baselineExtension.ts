import { writeExtension } from './writeExtension.ts';

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
  const commands = [{ command: 'baseline.open', title: BASELINE_COMMAND }];
  await writeExtension(
    folder,
    { name: 'baseline', displayName: 'Baseline', contributes: { commands } },
    code,
  );
}
