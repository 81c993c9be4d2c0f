import { ApiError } from '../errors.ts';
import { authorOf } from '../world/caller.ts';
import { deleteClient, findClient, orgClients } from '../world/clients.ts';
import { fingerprint } from '../world/random.ts';
import type { Client } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { dateOf, isoDate } from './dates.ts';
import { type OAuthClientRequest, oauthClientRequest, requireRoles, settingsOf } from './oauthClientRules.ts';
import { done, type Operation, ok } from './operation.ts';

const path = '/api/v2/oauth/clients';
const settingCodes = [
  'bad.client.role',
  'bad.client.state',
  'bad.grant.type',
  'grant.type.required',
  'missing.client.roles',
  'missing.client.scope',
] as const;

export const oauthClients: readonly Operation[] = [
  {
    method: 'GET',
    path,
    scopes: ['oauth', 'oauth:readonly'],
    permissions: { any: ['oauth:client:view'] },
    handle({ world }) {
      const entities = orgClients(world).map(clientView);
      const count = entities.length;
      return ok({ entities, pageSize: count, pageNumber: 1, total: count, pageCount: 1, selfUri: path });
    },
  },
  {
    method: 'POST',
    path,
    scopes: ['oauth'],
    permissions: { any: ['oauth:client:add'] },
    codes: [...settingCodes, 'auth.invalid.scope', 'auth.too.many.clients'],
    takesBody: true,
    handle({ org, world, caller, readBody }) {
      const request = readBody(oauthClientRequest, 'OAuthClientRequest');
      const settings = settingsOf(org, caller, request, 'create');
      if ((request.state ?? 'active') !== 'active') throw new ApiError('bad.client.state');
      if (org.switches.tooManyClients) throw new ApiError('auth.too.many.clients');
      const secret = world.random.secret();
      const now = world.clock.now();
      const client: Client = {
        ...settings,
        id: world.random.uuid(),
        owner: 'org',
        state: 'active',
        dateToDelete: null,
        secretFingerprint: fingerprint(secret),
        dateCreated: now,
        dateModified: now,
        createdBy: authorOf(caller),
        modifiedBy: authorOf(caller),
      };
      world.clients.set(client.id, client);
      return ok({ ...clientView(client), secret });
    },
  },
  {
    method: 'GET',
    path: `${path}/{clientId}`,
    scopes: ['oauth', 'oauth:readonly'],
    permissions: { any: ['oauth:client:view'] },
    codes: ['client.not.found'],
    handle: ({ world, path }) => ok(clientView(requireClient(world, path('clientId')))),
  },
  {
    method: 'PUT',
    path: `${path}/{clientId}`,
    scopes: ['oauth'],
    permissions: { any: ['oauth:client:edit'] },
    codes: [...settingCodes, 'client.not.found'],
    takesBody: true,
    handle({ org, world, caller, path, readBody }) {
      const client = requireClient(world, path('clientId'));
      const request = readBody(oauthClientRequest, 'OAuthClientRequest');
      requireRoles(world, caller, client.roleDivisions);
      const settings = settingsOf(org, caller, request, 'update');
      if (client.state === 'disabled' && request.state !== 'active') {
        throw new ApiError('bad.client.state', {}, 'Client is disabled.');
      }
      const changed: Client = {
        ...client,
        ...settings,
        ...stateOf(client, request),
        dateModified: world.clock.now(),
        modifiedBy: authorOf(caller),
      };
      world.clients.set(client.id, changed);
      return ok(clientView(changed));
    },
  },
  {
    method: 'DELETE',
    path: `${path}/{clientId}`,
    scopes: ['oauth'],
    permissions: { any: ['oauth:client:delete'] },
    codes: ['cannot.delete.client', 'client.not.found'],
    handle({ world, path }) {
      const client = requireClient(world, path('clientId'));
      if (client.state !== 'inactive') throw new ApiError('cannot.delete.client');
      deleteClient(world, client);
      return done;
    },
  },
  {
    method: 'POST',
    path: `${path}/{clientId}/secret`,
    scopes: ['oauth'],
    permissions: { any: ['oauth:client:edit'] },
    codes: ['bad.client.role'],
    handle({ world, caller, path }) {
      const client = requireClient(world, path('clientId'), 'not.found');
      const refusal = 'The caller does not have all the roles assigned to this client.';
      requireRoles(world, caller, client.roleDivisions, refusal);
      const secret = world.random.secret();
      const changed: Client = {
        ...client,
        secretFingerprint: fingerprint(secret),
        dateModified: world.clock.now(),
        modifiedBy: authorOf(caller),
      };
      world.clients.set(client.id, changed);
      return ok({ ...clientView(changed), secret });
    },
  },
];

/** One of the org's own clients; throws 404 with `code` when there is none. */
export function requireClient(
  world: World,
  id: string,
  code: 'client.not.found' | 'not.found' = 'client.not.found',
): Client {
  const client = findClient(world, id);
  if (client?.owner !== 'org') throw new ApiError(code);
  return client;
}

/** A state that is left out stays; a client that becomes active is no longer waiting to be deleted. */
function stateOf(client: Client, request: OAuthClientRequest): Pick<Client, 'state' | 'dateToDelete'> {
  const state = request.state ?? client.state;
  const asked = request.dateToDelete == null ? client.dateToDelete : dateOf(request.dateToDelete);
  return { state, dateToDelete: state === 'inactive' ? asked : null };
}

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
