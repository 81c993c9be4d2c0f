import type { Client } from '../world/records.ts';
import { isoDate } from './dates.ts';

/** The published `OAuthClient`. The secret is not part of it: only create and reset add it. */
export function clientView(client: Client) {
  return {
    id: client.id,
    name: client.name,
    accessTokenValiditySeconds: client.accessTokenValiditySeconds,
    description: client.description,
    registeredRedirectUri: client.redirectUris,
    roleIds: [...new Set(client.roleDivisions.map(({ roleId }) => roleId))],
    dateCreated: isoDate(client.dateCreated),
    dateModified: isoDate(client.dateModified),
    createdBy: client.createdBy,
    modifiedBy: client.modifiedBy,
    authorizedGrantType: client.grantType,
    scope: client.scope,
    roleDivisions: client.roleDivisions,
    state: client.state,
    ...(client.dateToDelete !== null && { dateToDelete: isoDate(client.dateToDelete) }),
    selfUri: `/api/v2/oauth/clients/${client.id}`,
  };
}
