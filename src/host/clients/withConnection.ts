import { type Result, SIGNED_OUT } from '../../core/platform/errors.ts';
import type { Connection } from '../../core/platform/request.ts';
import { reasonOf } from '../../core/reason.ts';
import type { Connections } from '../signIn/connections.ts';
import type { Sessions } from '../signIn/sessions.ts';

/** Calls an org as whoever of this account (its ID) is signed in now. Never rejects. */
export async function withConnection<T>(
  { sessions, connections }: { sessions: Sessions; connections: Connections },
  account: string,
  call: (to: Connection) => Promise<Result<T>>,
): Promise<Result<T>> {
  const session = await sessions.ofAccount(account);
  if (session === undefined) return { ok: false, error: SIGNED_OUT };
  try {
    return await call(await connections.of(session));
  } catch (thrown) {
    return { ok: false, error: { kind: 'unreachable', reason: reasonOf(thrown) } };
  }
}
