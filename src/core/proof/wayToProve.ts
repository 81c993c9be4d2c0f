import type { Run } from '../operations/run.ts';
import type { OAuthClientRequest } from '../platform/oauthClients.ts';
import { isLoopbackHost } from '../platform/orgHosts.ts';
import { procedures } from '../procedures/index.ts';

/** How a client that was just made can show that it works, beyond what Save has shown already. */
export type WayToProve =
  /** Somebody logs in with it. */
  | { kind: 'login'; clientId: string; grant: 'CODE' | 'TOKEN'; redirectUri: string }
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
      const redirectUri = easiestRedirectUri(registeredRedirectUri);
      return redirectUri === undefined ? undefined : { kind: 'login', clientId, grant, redirectUri };
    }
    case 'SAML2-BEARER':
      return { kind: 'assertion' };
    case 'CLIENT-CREDENTIALS':
      return undefined;
  }
}

/** One of this computer lets the browser come back by itself. */
function easiestRedirectUri(uris: readonly string[]): string | undefined {
  return uris.find((uri) => URL.canParse(uri) && isLoopbackHost(new URL(uri).hostname)) ?? uris[0];
}
