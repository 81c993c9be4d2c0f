import type * as vscode from 'vscode';
import * as z from 'zod/mini';
import { parseJson } from '../../core/platform/parseJson.ts';
import { Session } from './session.ts';

/** Where in SecretStorage they are. */
export const SESSIONS_KEY = 'genesysOAuth.sessions';

/** What SecretStorage holds: the sessions, and records that only another version of this extension understands. */
export type Stored = { sessions: readonly Session[]; others: readonly unknown[] };

/** Undefined when the keyring cannot be read; what is no list of records counts as none. */
export async function readStored(storage: vscode.SecretStorage): Promise<Stored | undefined> {
  try {
    const records = recordsIn((await storage.get(SESSIONS_KEY)) ?? '[]');
    const parsed = records.map((record) => ({ record, session: Session.safeParse(record) }));
    return {
      sessions: parsed.flatMap(({ session }) => (session.success ? [session.data] : [])),
      others: parsed.flatMap(({ record, session }) => (session.success ? [] : [record])),
    };
  } catch {
    return undefined;
  }
}

/** False when the keyring refuses. */
export async function writeStored(
  storage: vscode.SecretStorage,
  { sessions, others }: Stored,
): Promise<boolean> {
  return await storage.store(SESSIONS_KEY, JSON.stringify([...others, ...sessions])).then(
    () => true,
    () => false,
  );
}

function recordsIn(text: string): unknown[] {
  const records = z.array(z.unknown()).safeParse(parseJson(text));
  return records.success ? records.data : [];
}
