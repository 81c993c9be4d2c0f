import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import * as z from 'zod/mini';
import { parseJson } from '../parseJson.ts';
import { injectedRecord } from '../practice/injected.ts';
import type { Clock } from './clock.ts';
import type { Random } from './random.ts';
import {
  accessTokenRecord,
  clientRecord,
  codeRecord,
  divisionRecord,
  grantRecord,
  groupRecord,
  idleTimeoutRecord,
  personRecord,
  refreshTokenRecord,
  roleRecord,
} from './records.ts';
import { emptyWorld, type World } from './world.ts';

const VERSION = 1;

const versioned = z.looseObject({ version: z.number() });
const stateSchema = z.strictObject({
  version: z.literal(VERSION),
  divisions: z.array(divisionRecord).check(z.refine((divisions) => divisions.some(({ home }) => home))),
  roles: z.array(roleRecord),
  people: z.array(personRecord),
  groups: z.array(groupRecord),
  grants: z.array(grantRecord),
  clients: z.array(clientRecord),
  accessTokens: z.array(accessTokenRecord),
  refreshTokens: z.array(refreshTokenRecord),
  codes: z.array(codeRecord),
  idleTimeout: idleTimeoutRecord,
  injected: z._default(z.array(injectedRecord), () => []),
});

/** The file cannot be used as the org's state; the message is one sentence for the person who named it. */
export class StateFileError extends Error {}

/** What the file holds is no state of this version: it was left as it is, and stays of no use. */
export class UnusableStateError extends StateFileError {}

/**
 * The world as a state file has it; undefined when there is no file yet.
 * Throws `StateFileError` when the file cannot be read or is not a practice org's state.
 */
export async function loadWorld(file: string, clock: Clock, random: Random): Promise<World | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new StateFileError(`The state file ${file} cannot be read (${reasonOf(error)}).`);
  });
  await removeHalves(file);
  if (text === undefined) return undefined;
  const state = stateIn(text);
  if (typeof state !== 'string') return worldOf(state, clock, random);
  throw new UnusableStateError(
    `The state file ${file} ${state}. It was left as it is: move it away, or name another one with --state.`,
  );
}

/** The state in a text, or what the text is instead, as the end of a sentence. */
function stateIn(text: string): z.infer<typeof stateSchema> | string {
  const json = parseJson(text);
  if (json === undefined) return 'is not JSON, or was cut off';
  const { data } = versioned.safeParse(json);
  if (data !== undefined && data.version !== VERSION) {
    return 'was written by another version of the practice org';
  }
  return stateSchema.safeParse(json).data ?? 'is not the state of a practice org of this version';
}

/**
 * Saves a world again and again: `save` resolves when a state at least as new as the call is on disk. The
 * file is replaced in one step, so a reader sees the old state or the new one, never a half. Calls during a
 * write share the next one. It rejects with `StateFileError` when the file cannot be written.
 */
export function createSaver(file: string, current: () => World): { save(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | undefined;
  return {
    save() {
      waiting ??= running.then(() => {
        waiting = undefined;
        const writing = replaceFile(file, JSON.stringify(stateOf(current())));
        // A write that fails is reported by its own caller, and does not stand in the way of the next.
        running = writing.catch(() => undefined);
        return writing;
      });
      return waiting;
    },
  };
}

/** Removes what was half written by an org that was killed meanwhile; one that runs may be writing. */
async function removeHalves(file: string): Promise<void> {
  const names = await readdir(dirname(file)).catch(() => []);
  for (const name of names.filter((each) => each.startsWith(`${basename(file)}.`))) {
    const [, writer] = /\.(\d+)\.tmp$/.exec(name) ?? [];
    if (writer !== undefined && !isRunning(Number(writer)))
      await rm(join(dirname(file), name), { force: true });
  }
}

function isRunning(process_: number): boolean {
  try {
    return process.kill(process_, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function replaceFile(file: string, text: string): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, text, { mode: 0o600 });
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new StateFileError(`The state file ${file} cannot be written (${reasonOf(error)}).`);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

/** How many characters of JSON a state file of this world has. */
export function sizeOf(world: World): number {
  return JSON.stringify(stateOf(world)).length;
}

function stateOf(world: World): z.infer<typeof stateSchema> {
  const now = world.clock.now();
  return {
    version: VERSION,
    divisions: [...world.divisions.values()],
    roles: [...world.roles.values()],
    people: [...world.people.values()],
    groups: [...world.groups.values()],
    grants: [...world.grants.values()].flat(),
    clients: [...world.clients.values()],
    accessTokens: [...world.accessTokens.values()].filter(({ expiresAt }) => expiresAt > now),
    refreshTokens: [...world.refreshTokens.values()],
    codes: [...world.codes.values()].filter(({ expiresAt }) => expiresAt > now),
    idleTimeout: world.idleTimeout,
    injected: [...world.injected],
  };
}

function worldOf(state: z.infer<typeof stateSchema>, clock: Clock, random: Random): World {
  return {
    ...emptyWorld(clock, random),
    divisions: keyed(state.divisions, ({ id }) => id),
    roles: keyed(state.roles, ({ id }) => id),
    people: keyed(state.people, ({ id }) => id),
    groups: keyed(state.groups, ({ id }) => id),
    grants: grouped(state.grants, ({ subjectId }) => subjectId),
    clients: keyed(state.clients, ({ id }) => id),
    accessTokens: keyed(state.accessTokens, ({ fingerprint }) => fingerprint),
    refreshTokens: keyed(state.refreshTokens, ({ fingerprint }) => fingerprint),
    codes: keyed(state.codes, ({ fingerprint }) => fingerprint),
    idleTimeout: state.idleTimeout,
    injected: state.injected,
  };
}

function keyed<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item> {
  return new Map(items.map((item) => [key(item), item]));
}

function grouped<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}
