import { AsyncLocalStorage } from 'node:async_hooks';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { files, PLATFORM } from '../secrets/requests.ts';

/** What is exported there and makes no request of its own, and why. */
export const ASK_NOBODY: Readonly<Record<string, string>> = {
  beginLogin: 'asks nobody',
  pause: 'asks nobody',
  loginErrorOf: 'asks nobody',
  readLastUse: 'asks by readUse alone',
  queryUsage: 'asks for readUse and readCalledEndpoints',
};

/** The operations as text: what they call by name is reached, where a library hides by whom its requests are made. */
const folder = join(import.meta.dirname, 'operations');
const calls = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));

/** As deep as the way from what a person does to the wire may be. */
const DEEPEST = 60;

const reached = new AsyncLocalStorage<Set<string>>();

/** From now on it is seen which functions of the platform ask a host; returns what ends that. */
export function watchRequests(): () => void {
  const { fetch } = globalThis;
  globalThis.fetch = async (...request) => {
    const names = reached.getStore();
    if (names !== undefined) for (const name of namesOnStack()) names.add(name);
    return await fetch(...request);
  };
  return () => {
    globalThis.fetch = fetch;
  };
}

/** Does this work, and notes the names of the functions of the platform by which it asks a host. */
export async function watched<T>(names: Set<string>, work: () => Promise<T>): Promise<T> {
  return await reached.run(names, work);
}

/** Every function of the platform that asks a host, by which none of these was made. A new one joins by itself. */
export function notReached(names: ReadonlySet<string>): string[] {
  return files
    .filter(({ path }) => path.startsWith(PLATFORM))
    .flatMap(({ text }) => [...text.matchAll(/^export async function (\w+)/gm)].map(([, name = '']) => name))
    .filter((name) => !Object.hasOwn(ASK_NOBODY, name) && !names.has(name))
    .filter((name) => !calls.some((text) => text.includes(`await ${name}(`)));
}

function namesOnStack(): string[] {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = DEEPEST;
  const { stack = '' } = new Error();
  Error.stackTraceLimit = stackTraceLimit;
  return stack
    .split('\n')
    .filter((line) => /[\\/]src[\\/]core[\\/]platform[\\/]/.test(line))
    .flatMap((line) => /at (?:async )?(?:\w+\.)*(\w+) /.exec(line)?.[1] ?? []);
}
