import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import * as l10n from '@vscode/l10n';
import { afterEach, beforeEach } from 'mocha';
import type { ExitCode } from '../../../src/cli/io.ts';
import { run } from '../../../src/cli/run.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../../host/temporaryFolder.ts';

/** What somebody has before them when a command has ended. */
export type Ended = { readonly exitCode: ExitCode; readonly out: string; readonly err: string };

export type Surroundings = {
  readonly env?: Record<string, string>;
  /** Standard output is a terminal. */
  readonly terminal?: true;
  readonly stdin?: string | Uint8Array;
  /** The folder that it is run in, from that of the project. */
  readonly within?: string;
};

/** A folder with a project, which comes and goes with each test, and the command line in it. */
export type Project = {
  path(...parts: readonly string[]): string;
  write(path: string, text: string | Uint8Array): Promise<void>;
  read(path: string): Promise<string>;
  link(path: string, to: string): Promise<void>;
  run(args: readonly string[], surroundings?: Surroundings): Promise<Ended>;
};

/** The day on which the tests are run, as far as the command line knows. */
export const NOW = new Date('2026-11-22T12:00:00Z');

export const ID = '0b1f0c5e-1111-4111-8111-000000000002';

/** A framework.js whose entries are these, each on a line of its own from line 4 on. */
export function frameworkWith(...entries: readonly string[]): string {
  return `window.Framework = {\n  config: {\n    clientIds: {\n${entries.map((entry) => `      ${entry},\n`).join('')}    },\n  },\n};\n`;
}

export const FINE = frameworkWith(`'mypurecloud.com': '${ID}'`);
/** An error in line 4. */
export const FAULTY = frameworkWith(`'mypurecloud.com': '${ID.slice(1)}'`);
/** A warning in line 4, which can be repaired. */
export const TWICE = frameworkWith(`'mypurecloud.com': '${ID}'`, `'mypurecloud.com': '${ID}'`);

export function useProject(): Project {
  let folder: TemporaryFolder;

  beforeEach(async () => {
    folder = await makeTemporaryFolder('cli');
  });

  afterEach(async () => {
    l10n.config({ contents: {} });
    await folder.remove();
  });

  const path = (...parts: readonly string[]) => join(folder.path, ...parts);

  return {
    path,
    write: async (name, text) => {
      await mkdir(dirname(path(name)), { recursive: true });
      await writeFile(path(name), text);
    },
    read: async (name) => await readFile(path(name), 'utf8'),
    link: async (name, to) => {
      await mkdir(dirname(path(name)), { recursive: true });
      await symlink(to, path(name));
    },
    run: async (args, { env = {}, terminal, stdin = '', within = '' } = {}) => {
      let out = '';
      let err = '';
      const exitCode = await run({
        args,
        cwd: path(within),
        env,
        home: path('home'),
        practiceOrgProgram: undefined,
        readStdin: async () => (typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin),
        protocolStreams: () => ({ input: new PassThrough(), output: new PassThrough() }),
        stdout: {
          isTerminal: terminal === true,
          write: (text) => {
            out += text;
          },
          deliver: async (text) => {
            out += text;
          },
        },
        stderr: {
          isTerminal: false,
          write: (text) => {
            err += text;
          },
          deliver: async (text) => {
            err += text;
          },
        },
        now: () => NOW,
        interruption: () => new AbortController().signal,
      });
      return { exitCode, out, err };
    },
  };
}
