import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { downloadsFolder } from '../paths.ts';
import { run, runNpm } from '../processes.ts';
import { say } from '../say.ts';
import { replaceNativeModules } from './nativeModules.ts';

/** The npm package that ships VS Code's own server and workbench; 4.139.1 is VS Code 1.139.1. */
const codeServerVersion = '4.139.1';
/** The Node that this VS Code runs on. An older one fails when the server starts. */
const nodeMajor = 24;
/** What VS Code's AI agents and containers need: half of the download, and nothing here uses it. */
const unneededDependencies = ['@github/copilot-sdk', '@microsoft/mxc-sdk', '@devcontainers/cli'];

const unfinishedPrefix = 'unfinished-';

export type ServedFiles = {
  /** The Node that runs VS Code's server. */
  node: string;
  /** The folder of the code-server package. */
  packageFolder: string;
};

/**
 * Returns where VS Code's server and its Node are, after fetching them from npm when they are not there yet
 * (about 150 MB, once). Throws with a plain sentence, and npm's as its cause, when npm cannot fetch them.
 */
export async function fetchServedVSCode(): Promise<ServedFiles> {
  const packageFolder = await fetchOnce(`code-server-${codeServerVersion}`, async (folder) => {
    say(`Fetching VS Code from npm (code-server ${codeServerVersion}, once) …`);
    await unpack(`code-server@${codeServerVersion}`, folder);
    say('Fetching its dependencies …');
    const vscode = join(folder, 'lib', 'vscode');
    await leaveOutUnneeded(join(vscode, 'package.json'));
    // Its built-in extensions need TypeScript, or VS Code complains when a JavaScript file is opened.
    for (const part of [vscode, join(vscode, 'extensions')]) {
      await runNpm(['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], part);
    }
    await replaceNativeModules(vscode);
  });
  return { node: await fetchNode(), packageFolder };
}

/** Returns the Node that runs this, when it is new enough, or one from npm. */
async function fetchNode(): Promise<string> {
  if (Number.parseInt(process.versions.node, 10) >= nodeMajor) {
    return process.execPath;
  }
  const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const folder = await fetchOnce(`node-${nodeMajor}-${platform}`, async (unfinished) => {
    say(`Fetching Node ${nodeMajor}, which VS Code runs on …`);
    await unpack(`node-${platform}@${nodeMajor}`, unfinished);
  });
  return join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/**
 * Returns the folder `name` of the downloads, after `fill` has filled it when it was not there. It appears in its
 * place only when it is complete, so an interrupted run, or a second one at the same time, does no harm.
 */
async function fetchOnce(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(downloadsFolder, name);
  if (await exists(folder)) {
    return folder;
  }
  await mkdir(downloadsFolder, { recursive: true });
  await removeAbandoned();
  const unfinished = await mkdtemp(join(downloadsFolder, unfinishedPrefix));
  try {
    await fill(unfinished);
    await rename(unfinished, folder).catch(async (error: unknown) => {
      if (!(await exists(folder))) {
        throw error;
      }
    });
    return folder;
  } catch (error) {
    throw new Error(
      'VS Code could not be fetched from npm: check the network or the proxy. Where VS Code is installed, ' +
        'npm start -- --desktop and VSCODE_HOST=desktop npm test do without.',
      { cause: error },
    );
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** Unpacks an npm package, whose checksum npm has verified, into a folder. */
async function unpack(packageSpec: string, folder: string): Promise<void> {
  const printed = await runNpm(['pack', packageSpec, '--loglevel=error'], folder);
  const archive = printed.trim().split('\n').at(-1) ?? '';
  await run('tar', ['-xzf', archive, '--strip-components=1'], { cwd: folder, output: 'keep' });
  await rm(join(folder, archive));
}

async function leaveOutUnneeded(manifestPath: string): Promise<void> {
  const manifest = z
    .looseObject({ dependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(await readFile(manifestPath, 'utf8')));
  for (const name of unneededDependencies) {
    delete manifest.dependencies[name];
  }
  await writeFile(manifestPath, JSON.stringify(manifest));
}

/** Removes what a killed run left behind more than an hour ago. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(downloadsFolder)) {
    const path = join(downloadsFolder, name);
    if (name.startsWith(unfinishedPrefix) && Date.now() - (await stat(path)).mtimeMs > 3_600_000) {
      await rm(path, { recursive: true, force: true });
    }
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
