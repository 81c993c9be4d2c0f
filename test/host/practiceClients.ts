import { FRAMEWORK_SCOPES, frameworkRedirectUris } from '../../src/core/clients/frameworkNeeds.ts';
import type { OAuthClientRequest } from '../../src/core/platform/oauthClients.ts';
import type { Connection } from '../../src/core/platform/request.ts';
import { automationClient } from '../../src/practiceOrg/world/seed.ts';

/** A connection to a practice org by its automation client, so that nobody needs to be signed in. */
export async function automation(baseUrl: string): Promise<Connection> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: automationClient.id,
    client_secret: automationClient.secret,
  });
  const answer = await fetch(`${baseUrl}/login/oauth/token`, { method: 'POST', body: form });
  const { access_token: accessToken }: { access_token: string } = await answer.json();
  return { apiUrl: baseUrl, accessToken, language: 'en' };
}

/** A client that the Embeddable Framework can use in this region as it is. */
export function frameworkClient(region: string): OAuthClientRequest {
  return {
    name: 'My CRM',
    authorizedGrantType: 'CODE',
    accessTokenValiditySeconds: 64_800,
    registeredRedirectUri: [...frameworkRedirectUris(region, false)],
    scope: [...FRAMEWORK_SCOPES],
  };
}

/** A client that the Embeddable Framework lets people log in with, and that lacks the rest of what it needs. */
export const AGENT_DESKTOP: OAuthClientRequest = {
  name: 'Agent desktop',
  authorizedGrantType: 'CODE',
  accessTokenValiditySeconds: 64_800,
  registeredRedirectUri: ['https://crm.test/'],
  scope: ['users'],
};
