import type { OAuthClientRequest } from '../platform/oauthClients.ts';
import { escapeUnseen } from './unseen.ts';

/**
 * The body of the request: two spaces of indent, a line feed at the end, and the keys always in the same order. The
 * keys are named one by one, so that nothing else an object may carry, such as a secret, can come along.
 */
export function exportJson(client: OAuthClientRequest): string {
  const body = {
    name: client.name,
    description: client.description,
    authorizedGrantType: client.authorizedGrantType,
    accessTokenValiditySeconds: client.accessTokenValiditySeconds,
    registeredRedirectUri: client.registeredRedirectUri,
    scope: client.scope,
    roleDivisions: client.roleDivisions?.map(({ roleId, divisionId }) => ({ roleId, divisionId })),
  };
  return `${escapeUnseen(JSON.stringify(body, undefined, 2))}\n`;
}
