// npm start [-- --desktop] [-- --ja]: a real VS Code with the extension and a copy of the sample workspace, until
// Ctrl+C.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { howToInstall } from '../needs/advice.ts';
import { fetchDesktop, findDesktop } from '../needs/desktopVSCode.ts';
import { inTurn } from '../needs/turn.js';
import { knownVersions } from '../needs/vscodeVersions.ts';
import { onEnd } from './ending.ts';
import type { Language } from './languagePack.ts';
import { downloadsFolder, repoFolder } from './paths.ts';
import { run } from './processes.ts';
import { describeError, say } from './say.ts';
import { startServer } from './served/server.ts';
import { describeStart } from './startTexts.ts';
import { copySampleWorkspace, makeTemporaryFolder } from './temporaryFolder.ts';
import { writeUserData } from './userData.ts';

/** Undoes the start, in reverse order. */
const undo: (() => Promise<unknown>)[] = [];
let stopping: Promise<void> | undefined;

onEnd(() => void stop(0));

try {
  await start();
} catch (error) {
  process.stderr.write(`${describeError(error)}\n`);
  await stop(1);
}

async function start(): Promise<void> {
  const { values } = parseArgs({
    options: { desktop: { type: 'boolean', default: false }, ja: { type: 'boolean', default: false } },
  });
  const language = values.ja ? 'ja' : 'en';
  await build();
  const workspace = await copySampleWorkspace();
  undo.push(workspace.remove);
  if (values.desktop) {
    await startDesktop(workspace.path, language);
  } else {
    const server = await startServer({
      workspaceFolder: workspace.path,
      extensionFolders: [repoFolder],
      language,
      settings: {},
      testDriver: false,
    });
    undo.push(server.stop);
    say(describeStart(language, server.baseUrl));
  }
}

/** One at a time: two that write dist/ at once would leave half of each. */
async function build(): Promise<void> {
  const tellWaiting = () => say('Another run is building; this one waits for it.');
  await inTurn(join(downloadsFolder, 'building'), tellWaiting, async () => {
    await run(process.execPath, ['esbuild.js'], { cwd: repoFolder, output: 'show' });
  });
}

async function startDesktop(workspaceFolder: string, language: Language): Promise<void> {
  const executable = (await findDesktop()) ?? (await fetchDesktop(knownVersions().newest));
  if (executable === undefined) {
    throw new Error(
      `No VS Code is installed, and none could be downloaded. By hand: ${howToInstall('vscode')}; or name one in VSCODE_PATH, or leave out --desktop to use one in the browser.`,
    );
  }
  const data = await makeTemporaryFolder('vscode');
  undo.push(data.remove);
  const userDataFolder = join(data.path, 'user');
  await writeUserData(userDataFolder, { language, settings: {} });
  const vscode = spawn(
    executable,
    [
      workspaceFolder,
      `--extensionDevelopmentPath=${repoFolder}`,
      `--user-data-dir=${userDataFolder}`,
      `--extensions-dir=${join(data.path, 'extensions')}`,
      `--locale=${language}`,
      '--disable-workspace-trust',
      '--disable-updates',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    { stdio: 'ignore' },
  );
  await once(vscode, 'spawn');
  const closed = once(vscode, 'exit');
  undo.push(async () => {
    vscode.kill();
    await closed;
  });
  say(describeStart(language, undefined));
  void closed.then(() => stop(0));
}

async function stop(exitCode: number): Promise<void> {
  stopping ??= undoAll();
  await stopping;
  process.exit(exitCode);
}

async function undoAll(): Promise<void> {
  for (const undoOne of undo.splice(0).reverse()) {
    await undoOne();
  }
}
