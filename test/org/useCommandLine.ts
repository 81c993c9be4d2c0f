import { setMaxListeners } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import * as l10n from '@vscode/l10n';
import { afterEach, beforeEach } from 'mocha';
import type { Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../host/temporaryFolder.ts';
import type { OrgUnderTest } from './client.ts';

/** What somebody has before them when a command has ended. */
export type Ended = { readonly exitCode: number; readonly out: string; readonly err: string };

export type Surroundings = {
  readonly env?: Record<string, string>;
  readonly terminal?: true;
  readonly stdin?: string;
  readonly interruption?: AbortSignal;
  readonly practiceOrgProgram?: string;
};

/** The command line in a folder and a home of its own, with nothing to sign in with but what the environment says. */
export type CommandLine = {
  path(...parts: readonly string[]): string;
  write(path: string, content: string | Uint8Array): Promise<void>;
  io(
    args: readonly string[],
    surroundings?: Surroundings,
  ): Io & { readonly told: () => Omit<Ended, 'exitCode'> };
  run(args: readonly string[], surroundings?: Surroundings): Promise<Ended>;
};

export function useCommandLine(): CommandLine {
  let folder: TemporaryFolder;
  beforeEach(async () => {
    folder = await makeTemporaryFolder('command-line');
  });
  afterEach(async () => {
    l10n.config({ contents: {} });
    await folder.remove();
  });
  const path = (...parts: readonly string[]) => join(folder.path, ...parts);

  const io: CommandLine['io'] = (args, surroundings = {}) => {
    const told = { out: '', err: '' };
    const output = (to: keyof typeof told) => ({
      isTerminal: surroundings.terminal === true,
      write: (text: string) => {
        told[to] += text;
      },
      deliver: async (text: string) => {
        told[to] += text;
      },
    });
    return {
      args,
      cwd: path(),
      env: surroundings.env ?? {},
      home: path('home'),
      practiceOrgProgram: surroundings.practiceOrgProgram,
      readStdin: async () => new TextEncoder().encode(surroundings.stdin ?? ''),
      protocolStreams: () => ({ input: new PassThrough(), output: new PassThrough() }),
      stdout: output('out'),
      stderr: output('err'),
      now: () => new Date(),
      interruption: () => surroundings.interruption ?? neverEnding(),
      told: () => told,
    };
  };

  return {
    path,
    io,
    write: async (name, content) => {
      await mkdir(dirname(path(name)), { recursive: true });
      await writeFile(path(name), content);
    },
    run: async (args, surroundings) => {
      const world = io(args, surroundings);
      return { exitCode: await run(world), ...world.told() };
    },
  };
}

/** To which each request that is under way may listen. */
export function neverEnding(): AbortSignal {
  const { signal } = new AbortController();
  setMaxListeners(0, signal);
  return signal;
}

/** An environment in which whatever goes to a region goes to this org. */
export function gatewayTo({ baseUrl }: Pick<OrgUnderTest, 'baseUrl'>): Record<string, string> {
  const { hostname: host, port } = new URL(baseUrl);
  return { GENESYS_OAUTH_GATEWAY: JSON.stringify({ host, port: Number(port), loginPath: 'login' }) };
}

/** The same with the variables of the Terraform provider for its client. */
export function terraformTo(org: Pick<OrgUnderTest, 'baseUrl' | 'automationClient'>): Record<string, string> {
  return {
    ...gatewayTo(org),
    GENESYSCLOUD_REGION: 'mypurecloud.com',
    GENESYSCLOUD_OAUTHCLIENT_ID: org.automationClient.id,
    GENESYSCLOUD_OAUTHCLIENT_SECRET: org.automationClient.secret,
  };
}

/** An environment that names this practice org. */
export function practiceNamed(org: OrgUnderTest): Record<string, string> {
  const { baseUrl, region, people, signInClient, controlToken } = org;
  return {
    GENESYS_OAUTH_PRACTICE_ORG: JSON.stringify({ baseUrl, region, people, signInClient, controlToken }),
  };
}
