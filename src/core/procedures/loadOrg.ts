import { mayBeScimRole } from '../clients/forScim.ts';
import { permissionsOf } from '../clients/permissions.ts';
import { sidesOf } from '../clients/restoreScimRole.ts';
import {
  compareWithDefault,
  getOwnGrants,
  listDivisions,
  listRoles,
  type Role,
} from '../platform/authorization.ts';
import type { PlatformError, Result } from '../platform/errors.ts';
import { getMe, getOrganization } from '../platform/me.ts';
import { listClients, listScopes } from '../platform/oauthClients.ts';
import {
  embeddingIn,
  getAuthenticationSettings,
  getIdleTimeout,
  idleSecondsIn,
  listAuthorizations,
} from '../platform/orgSettings.ts';
import type { Connection } from '../platform/request.ts';
import { getToken, type TokenInfo } from '../platform/tokens.ts';
import { type Caller, type OrgSettings, Permission } from './context.ts';
import type { Known } from './known.ts';
import type { LoadedAccess, LoadedOrg, OrgRole } from './loadedOrg.ts';

/** Which org a connection leads to, as far as that is known before asking it. */
type OrgAddress = {
  region: string;
  practice: boolean;
  /** What stands before `/oauth/…`. */
  loginUrl: string;
  /** ISO 8601, as the login host said when it issued the token. */
  tokenEndsAt?: string | undefined;
};

/**
 * Asks the org, in parallel, for everything that the procedures check against. Which org it is must be known; all
 * else may be refused, because a token lacks a scope or speaks for no user, and then the checks that need it stay away.
 */
export async function loadOrg(
  connection: Connection,
  address: OrgAddress,
  signal?: AbortSignal,
): Promise<Result<LoadedOrg>> {
  const [me, organization, token, scopes, clients, settings] = await Promise.all([
    getMe(connection, signal),
    getOrganization(connection, signal),
    getToken(connection, signal),
    listScopes(connection, signal),
    listClients(connection, signal),
    readSettings(connection, signal),
  ]);
  const identity = identityOf(organization, token);
  if (!identity.ok) return identity;
  const caller = callerOf(me, token);
  if (!caller.ok) return caller;
  // Where it is odd it was left out, which is not the same as off.
  const hipaa = organization.ok ? organization.value.features?.['hipaa'] : undefined;
  const signedInWith = token.ok ? token.value.OAuthClient?.id : undefined;
  const tokenEndsAt = endOf(address.tokenEndsAt, token.ok ? token.value : undefined);
  return {
    ok: true,
    value: {
      id: identity.value.id,
      name: identity.value.name,
      region: address.region,
      practice: address.practice,
      apiUrl: connection.apiUrl,
      loginUrl: address.loginUrl,
      hipaa,
      settings,
      caller: caller.value,
      tokenScopes: knownOr(token, ({ authorizedScope }) => authorizedScope ?? []),
      ...(signedInWith !== undefined && { signedInWith }),
      ...(tokenEndsAt !== undefined && { tokenEndsAt }),
      scopes: knownOr(scopes, (value) => value),
      access: { roles: { kind: 'loading' }, divisions: { kind: 'loading' }, held: { kind: 'loading' } },
      clients: knownOr(clients, (value) => value),
    },
  };
}

/** Whoever may not read a setting is not told so: it is of use only where it is known. */
async function readSettings(connection: Connection, signal?: AbortSignal): Promise<OrgSettings> {
  const [authentication, idle, authorizations] = await Promise.all([
    getAuthenticationSettings(connection, signal),
    getIdleTimeout(connection, signal),
    listAuthorizations(connection, signal),
  ]);
  const { ipAddressAllowlist } = authentication.ok ? authentication.value : {};
  const sites = authentication.ok ? embeddingIn(authentication.value) : undefined;
  const seconds = idle.ok ? idleSecondsIn(idle.value) : undefined;
  return {
    ...(sites !== undefined && sites !== 'all' && { embeddingSites: [...sites] }),
    ...(seconds !== undefined && seconds !== 'never' && { inactivitySeconds: seconds }),
    ...(ipAddressAllowlist != null && ipAddressAllowlist.length > 0 && { networks: ipAddressAllowlist }),
    ...(authorizations.ok && authorizations.value.length > 0 && { authorizesClients: true }),
  };
}

function identityOf(
  organization: Awaited<ReturnType<typeof getOrganization>>,
  token: Result<TokenInfo>,
): Result<{ id: string; name: string }> {
  if (organization.ok || !token.ok || organization.error.kind !== 'forbidden') return organization;
  const { id, name } = token.value.organization;
  return { ok: true, value: { id, name: name ?? id } };
}

