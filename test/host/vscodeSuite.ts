import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { fetchDesktop, findDesktop, hasDisplay } from './desktop.ts';
import { repoFolder } from './paths.ts';
import { say } from './say.ts';
import { copySampleWorkspace } from './temporaryFolder.ts';

/**
 * Runs the built test/vscode/ inside VS Code: the desktop where it can be had and shown, otherwise the served one.
 * VSCODE_HOST=desktop or VSCODE_HOST=served chooses. The counts go to `countsFile`.
 * Throws when a test failed, or when the chosen VS Code cannot be had.
 */
export async function runVSCodeSuite(countsFile: string): Promise<void> {
  const files = await readdir(join(repoFolder, 'test', 'vscode'), { recursive: true });
  if (!files.some((name) => name.endsWith('.test.ts'))) {
    return;
  }
  const vscodeExecutablePath = await chooseExecutable();
  const workspace = await copySampleWorkspace();
  try {
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: repoFolder,
      extensionTestsPath: join(repoFolder, 'dist', 'test', 'vscode', 'index.js'),
      launchArgs: [workspace.path],
      extensionTestsEnv: { TEST_COUNTS_FILE: countsFile },
    });
  } finally {
    await workspace.remove();
  }
}

async function chooseExecutable(): Promise<string> {
  const choice = process.env['VSCODE_HOST'];
  if (choice === 'desktop' || (choice !== 'served' && hasDisplay())) {
    const desktop = process.env['VSCODE_PATH'] ?? (await fetchDesktop()) ?? (await findDesktop());
    if (desktop !== undefined) {
      return desktop;
    }
    if (choice === 'desktop') {
      throw new Error('VSCODE_HOST=desktop, but no VS Code is installed and none could be downloaded.');
    }
    say("VS Code's own download is out of reach, so the tests run in one from npm.");
  }
  return join(import.meta.dirname, 'served', process.platform === 'win32' ? 'vscode.cmd' : 'vscode.js');
}
