import * as z from 'zod/mini';
import type { Run } from '../operations/run.ts';
import { PlatformError } from '../platform/errors.ts';
import type { OAuthClientRequest } from '../platform/oauthClients.ts';
import { isLoopbackHost, type OrgHosts } from '../platform/orgHosts.ts';
import { procedures } from '../procedures/index.ts';

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
  /** Whether the token was ended again; where the scopes do not allow that, it ends by itself. Absent: nobody knows. */
  tokenEnded: z.optional(z.boolean()),
});
export type Proven = z.infer<typeof Proven>;

/** How far a login with the new client is. */
const Stage = z.discriminatedUnion('kind', [
  /** The login host is asked about the client; the person logs in; the token is used. */
  z.object({ kind: z.literal('under-way'), stage: z.enum(['probing', 'in-browser', 'checking']) }),
  z.object({ kind: z.literal('proved'), ...Proven.shape }),
  /** The login page was left with Cancel, or the login was not allowed. */
  z.object({ kind: z.literal('left') }),
  z.object({ kind: z.literal('failed'), failure: ProofFailure }),
]);
export type Stage = z.infer<typeof Stage>;

/** The same, with the redirect URI that is tried: what is known of one says nothing about another. */
export const Proof = z.intersection(Stage, z.object({ redirectUri: z.string() }));
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

export type TrialReport = (stage: Extract<Stage, { kind: 'under-way' }>['stage']) => void;
export type TrialResult = Exclude<Stage, { kind: 'under-way' }> | { readonly kind: 'cancelled' };

/** How a client that was just made can show that it works, beyond what Save has shown already. */
export type WayToProve =
  /** Somebody logs in with it, at one of its redirect URIs; that which is easiest to come back from is the first. */
  | { kind: 'login'; clientId: string; grant: 'CODE' | 'TOKEN'; redirectUris: readonly string[] }
  /** It needs an assertion of the org's identity provider, which nobody here can make. */
  | { kind: 'assertion' };

/** Undefined while no client is there, and for one that speaks for itself: Save has proven it (rule S7). */
export function wayToProve(run: Run | null): WayToProve | undefined {
  if (run?.kind !== 'finished') return undefined;
  const { procedure, answers } = run.saved;
  const created = run.plan.find((step) => step.kind === 'create-client');
  const request = created?.body ?? procedures[procedure].request(answers);
  return request === undefined ? undefined : wayOf(run.client.id, request);
}

function wayOf(clientId: string, request: OAuthClientRequest): WayToProve | undefined {
  const { authorizedGrantType: grant, registeredRedirectUri = [] } = request;
  switch (grant) {
    case 'CODE':
    case 'TOKEN': {
      const redirectUris = easiestFirst(registeredRedirectUri);
      return redirectUris.length === 0 ? undefined : { kind: 'login', clientId, grant, redirectUris };
    }
    case 'SAML2-BEARER':
      return { kind: 'assertion' };
    case 'CLIENT-CREDENTIALS':
      return undefined;
  }
}

/** One of this computer lets the browser come back by itself. */
function easiestFirst(uris: readonly string[]): readonly string[] {
  const isHere = (uri: string) => URL.canParse(uri) && isLoopbackHost(new URL(uri).hostname);
  return [...uris.filter(isHere), ...uris.filter((uri) => !isHere(uri))];
}
