import { clientCredentialsLogin, refreshLogin, type Token } from '../../core/platform/login.ts';
import type { LoginError } from '../../core/platform/loginError.ts';
import { tokenEndsAt } from '../../core/platform/tokens.ts';
import type { Renewal, Session } from './session.ts';

export type Renewed = { ok: true; session: Session } | { ok: false; error: LoginError };

/** What renews a token of this client; undefined where no refresh token came with it. */
export function renewalOf({ refreshToken }: Token, clientId: string): Renewal | undefined {
  return refreshToken === undefined ? undefined : { kind: 'refresh-token', clientId, refreshToken };
}

/** The session with another token, made without asking anybody, or why there is none. */
export async function renewed(session: Session, renewal: Renewal, loginUrl: string): Promise<Renewed> {
  const result =
    renewal.kind === 'refresh-token'
      ? await refreshLogin(loginUrl, renewal.clientId, renewal.refreshToken)
      : await clientCredentialsLogin(loginUrl, renewal.clientId, renewal.clientSecret);
  if (!result.ok) return result;
  const { accessToken, expiresInSeconds, refreshToken } = result.token;
  const endsAt = tokenEndsAt(new Date(), expiresInSeconds);
  const { endsAt: _, ...rest } = session;
  const next =
    renewal.kind === 'refresh-token' && refreshToken !== undefined ? { ...renewal, refreshToken } : renewal;
  return {
    ok: true,
    session: { ...rest, accessToken, ...(endsAt !== undefined && { endsAt }), renewal: next },
  };
}
