import type { PlatformError, Result } from '../../core/platform/errors.ts';
import type { Connection } from '../../core/platform/request.ts';
import { reasonOf } from '../../core/reason.ts';
import type { Connections } from '../signIn/connections.ts';
import type { Sessions } from '../signIn/sessions.ts';

/** How an org would answer somebody who is not signed in to it. */
export function signedOut(): PlatformError {
  return { kind: 'signed-out', answer: { status: 401 } };
}

/** Calls an org as whoever of this account (its ID) is signed in now. Never rejects. */
export async function withConnection<T>(
  { sessions, connections }: { sessions: Sessions; connections: Connections },
  account: string,
  call: (to: Connection) => Promise<Result<T>>,
): Promise<Result<T>> {
  const session = await sessions.ofAccount(account);
  if (session === undefined) return { ok: false, error: signedOut() };
  try {
    return await call(await connections.of(session));
  } catch (thrown) {
    return { ok: false, error: { kind: 'unreachable', reason: reasonOf(thrown) } };
  }
}
