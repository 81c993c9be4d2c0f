import { GrantType, type OAuthClient, type OAuthClientRequest } from '../platform/oauthClients.ts';

/**
 * The request that makes a client like one that exists, without its ID, its state and all that the org fills. Undefined
 * where its grant type is none that can be asked for, or the org does not say how long its tokens last.
 */
export function requestOf(client: OAuthClient): OAuthClientRequest | undefined {
  const { name, description, accessTokenValiditySeconds } = client;
  const grantType = GrantType.safeParse(client.authorizedGrantType);
  if (!grantType.success || accessTokenValiditySeconds === undefined) return undefined;
  const uris = client.registeredRedirectUri ?? [];
  const scope = client.scope ?? [];
  const roleDivisions = client.roleDivisions ?? [];
  return {
    name,
    ...(description != null && description !== '' && { description }),
    authorizedGrantType: grantType.data,
    accessTokenValiditySeconds,
    ...(uris.length > 0 && { registeredRedirectUri: uris }),
    ...(scope.length > 0 && { scope }),
    ...(roleDivisions.length > 0 && { roleDivisions }),
  };
}