function callerOf(me: Awaited<ReturnType<typeof getMe>>, token: Result<TokenInfo>): Result<Caller> {
  if (me.ok) {
    const { id, name, authorization } = me.value;
    const { permissions, roles = [] } = authorization;
    const asked = Permission.options.filter((permission) => permissions.includes(permission));
    return { ok: true, value: { kind: 'user', id, name, permissions: asked, roles } };
  }
  if (isNotAUser(me.error)) {
    const client = token.ok ? token.value.OAuthClient : undefined;
    return { ok: true, value: { kind: 'client', name: client?.name ?? client?.id ?? '' } };
  }
  return me.error.kind === 'forbidden' ? { ok: true, value: { kind: 'unknown', error: me.error } } : me;
}

/** How the org answers client credentials that ask who they are (Genesys facts 6.1). */
function isNotAUser(error: PlatformError): boolean {
  return error.kind === 'rejected' && error.answer.code === 'not.a.user';
}

/** The sooner of the two ends of a token: its own, and that of its idle time. */
function endOf(endsAt: string | undefined, token: TokenInfo | undefined): string | undefined {
  const idlesAt = token?.dateTokenIdles;
  if (endsAt === undefined || idlesAt === undefined) return endsAt ?? idlesAt;
  return Date.parse(idlesAt) < Date.parse(endsAt) ? idlesAt : endsAt;
}

function knownOr<T, V>(result: Result<T>, pick: (from: T) => V): Known<V> {
  return result.ok ? { kind: 'known', value: pick(result.value) } : { kind: 'unknown', error: result.error };
}

/** The org does not say how it ships a role, although it answered. */
const UNTOLD = { kind: 'unknown', error: { kind: 'unexpected-answer', answer: { status: 200 } } } as const;

/**
 * Asks the org, in parallel, for the roles and divisions that client credentials are made of. Large orgs have thousands,
 * so this comes after connecting. What the org refuses to tell is left unknown.
 */
export async function loadAccess(connection: Connection, signal?: AbortSignal): Promise<LoadedAccess> {
  const [roles, divisions, grants] = await Promise.all([
    readRoles(connection, signal),
    listDivisions(connection, signal),
    getOwnGrants(connection, signal),
  ]);
  return {
    roles: knownOr(roles, (all) => all),
    divisions: knownOr(divisions, (all) =>
      all.map(({ id, name, homeDivision }) => ({ id, name, isHome: homeDivision ?? false })),
    ),
    held: knownOr(grants, (all) =>
      all.map(({ role, division }) => ({ roleId: role.id, roleName: role.name, divisionId: division.id })),
    ),
  };
}

/**
 * All roles of an org. Those that may be SCIM Integration come with what Genesys Cloud ships, for which each of them is
 * one more request, of one as a rule.
 */
export async function readRoles(connection: Connection, signal?: AbortSignal): Promise<Result<OrgRole[]>> {
  const roles = await listRoles(connection, signal);
  if (!roles.ok) return roles;
  const candidates = await Promise.all(
    mayBeScimRole(roles.value).map(async (role): Promise<[Role, OrgRole]> => {
      return [role, await withShipped(connection, role, signal)];
    }),
  );
  const compared = new Map(candidates);
  return { ok: true, value: roles.value.map((role) => compared.get(role) ?? orgRole(role)) };
}

async function withShipped(connection: Connection, role: Role, signal?: AbortSignal): Promise<OrgRole> {
  const read = orgRole(role);
  const { defaultRoleId } = role;
  if (defaultRoleId == null) return { ...read, shipped: UNTOLD };
  const difference = await compareWithDefault(connection, role.id, defaultRoleId, signal);
  if (!difference.ok) return { ...read, shipped: { kind: 'unknown', error: difference.error } };
  const { held, shipped } = sidesOf(difference.value, role);
  if (held === undefined) return { ...read, shipped: UNTOLD };
  const { name } = difference.value.roleFromDefault;
  return {
    ...read,
    permissions: held,
    shipped: { kind: 'known', value: { name, defaultRoleId, permissions: shipped } },
  };
}

function orgRole(role: Role): OrgRole {
  return {
    id: role.id,
    name: role.name,
    description: role.description ?? '',
    isDefault: role.default ?? false,
    permissions: permissionsOf(role.permissionPolicies ?? []),
    ...(role.roleNeedsUpdate === true && { isMarkedAltered: true }),
  };
}
