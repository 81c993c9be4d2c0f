import { GrantType, type OAuthClient } from '../platform/oauthClients.ts';

/** Whether a client shows a secret to get its tokens; one of the implicit grant never does (Genesys facts 1.2). */
export function holdsSecret({ authorizedGrantType }: OAuthClient): boolean {
  const grant = GrantType.safeParse(authorizedGrantType);
  return grant.success && grant.data !== 'TOKEN';
}
