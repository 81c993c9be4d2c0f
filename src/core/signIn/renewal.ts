import * as z from 'zod/mini';
import { clientCredentialsLogin, type LoginResult, refreshLogin, type Token } from '../platform/login.ts';
import type { OrgFacts } from '../procedures/context.ts';

/** When the token of a session ends (ISO 8601), as far as the login host said so. */
type Ending = { readonly endsAt?: string | undefined };

/** What is known of an org, after the session it was read with may have been renewed: its token ends later then. */
export function afterRenewal<T extends OrgFacts>(org: T, before: Ending, now: Ending): T {
  // An end that is not the session's is that of the idle time, which comes sooner.
  return org.tokenEndsAt === before.endsAt ? { ...org, tokenEndsAt: now.endsAt } : org;
}

/** What makes another token without asking anybody. */
export const Renewal = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('refresh-token'), clientId: z.string(), refreshToken: z.string() }),
  z.object({ kind: z.literal('client-credentials'), clientId: z.string(), clientSecret: z.string() }),
]);
export type Renewal = z.infer<typeof Renewal>;

/** What renews a token of this client; undefined where no refresh token came with it. */
export function renewalOf({ refreshToken }: Token, clientId: string): Renewal | undefined {
  return refreshToken === undefined ? undefined : { kind: 'refresh-token', clientId, refreshToken };
}

/** Another token, made without asking anybody, or why there is none. A refresh token is used up by it. */
export async function tokenAnew(
  renewal: Renewal,
  loginUrl: string,
  signal?: AbortSignal,
): Promise<LoginResult> {
  return renewal.kind === 'refresh-token'
    ? await refreshLogin(loginUrl, renewal.clientId, renewal.refreshToken, signal)
    : await clientCredentialsLogin(loginUrl, renewal.clientId, renewal.clientSecret, signal);
}

/** What makes the token after this one. */
export function nextRenewal(renewal: Renewal, { refreshToken }: Token): Renewal {
  return renewal.kind === 'refresh-token' && refreshToken !== undefined
    ? { ...renewal, refreshToken }
    : renewal;
}
