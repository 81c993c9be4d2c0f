import type { PlatformError, Result } from '../platform/errors.ts';
import type { Connection } from '../platform/request.ts';
import { deleteToken, getToken } from '../platform/tokens.ts';
import { getMe } from '../platform/users.ts';
import type { Proven } from './proof.ts';

/**
 * Uses the token of this connection for what harms nobody, and ends it, however that went. A token that may tell
 * nothing, because the client lacks the scope for it, is accepted all the same.
 */
export async function checkToken(connection: Connection, signal: AbortSignal): Promise<Result<Proven>> {
  const [token, me] = await Promise.all([getToken(connection, signal), getMe(connection, signal)]);
  const tokenEnded = (await deleteToken(connection)).ok;
  const error = errorOf(token) ?? errorOf(me);
  if (error !== undefined) return { ok: false, error };
  return {
    ok: true,
    value: {
      ...(me.ok && { person: me.value.name }),
      ...(token.ok && token.value.organization.name && { orgName: token.value.organization.name }),
      tokenEnded,
    },
  };
}

/** What stands against a token; that it may not do this is not. */
function errorOf(result: Result<unknown>): PlatformError | undefined {
  return result.ok || result.error.kind === 'forbidden' ? undefined : result.error;
}
