import * as z from 'zod/mini';
import { PlatformError } from '../platform/errors.ts';
import type { OrgHosts } from '../platform/orgHosts.ts';

/** Why a login with the new client did not show that it works; told apart by what the person can do next. */
export const ProofFailure = z.discriminatedUnion('kind', [
  /** The login host does not know the client, or not yet. */
  z.object({ kind: z.literal('client-unknown') }),
  /** The client has another grant type than it was made with. */
  z.object({ kind: z.literal('other-grant') }),
  /** Nobody can log in with this redirect URI; found out before the browser opens. */
  z.object({ kind: z.literal('redirect-uri-refused'), redirectUri: z.string() }),
  /** The login host said no, in the words of OAuth. */
  z.object({ kind: z.literal('login-refused'), code: z.string(), description: z.optional(z.string()) }),
  /** The code was used before, or too late: it lives for a short while only. */
  z.object({ kind: z.literal('code-refused'), description: z.optional(z.string()) }),
  /** The client wants to show its secret, and nobody here has the right one. */
  z.object({ kind: z.literal('secret-refused'), description: z.optional(z.string()) }),
  /** The browser did not come back within so many minutes. */
  z.object({ kind: z.literal('no-return'), redirectUri: z.string(), minutes: z.number() }),
  /** The login ended with a token, and the organization does not accept it. */
  z.object({ kind: z.literal('token-refused'), error: PlatformError }),
  /** The login host or the organization could not be asked. */
  z.object({ kind: z.literal('not-reached'), error: PlatformError }),
  /** Something of this computer went wrong. */
  z.object({ kind: z.literal('broken'), reason: z.string() }),
]);
export type ProofFailure = z.infer<typeof ProofFailure>;

/** What a token says about a login that works. */
export const Proven = z.object({
  /** Who logged in and where, as far as the scopes of the client let its token tell. */
  person: z.optional(z.string()),
  orgName: z.optional(z.string()),
  /** Whether the token was ended again; where the scopes do not allow that, it ends by itself. */
  tokenEnded: z.boolean(),
});
export type Proven = z.infer<typeof Proven>;

/** How far a login with the new client is. */
export const Proof = z.discriminatedUnion('kind', [
  /** The login host is asked about the client; the person logs in; the token is used. */
  z.object({ kind: z.literal('under-way'), stage: z.enum(['probing', 'in-browser', 'checking']) }),
  z.object({ kind: z.literal('proved'), ...Proven.shape }),
  /** The login page was left with Cancel, or the login was not allowed. */
  z.object({ kind: z.literal('left') }),
  z.object({ kind: z.literal('failed'), failure: ProofFailure }),
]);
export type Proof = z.infer<typeof Proof>;

/** A client whose login is tried, and where. */
export type ClientToTry = {
  readonly clientId: string;
  readonly grant: 'CODE' | 'TOKEN';
  /** As it is registered. */
  readonly redirectUri: string;
  /** Domain. */
  readonly region: string;
  readonly hosts: OrgHosts;
};

export type TrialReport = (stage: Extract<Proof, { kind: 'under-way' }>['stage']) => void;
export type TrialResult = Exclude<Proof, { kind: 'under-way' }> | { readonly kind: 'cancelled' };
