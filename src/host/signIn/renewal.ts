import type { LoginError } from '../../core/platform/loginError.ts';
import { tokenEndsAt } from '../../core/platform/tokens.ts';
import { nextRenewal, type Renewal, tokenAnew } from '../../core/signIn/renewal.ts';
import type { Session } from './session.ts';

export type Renewed = { ok: true; session: Session } | { ok: false; error: LoginError };

/** The session with another token, made without asking anybody, or why there is none. */
export async function renewed(session: Session, renewal: Renewal, loginUrl: string): Promise<Renewed> {
  const result = await tokenAnew(renewal, loginUrl);
  if (!result.ok) return result;
  const { accessToken, expiresInSeconds } = result.token;
  const endsAt = tokenEndsAt(new Date(), expiresInSeconds);
  const { endsAt: _, ...rest } = session;
  const next = nextRenewal(renewal, result.token);
  return {
    ok: true,
    session: { ...rest, accessToken, ...(endsAt !== undefined && { endsAt }), renewal: next },
  };
}
