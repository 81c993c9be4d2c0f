import { writeExtension } from './writeExtension.ts';

/** Loads a file in the extension host, as VS Code does, and writes down what that took. */
const code = (file: string, resultFile: string) => `
const vscode = require('vscode');
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');
const { writeFileSync } = require('node:fs');
const { pathToFileURL } = require('node:url');
exports.activate = (context) => {
  context.subscriptions.push(vscode.commands.registerCommand('probe.load', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc');
    collect();
    const [heap, cpu] = [process.memoryUsage().heapUsed, process.cpuUsage()];
    await import(pathToFileURL(${JSON.stringify(file)}).href);
    const { user, system } = process.cpuUsage(cpu);
    collect();
    const bytes = process.memoryUsage().heapUsed - heap;
    writeFileSync(${JSON.stringify(resultFile)}, JSON.stringify({ milliseconds: (user + system) / 1000, bytes }));
    void vscode.window.showInformationMessage('Loaded');
  }));
};
`;

export const LOADING_COMMAND = 'Load for the Bench';

/** Writes an extension with a command that loads this file and writes what it took into the other. */
export async function writeLoadingProbe(folder: string, file: string, resultFile: string): Promise<void> {
  const commands = [{ command: 'probe.load', title: LOADING_COMMAND }];
  await writeExtension(
    folder,
    { name: 'probe', displayName: 'Probe', contributes: { commands } },
    code(file, resultFile),
  );
}
