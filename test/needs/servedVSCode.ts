import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { type Download, fetchDownload, findDownload, type Npm, unpackPackage } from './downloads.ts';
import { addRipgrep, replaceNativeModules } from './nativeModules.ts';

/** What VS Code's AI agents and containers need: half of the download, and nothing here uses it. */
const UNNEEDED_DEPENDENCIES = ['@github/copilot-sdk', '@microsoft/mxc-sdk', '@devcontainers/cli'];

/** A VS Code that a server shows in a browser. */
export type ServedVSCode = {
  kind: 'served';
  version: string;
  /** The Node that runs its server. */
  node: string;
  /** The folder of the npm package that it came in. */
  packageFolder: string;
};

/** Finds a served VS Code of this version among the downloads; undefined when it or its Node is not there. */
export async function findServedVSCode(version: string): Promise<ServedVSCode | undefined> {
  const packageFolder = await findDownload(vscodeOf(version));
  if (packageFolder === undefined) return undefined;
  const major = await nodeMajorOf(packageFolder);
  if (runsOn(major)) return { kind: 'served', version, node: process.execPath, packageFolder };
  const folder = await findDownload(nodeOf(major));
  return folder === undefined ? undefined : { kind: 'served', version, node: nodeIn(folder), packageFolder };
}

/** The same after it was fetched where it was not there. Throws a FetchError when it cannot be had. */
export async function fetchServedVSCode(version: string): Promise<ServedVSCode> {
  const packageFolder = await fetchDownload(vscodeOf(version));
  const major = await nodeMajorOf(packageFolder);
  const node = runsOn(major) ? process.execPath : nodeIn(await fetchDownload(nodeOf(major)));
  return { kind: 'served', version, node, packageFolder };
}

/** The npm package code-server ships VS Code's own server and page; its 4.139.1 is VS Code 1.139.1. */
function vscodeOf(version: string): Download {
  const name = `code-server-${version.replace(/^1\./, '4.')}`;
  return {
    folder: name,
    title: `VS Code ${version}`,
    megabytes: 120,
    fill: async (folder, npm) => {
      await unpackPackage(name.replace(/-(?=\d)/, '@'), folder, npm);
      await installDependencies(join(folder, 'lib', 'vscode'), npm);
    },
  };
}

async function installDependencies(vscodeFolder: string, npm: Npm): Promise<void> {
  await leaveOutUnneeded(join(vscodeFolder, 'package.json'));
  // Its built-in extensions need TypeScript, or VS Code complains when a JavaScript file is opened.
  for (const part of [vscodeFolder, join(vscodeFolder, 'extensions')]) {
    await npm(['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], part);
  }
  await replaceNativeModules(vscodeFolder);
  await addRipgrep(vscodeFolder, npm);
}

async function leaveOutUnneeded(manifestPath: string): Promise<void> {
  const manifest = z
    .looseObject({ dependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(await readFile(manifestPath, 'utf8')));
  for (const name of UNNEEDED_DEPENDENCIES) {
    delete manifest.dependencies[name];
  }
  await writeFile(manifestPath, JSON.stringify(manifest));
}

const Package = z.object({ engines: z.object({ node: z.string() }) });

/** Each VS Code runs on the Node of its time: its extension host hangs on a newer one, its server fails on an older one. */
async function nodeMajorOf(packageFolder: string): Promise<number> {
  const { engines } = Package.parse(JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')));
  return Number.parseInt(engines.node, 10);
}

function runsOn(major: number): boolean {
  return Number.parseInt(process.versions.node, 10) === major;
}

const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

function nodeOf(major: number): Download {
  return {
    folder: `node-${major}-${platform}`,
    title: `Node ${major} (VS Code runs on it)`,
    megabytes: 50,
    fill: async (folder, npm) => await unpackPackage(`node-${platform}@${major}`, folder, npm),
  };
}

function nodeIn(folder: string): string {
  return join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}
