import { clientCredentialsLogin, refreshLogin } from '../../core/platform/login.ts';
import { endOf } from './newSession.ts';
import type { Session } from './session.ts';

/** The session with another token, made without asking anybody; undefined when it has no means to, or they failed. */
export async function renewedToken(session: Session, loginUrl: string): Promise<Session | undefined> {
  const { renewal } = session;
  if (renewal === undefined) return undefined;
  const result =
    renewal.kind === 'refresh-token'
      ? await refreshLogin(loginUrl, renewal.clientId, renewal.refreshToken)
      : await clientCredentialsLogin(loginUrl, renewal.clientId, renewal.clientSecret);
  if (!result.ok) return undefined;
  const { accessToken, refreshToken } = result.token;
  const endsAt = endOf(result.token);
  const { endsAt: _, ...rest } = session;
  return {
    ...rest,
    accessToken,
    ...(endsAt !== undefined && { endsAt }),
    renewal:
      renewal.kind === 'refresh-token' && refreshToken !== undefined ? { ...renewal, refreshToken } : renewal,
  };
}
