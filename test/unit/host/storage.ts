import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SecretRecords } from '../../../src/host/secrets/secretRecords.ts';
import { readStored, SESSIONS_KEY } from '../../../src/host/signIn/sessions.ts';
import { repoFolder } from '../../host/paths.ts';

/** Under what the wizard of a workspace is remembered. */
export const WIZARD = 'genesysOAuth.wizard';

type Stored = Record<'workspaceState' | 'globalState' | 'secrets', Record<string, unknown>>;

/** What a version of before stored, by key. */
export function fixture(name: string): Stored {
  return JSON.parse(readFileSync(join(repoFolder, 'test', 'fixtures', 'stored', `${name}.json`), 'utf8'));
}

/** A storage of VS Code that holds these values. */
export function memento(values: Record<string, unknown>) {
  const kept = new Map(Object.entries(values));
  return {
    keys: () => [...kept.keys()],
    get: (key: string) => structuredClone(kept.get(key)),
    update: async (key: string, value: unknown) => {
      kept.set(key, value);
    },
  };
}

/** A keyring that holds these texts; `refuses` says which keys it takes nothing for. */
export function inMemory(values: Record<string, string>, refuses = (_key: string) => false) {
  const kept = new Map(Object.entries(values));
  return {
    kept,
    get: async (key: string) => kept.get(key),
    store: async (key: string, value: string) => {
      if (refuses(key)) throw new Error('locked');
      kept.set(key, value);
    },
    delete: async (key: string) => {
      if (refuses(key)) throw new Error('locked');
      kept.delete(key);
    },
  };
}

/** The secrets of these clients as they were kept when each stood alone. */
export function formerSecrets(clients: readonly { id: string }[]): Record<string, string> {
  return Object.fromEntries(
    clients.map(({ id }) => [`genesysOAuth.clientSecret.${id}`, `secret of ${id}`] as const),
  );
}

/** The sign-ins that are read from these records in the keyring. */
export async function sessionsIn(records: unknown) {
  const nothing = async () => undefined;
  const get = async (key: string) => (key === SESSIONS_KEY ? JSON.stringify(records) : undefined);
  const stored = await readStored(new SecretRecords({ get, store: nothing, delete: nothing }, SESSIONS_KEY));
  return stored && { sessions: stored.sessions, others: stored.others };
}
