import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { DATA_FOLDER, ISSUED_FILE } from '../../canaries/issued.js';
import { issuedIn } from '../../canaries/issuedIn.ts';
import { provision } from '../../needs/needs.ts';
import type { Language } from '../languagePack.ts';
import { readManifest } from '../paths.ts';
import { run, startProcess, stopProcess } from '../processes.ts';
import { makeTemporaryFolder } from '../temporaryFolder.ts';
import { writeUserData } from '../userData.ts';

/** `few`: those that the tests meet. All of them, TypeScript's above all, work as long on each file as a test takes. */
type OwnExtensions = 'all' | 'few';

const FEW = ['javascript', 'json', 'theme-defaults'];

export type ServerOptions = {
  /** The folder that VS Code opens; none when left out. */
  workspaceFolder?: string | undefined;
  /** Opens folders in Restricted Mode, as those of strangers. */
  restricted?: boolean;
  /** Extensions to have installed, by folder; left as they are, so a new build shows after a reload. */
  extensionFolders: string[];
  /** Which of VS Code's own extensions there are; all of them when left out. */
  ownExtensions?: OwnExtensions;
  /** Packed extensions to install, as people do. */
  vsix?: string[];
  language: Language;
  settings: Record<string, unknown>;
  /** Lets the page load an extension under development and its tests: see extensionTests.ts. */
  testDriver: boolean;
  /** A module that the server's own processes load first, the extension host among them. */
  preload?: string | undefined;
};

export type RunningServer = {
  /** Opens VS Code with the workspace and the extension in any browser on this machine. */
  baseUrl: string;
  /** The lines that the server printed. */
  log: string[];
  /** Where VS Code keeps its settings, logs and storage. */
  dataFolder: string;
  /** What orgs gave out to its extension hosts, as far as these loaded the module that notes it. */
  issued(): Promise<ReadonlySet<string>>;
  /** Ends the server and its extension hosts, and removes its user data. */
  stop(): Promise<void>;
};

const readySchema = z.object({ port: z.number() });

/** Starts a VS Code server with user data of its own on a free port of 127.0.0.1. Throws when it does not start. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { node, packageFolder } = await provision('servedVSCode');
  const folder = await makeTemporaryFolder('vscode');
  const issuedFile = join(folder.path, 'issued');
  const dataFolder = join(folder.path, 'data');
  const userDataFolder = join(dataFolder, 'user');
  await writeUserData(userDataFolder, options);
  const extensionsFolder = join(dataFolder, 'extensions');
  const serverDataFolder = join(dataFolder, 'server');
  await linkExtensions(options.extensionFolders, extensionsFolder);
  const ownExtensionsFolder =
    options.ownExtensions === 'few' ? await linkFew(packageFolder, dataFolder) : undefined;
  for (const file of options.vsix ?? []) {
    const main = join(packageFolder, 'lib', 'vscode', 'out', 'server-main.js');
    const folders = [`--extensions-dir=${extensionsFolder}`, `--server-data-dir=${serverDataFolder}`];
    const accept = '--accept-server-license-terms';
    await run(node, [main, `--install-extension=${file}`, ...folders, accept], { output: 'keep' });
  }

  const start = {
    packageFolder,
    arguments: {
      'accept-server-license-terms': true,
      ...(ownExtensionsFolder !== undefined && { 'builtin-extensions-dir': ownExtensionsFolder }),
      compatibility: '1.64',
      ...(options.workspaceFolder !== undefined && { 'default-folder': options.workspaceFolder }),
      'disable-update-check': true,
      // Browser and server are on one computer.
      'disable-websocket-compression': true,
      'disable-workspace-trust': options.restricted !== true,
      'enable-smoke-test-driver': options.testDriver,
      'extensions-dir': extensionsFolder,
      // No shell is started to ask it for its environment.
      'force-disable-user-env': true,
      locale: options.language,
      'server-data-dir': serverDataFolder,
      'telemetry-level': 'off',
      'user-data-dir': userDataFolder,
      'without-connection-token': true,
    },
  };
  const server = await startProcess(
    node,
    [
      '--disable-warning=DEP0169',
      ...(options.preload === undefined ? [] : ['--import', options.preload]),
      ...[join(import.meta.dirname, 'serve.js'), JSON.stringify(start)],
    ],
    {
      // Without a marketplace: what is tried is this extension alone, with or without a network.
      env: {
        ...process.env,
        EXTENSIONS_GALLERY: '{}',
        ...{ [DATA_FOLDER]: dataFolder, [ISSUED_FILE]: issuedFile },
      },
      isReady: (line) => line.startsWith('{"port"'),
      timeoutSeconds: 60,
    },
  ).catch(async (error: unknown) => {
    await folder.remove();
    throw error;
  });
  const { port } = readySchema.parse(JSON.parse(server.readyLine));
  return {
    baseUrl: `http://127.0.0.1:${port}/`,
    log: server.log,
    dataFolder,
    issued: async () => await issuedIn(issuedFile),
    stop: async () => {
      await stopProcess(server.child);
      await folder.remove();
    },
  };
}

async function linkExtensions(folders: string[], extensionsFolder: string): Promise<void> {
  await mkdir(extensionsFolder);
  for (const folder of folders) {
    const { id, version } = readManifest(folder);
    await link(folder, join(extensionsFolder, `${id}-${version}`));
  }
}

/** Makes a folder with few of VS Code's own extensions, and returns its path. */
async function linkFew(packageFolder: string, dataFolder: string): Promise<string> {
  const folder = join(dataFolder, 'own-extensions');
  await mkdir(folder);
  for (const name of FEW)
    await link(join(packageFolder, 'lib', 'vscode', 'extensions', name), join(folder, name));
  return folder;
}

/** A junction needs no special right on Windows. */
async function link(folder: string, path: string): Promise<void> {
  await symlink(folder, path, 'junction');
}
