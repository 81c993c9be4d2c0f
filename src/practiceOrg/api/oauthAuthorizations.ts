import { ApiError } from '../errors.ts';
import type { Org } from '../org.ts';
import { findClient, orgClients } from '../world/clients.ts';
import type { Author, Client } from '../world/records.ts';
import { isoDate } from './dates.ts';
import { clientView } from './oauthClients.ts';
import { type Operation, ok } from './operation.ts';

const path = '/api/v2/oauth/authorizations';
const common = {
  method: 'GET',
  scopes: ['oauth', 'oauth:readonly'],
  permissions: { any: ['oauth:client:authorize'] },
} as const;

/** The clients that the org has authorized, and those that it was asked to. */
export const oauthAuthorizations: readonly Operation[] = [
  {
    ...common,
    path,
    handle({ org, world }) {
      const entities = orgClients(world).flatMap((client) => authorizationOf(org, client) ?? []);
      return ok({ total: entities.length, entities, selfUri: path });
    },
  },
  {
    ...common,
    path: `${path}/{clientId}`,
    handle({ org, world, path }) {
      const client = findClient(world, path('clientId'));
      const authorization = client && authorizationOf(org, client);
      if (authorization === undefined) throw new ApiError('not.found');
      return ok(authorization);
    },
  },
];

/** The published `OAuthAuthorization` of a client; undefined for one that nobody has authorized or asked for. */
function authorizationOf(org: Org, client: Client) {
  const refusedAt = org.refusedClients.get(client.id);
  const isAuthorized = org.switches.approvedClients?.includes(client.id) ?? false;
  if (client.owner === 'platform' || (!isAuthorized && refusedAt === undefined)) return undefined;
  const { organization } = org;
  const owner: Author = {
    id: organization.id,
    name: organization.name,
    selfUri: `/api/v2/organizations/${organization.id}`,
  };
  const at = isoDate(isAuthorized ? client.dateModified : (refusedAt ?? client.dateModified));
  return {
    client: clientView(client),
    scope: client.scope,
    roles: [],
    resourceOwner: owner,
    dateCreated: at,
    dateModified: at,
    createdBy: client.createdBy,
    modifiedBy: client.modifiedBy,
    pending: !isAuthorized,
    state: isAuthorized ? 'Authorized' : 'Requested',
    selfUri: `${path}/${client.id}`,
  };
}
