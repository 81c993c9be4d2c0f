import * as z from 'zod/mini';
import { ApiError } from '../errors.ts';
import type { Org } from '../org.ts';
import { type Caller, roleDivisionsOf } from '../world/caller.ts';
import {
  DEFAULT_DURATION,
  effectiveDuration,
  LONGEST_SCIM_DURATION,
  SHORTEST_DURATION,
} from '../world/clients.ts';
import {
  ALL_DIVISIONS,
  type Client,
  clientStates,
  type GrantType,
  grantTypes,
  type RoleDivision,
  roleDivisionRecord,
} from '../world/records.ts';
import { scopes } from '../world/scopes.ts';
import type { World } from '../world/world.ts';
import { leftAlone } from './body.ts';
import { dateOf } from './dates.ts';
import { homeDivision } from './divisions.ts';

const MOST_REDIRECT_URIS = 125;

/** What a request may settle about a client. */
export type ClientSettings = Pick<
  Client,
  | 'name'
  | 'description'
  | 'grantType'
  | 'accessTokenValiditySeconds'
  | 'redirectUris'
  | 'scope'
  | 'roleDivisions'
>;

/**
 * The settings that a request asks for, after every rule for them (Genesys facts 1.2, 1.5, 2.3 and 8.1).
 * Throws the `ApiError` of the first rule that is broken. Scopes of a client-credentials client, and roles of
 * any other, do not apply and are dropped.
 */
export function settingsOf(
  org: Org,
  caller: Caller,
  request: OAuthClientRequest,
  action: 'create' | 'update',
): ClientSettings {
  const { world } = org;
  if (request.dateToDelete != null) dateOf(request.dateToDelete);
  const grantType = grantTypeOf(org, request);
  const asClient = grantType === 'CLIENT-CREDENTIALS';
  const scope = scopeOf(request, action);
  if (!asClient && scope.length === 0) throw new ApiError('missing.client.scope');
  const roleDivisions = asClient ? roleDivisionsAsked(world, request) : [];
  if (asClient && roleDivisions.length === 0) throw new ApiError('missing.client.roles');
  requireRoles(world, caller, roleDivisions);
  return {
    name: request.name,
    description: request.description ?? '',
    grantType,
    accessTokenValiditySeconds: durationOf(world, request, roleDivisions),
    redirectUris: redirectUrisOf(request),
    scope: asClient ? [] : scope,
    roleDivisions,
  };
}

/** Refuses unless the caller holds every one of the roles (procedure rule G12). `template` words the refusal. */
export function requireRoles(
  world: World,
  caller: Caller,
  roleDivisions: readonly RoleDivision[],
  template?: string,
): void {
  const held = new Set(roleDivisionsOf(world, caller).map(({ roleId }) => roleId));
  if (roleDivisions.every(({ roleId }) => held.has(roleId))) return;
  throw new ApiError('bad.client.role', {}, template);
}

function grantTypeOf(org: Org, { authorizedGrantType }: OAuthClientRequest): GrantType {
  if (!authorizedGrantType) throw new ApiError('grant.type.required');
  const grantType = grantTypes.find((known) => known === authorizedGrantType);
  if (grantType === undefined || grantType === 'PASSWORD') throw new ApiError('bad.grant.type');
  if (grantType === 'TOKEN' && org.switches.implicitRefused) throw new ApiError('bad.grant.type');
  return grantType;
}

/** An update has no code of its own for a scope that does not exist (Genesys facts 1.5). */
function scopeOf(request: OAuthClientRequest, action: 'create' | 'update'): string[] {
  const scope = [...new Set(request.scope ?? [])];
  const unknown = scope.find((id) => !scopes.has(id));
  if (unknown === undefined) return scope;
  throw action === 'create'
    ? new ApiError('auth.invalid.scope')
    : new ApiError('constraint.validation', { finding: `scope: there is no scope ${unknown}` });
}

/** The pairs of role and division; a bare role id (the deprecated form) means the home division. */
function roleDivisionsAsked(world: World, request: OAuthClientRequest): RoleDivision[] {
  const bare = (request.roleIds ?? []).map((roleId) => ({ roleId, divisionId: homeDivision(world).id }));
  const asked = request.roleDivisions ?? [];
  const all = new Map(
    (asked.length > 0 ? asked : bare).map((pair) => [`${pair.roleId} ${pair.divisionId}`, pair]),
  );
  for (const { divisionId } of all.values()) {
    if (divisionId !== ALL_DIVISIONS && !world.divisions.has(divisionId)) {
      throw new ApiError('constraint.validation', { finding: `roleDivisions: no division ${divisionId}` });
    }
  }
  return [...all.values()];
}

function durationOf(
  world: World,
  request: OAuthClientRequest,
  roleDivisions: readonly RoleDivision[],
): number {
  const wished = request.accessTokenValiditySeconds ?? DEFAULT_DURATION;
  if (wished < SHORTEST_DURATION || wished > LONGEST_SCIM_DURATION) {
    const range = `${SHORTEST_DURATION} and ${LONGEST_SCIM_DURATION}`;
    throw new ApiError('constraint.validation', {
      finding: `accessTokenValiditySeconds must be between ${range}`,
    });
  }
  return effectiveDuration(world, roleDivisions, wished);
}

function redirectUrisOf(request: OAuthClientRequest): string[] {
  const uris = request.registeredRedirectUri ?? [];
  const wrong = uris.find((uri) => !URL.canParse(uri) || uri.includes('#'));
  if (wrong !== undefined) {
    throw new ApiError('constraint.validation', {
      finding: `registeredRedirectUri: ${wrong} is not an absolute URI without a fragment`,
    });
  }
  if (uris.length > MOST_REDIRECT_URIS) {
    throw new ApiError('constraint.validation', {
      finding: `registeredRedirectUri: at most ${MOST_REDIRECT_URIS}`,
    });
  }
  return uris;
}

function optional<Schema extends z.ZodMiniType>(schema: Schema) {
  return z.optional(z.nullable(schema));
}

/**
 * The body of POST and PUT oauth/clients: `OAuthClientRequest` (Genesys facts 1.2). */
export const oauthClientRequest = z.strictObject({
  name: z.string().check(z.minLength(1)),
  accessTokenValiditySeconds: optional(z.int()),
  description: optional(z.string()),
  registeredRedirectUri: optional(z.array(z.string())),
  roleIds: optional(z.array(z.string())),
  authorizedGrantType: optional(z.string()),
  scope: optional(z.array(z.string())),
  roleDivisions: optional(z.array(roleDivisionRecord)),
  state: optional(z.enum(clientStates)),
  dateToDelete: optional(z.string()),
  id: leftAlone,
  secret: leftAlone,
  dateCreated: leftAlone,
  dateModified: leftAlone,
  createdBy: leftAlone,
  modifiedBy: leftAlone,
  selfUri: leftAlone,
});
export type OAuthClientRequest = z.infer<typeof oauthClientRequest>;
