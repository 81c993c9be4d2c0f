import { idleTimeoutSeconds, type Org } from '../org.ts';
import type { Caller } from '../world/caller.ts';
import type { Client } from '../world/records.ts';
import { isoDate } from './dates.ts';
import { clientView } from './oauthClients.ts';
import { type Operation, ok } from './operation.ts';

const path = '/api/v2/tokens/me';

export const tokensMe: readonly Operation[] = [
  {
    method: 'GET',
    path,
    scopes: ['user-basic-info'],
    handle: ({ org, caller }) => ok(tokenView(org, caller)),
  },
  {
    method: 'DELETE',
    path,
    scopes: ['user-basic-info'],
    handle({ world, caller }) {
      world.accessTokens.delete(caller.token.fingerprint);
      return ok(undefined);
    },
  },
];

/** The published `TokenInfo` of the caller's own token. */
export function tokenView(org: Org, { token, client }: Caller) {
  const timeout = idleTimeoutSeconds(org);
  return {
    organization: organizationRef(org),
    homeOrganization: organizationRef(org),
    authorizedScope: token.scope,
    ...(timeout !== null && { dateTokenIdles: isoDate(token.lastUsedAt + timeout * 1000) }),
    OAuthClient: orgClientView(org, client),
  };
}

function organizationRef({ organization }: Org) {
  return { id: organization.id, name: organization.name };
}

/** The published `OrgOAuthClient`; the platform's built-in clients name an organization of their own. */
function orgClientView(org: Org, client: Client) {
  const { id, name, dateCreated, dateModified, createdBy, modifiedBy, ...view } = clientView(client);
  return {
    ...{ id, name, dateCreated, dateModified, createdBy, modifiedBy },
    authorizedGrantType: view.authorizedGrantType,
    scope: view.scope,
    roleDivisions: view.roleDivisions,
    state: view.state,
    organization:
      client.owner === 'platform'
        ? { id: 'purecloud-builtin', name: 'purecloud-builtin' }
        : organizationRef(org),
  };
}
