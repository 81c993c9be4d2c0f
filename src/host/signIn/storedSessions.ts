import type * as vscode from 'vscode';
import * as z from 'zod/mini';
import { parseJson } from '../../core/platform/parseJson.ts';
import { salvage } from '../../core/salvage.ts';
import { Session } from './session.ts';

/** Where in SecretStorage they are. */
export const SESSIONS_KEY = 'genesysOAuth.sessions';

/** All but the end of a token, without which it is used until it is refused. */
const WHOLE = ['id', 'accessToken', 'account', 'scopes', 'orgName', 'region', 'source', 'renewal'];

const FoundBefore = z.looseObject({
  source: z.looseObject({ kind: z.literal('found'), id: z.string(), holds: z.optional(z.undefined()) }),
  renewal: z.optional(z.looseObject({ kind: z.string() })),
});

/** What SecretStorage holds: the sessions, and records that only another version of this extension understands. */
export type Stored = { sessions: readonly Session[]; others: readonly unknown[] };

/**
 * Undefined for a record of another version. What was found on this computer did not say at first what it holds; only
 * credentials were renewed. Sign-ins that know no way they came about were of the practice org alone, which is gone with
 * its window: whoever wants one signs in again.
 */
export function readSession(record: unknown): Session | undefined {
  const session = salvage(Session, record, {}, WHOLE);
  if (session !== undefined) return session;
  const found = FoundBefore.safeParse(record);
  if (!found.success) return undefined;
  const { renewal, source } = found.data;
  const holds = renewal?.kind === 'client-credentials' ? 'client-credentials' : 'access-token';
  return salvage(Session, { ...found.data, source: { ...source, holds } }, {}, WHOLE);
}

/** Undefined when the keyring cannot be read; what is no list of records counts as none. */
export async function readStored(storage: vscode.SecretStorage): Promise<Stored | undefined> {
  try {
    const records = recordsIn((await storage.get(SESSIONS_KEY)) ?? '[]');
    const parsed = records.map((record) => ({ record, session: readSession(record) }));
    return {
      sessions: parsed.flatMap(({ session }) => (session === undefined ? [] : [session])),
      others: parsed.flatMap(({ record, session }) => (session === undefined ? [record] : [])),
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
