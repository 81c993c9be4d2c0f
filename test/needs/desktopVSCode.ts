import { realpath } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { downloadsFolder } from '../host/paths.ts';
import { isThere } from './downloads.ts';

const USUAL_PLACES = {
  darwin: ['/Applications/Visual Studio Code.app/Contents/MacOS/Electron'],
  win32: ['LOCALAPPDATA', 'ProgramFiles'].flatMap((variable) => {
    const folder = process.env[variable];
    return folder === undefined
      ? []
      : [
          join(folder, 'Programs', 'Microsoft VS Code', 'Code.exe'),
          join(folder, 'Microsoft VS Code', 'Code.exe'),
        ];
  }),
  linux: ['/usr/share/code/code', '/opt/visual-studio-code/code', '/snap/code/current/usr/share/code/code'],
};

/**
 * Returns the executable of VS Code that VSCODE_PATH names or that is installed, undefined when there is none.
 * Throws a sentence when VSCODE_PATH names nothing.
 */
export async function findDesktop(): Promise<string | undefined> {
  const chosen = process.env['VSCODE_PATH'];
  if (chosen !== undefined) {
    if (await isThere(chosen)) return chosen;
    throw new Error(
      `VSCODE_PATH: ${chosen}: nothing is there. Correct it; or unset it, and one is found or fetched.`,
    );
  }
  const known = Object.entries(USUAL_PLACES).find(([platform]) => platform === process.platform)?.[1] ?? [];
  const beside = (await commandsOnPath()).map((command) => join(dirname(command), '..', 'code'));
  for (const path of [...beside, ...known]) {
    if (await isThere(path)) return path;
  }
  return undefined;
}

/** Downloads this VS Code, once. Returns undefined when its site does not answer within 4 s or the download fails. */
export async function fetchDesktop(version: string): Promise<string | undefined> {
  try {
    await fetch('https://update.code.visualstudio.com/api/releases/stable', {
      signal: AbortSignal.timeout(4000),
    });
    return await downloadAndUnzipVSCode({ version, cachePath: downloadsFolder });
  } catch {
    return undefined;
  }
}

/** False on a machine that cannot show a window, such as a server or a container. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

/** The `code` command on PATH is a script in bin/, beside which the executable lies. */
async function commandsOnPath(): Promise<string[]> {
  const commands = [];
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, 'code');
    if (await isThere(path)) commands.push(await realpath(path));
  }
  return commands;
}
