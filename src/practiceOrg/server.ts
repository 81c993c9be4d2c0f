import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { createApp } from './app.ts';
import { NamedHeadersResponse } from './headerNames.ts';
import type { Allowed } from './hostAndOrigin.ts';
import { inEveryLanguage } from './language.ts';
import { createOrg, type OrgOptions } from './org.ts';
import { bringAbout, type CauseAsked, takeBack } from './practice/bringAbout.ts';
import { turn } from './practice/readSwitches.ts';
import type { SwitchChange } from './practice/switches.ts';
import type { Room } from './room.ts';
import { automationClient, SIGN_IN_CLIENT_ID, signInPeople } from './world/seed.ts';
import { createSaver, loadWorld } from './world/stateFile.ts';

const KEEP_ALIVE_MILLISECONDS = 60_000;

/** How much of the computer those who ask may take up together. */
export type Limits = Room & {
  /** How many connections there may be; others are closed at once. */
  readonly connections: number;
  /** Milliseconds until the headers of a request, and until its body must be there. */
  readonly headersMs: number;
  readonly requestMs: number;
};

/** Far more than is needed for practice, by far less than a computer has. */
const ample: Limits = {
  connections: 1000,
  headersMs: 20_000,
  requestMs: 60_000,
  worldSize: 128_000_000,
  signIns: 50_000,
};

export type PracticeOrgOptions = Partial<OrgOptions & Allowed> & {
  /** Left out: ample ones. */
  readonly limits?: Partial<Limits>;
  /** 0, the default: any free port. */
  readonly port?: number;
  /** In the place of `port`: this one where it can be had, or else any free one. */
  readonly preferredPort?: number;
  /**
   * The process runs this org and nothing else: it answers faster with a Request and a Response of its own, which
   * replace those of the whole process. Left out: no, as in a test.
   */
  readonly ownsProcess?: boolean;
  /** What ends the program, when that is asked for; left out: nothing does. */
  readonly end?: () => void;
  /** Where the org remembers what it holds over a restart; left out: nowhere. */
  readonly stateFile?: string;
  /** What goes wrong from the beginning; left out: nothing. */
  readonly switches?: SwitchChange;
  /** What is wrong from the beginning, as a cause of trouble to find; left out: nothing. */
  readonly causes?: readonly CauseAsked[];
};

/** What one needs to know to use a running org; printed as one line of JSON by the command line. */
export type Introduction = {
  readonly baseUrl: string;
  readonly region: string;
  readonly people: readonly {
    readonly name: string;
    readonly loginHint: string;
    /** By the language that it is said in (BCP 47 tag). */
    readonly mayDo: Readonly<Record<string, string>>;
  }[];
  readonly automationClient: { readonly id: string; readonly secret: string };
  readonly signInClient: { readonly id: string };
  /** What the control operations (`/practice/…`) must be asked with. */
  readonly controlToken: string;
};

export type PracticeOrg = Introduction & {
  /** Ends every connection and resolves when nothing listens and the state is saved. */
  close(): Promise<void>;
};

/**
 * Starts a simulated org on 127.0.0.1. Rejects with the system's error when the port cannot be had
 * (`EADDRINUSE`, `EACCES`), with `SwitchError` when the switches name nobody of the org, with `CauseError` when
 * a cause cannot be brought about, with `StateFileError` when the state file is no use
 * or cannot be written.
 */
export async function startPracticeOrg(options: PracticeOrgOptions = {}): Promise<PracticeOrg> {
  const org = createOrg({ region: 'mypurecloud.com', ...options });
  const { stateFile, allowedHosts = [], allowedOrigins = [], end = () => {} } = options;
  if (stateFile !== undefined) {
    org.world = (await loadWorld(stateFile, org.clock, org.random)) ?? org.world;
  }
  // Whoever ended it may have been in the middle of an exercise.
  takeBack(org);
  turn(org, options.switches ?? {});
  for (const cause of options.causes ?? []) bringAbout(org, cause);
  const saver = stateFile === undefined ? undefined : createSaver(stateFile, () => org.world);
  const saved = async () => saver?.save();
  await saved();
  const controlToken = org.random.secret();
  const limits = { ...ample, ...options.limits };
  const allowed = { allowedHosts, allowedOrigins };
  const app = createApp(org, { allowed, controlToken, room: limits, saved, end });
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: options.ownsProcess ?? false });
  const server = createServer(
    {
      ServerResponse: NamedHeadersResponse,
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      connectionsCheckingInterval: limits.headersMs / 4,
    },
    listener,
  );
  server.maxConnections = limits.connections;
  // A client's next request must not meet a connection that is just being closed, on a slow computer neither.
  server.keepAliveTimeout = KEEP_ALIVE_MILLISECONDS;
  await listen(server, options);
  return {
    baseUrl: `http://127.0.0.1:${portOf(server.address())}`,
    region: org.region,
    people: signInPeople.map(({ name, loginHint, mayDo }) => ({
      name,
      loginHint,
      mayDo: inEveryLanguage(mayDo),
    })),
    automationClient,
    signInClient: { id: SIGN_IN_CLIENT_ID },
    controlToken,
    async close() {
      server.close();
      server.closeAllConnections();
      await saved();
    },
  };
}

/** An org that is just ending, because its window was closed, frees its port in a moment. */
const PORT_PATIENCE_MILLISECONDS = 2000;
const LOOK_AGAIN_AFTER_MILLISECONDS = 50;

async function listen(
  server: Server,
  { port = 0, preferredPort }: Pick<PracticeOrgOptions, 'port' | 'preferredPort'>,
): Promise<void> {
  if (preferredPort !== undefined && (await isHad(server, preferredPort))) return;
  await listenAt(server, port);
}

async function isHad(server: Server, port: number): Promise<boolean> {
  const until = Date.now() + PORT_PATIENCE_MILLISECONDS;
  for (;;) {
    const obstacle = await listenAt(server, port).catch((error: NodeJS.ErrnoException) => error);
    if (obstacle === undefined) return true;
    // Windows keeps ports back, and says so with EACCES: that does not pass.
    if (obstacle.code === 'EACCES') return false;
    if (obstacle.code !== 'EADDRINUSE') throw obstacle;
    if (Date.now() > until) return false;
    await setTimeout(LOOK_AGAIN_AFTER_MILLISECONDS);
  }
}

async function listenAt(server: Server, port: number): Promise<void> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return address.port;
}
