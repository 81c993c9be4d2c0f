import type * as vscode from 'vscode';
import * as z from 'zod/mini';
import { Renewal } from '../../core/signIn/renewal.ts';

/** How a sign-in came about, so that the same can be done again. */
export const SessionSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('practice-org') }),
  z.object({
    kind: z.literal('found'),
    id: z.string(),
    holds: z.enum(['client-credentials', 'access-token']),
  }),
  z.object({ kind: z.literal('browser'), clientId: z.string() }),
  z.object({ kind: z.literal('client-credentials'), clientId: z.string() }),
  z.object({ kind: z.literal('access-token') }),
]);
export type SessionSource = z.infer<typeof SessionSource>;

/** Somebody signed in to an org of a region. Lives in SecretStorage only, because of its tokens. */
export const Session = z.object({
  id: z.string(),
  accessToken: z.string(),
  /** When the token ends (ISO 8601), as far as the login host said so. */
  endsAt: z.optional(z.string()),
  account: z.object({ id: z.string(), label: z.string() }),
  scopes: z.array(z.string()),
  orgName: z.string(),
  /** Domain of the region. */
  region: z.string(),
  source: SessionSource,
  renewal: z.optional(Renewal),
});
export type Session = z.infer<typeof Session>;

export function isPractice({ source }: Pick<Session, 'source'>): boolean {
  return source.kind === 'practice-org';
}

/** Whether another tool on this computer still uses the token, so that it is not ours to end. */
export function isBorrowed({ source }: Pick<Session, 'source'>): boolean {
  return source.kind === 'found' && source.holds === 'access-token';
}

/** What VS Code and other extensions may have of a session: its token, but nothing that makes more of them. */
export function forOthers({ id, accessToken, account, scopes }: Session): vscode.AuthenticationSession {
  return { id, accessToken, account, scopes };
}
