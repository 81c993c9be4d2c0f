import { mayBeScimRole } from '../clients/forScim.ts';
import { FRAMEWORK_SCOPES, regionOfPage } from '../clients/frameworkNeeds.ts';
import { allowTheSame, permissionsOf } from '../clients/permissions.ts';
import { speaksForItself } from '../clients/usable.ts';
import type { Role } from '../platform/authorization.ts';
import type { OAuthClient } from '../platform/oauthClients.ts';
import type { SizedClient } from './rightSize.ts';
import type { SizedRole } from './rightSizeRoles.ts';

/** What a client may do, as far as the roles (by their IDs) tell. */
export function sizedClient(client: OAuthClient, roles: ReadonlyMap<string, Role>): SizedClient {
  if (!speaksForItself(client)) return sizedForPeople(client);
  const divisions = new Map<string, string[]>();
  for (const { roleId, divisionId } of client.roleDivisions ?? [])
    divisions.set(roleId, [...(divisions.get(roleId) ?? []), divisionId]);
  return {
    callsAs: 'client',
    roles: [...divisions].map(([roleId, divisionIds]) => sizedRole({ roleId, divisionIds }, roles)),
  };
}

/**
 * A role of a client, as far as the roles of its org (by their IDs) tell. The one of SCIM is needed whatever was called: an
 * identity provider may have nobody to change for weeks, and without it tokens end after a day (procedure rule S4).
 */
export function sizedRole(
  { roleId, divisionIds }: Pick<SizedRole, 'roleId' | 'divisionIds'>,
  roles: ReadonlyMap<string, Role>,
): SizedRole {
  const role = roles.get(roleId);
  const isNeeded = role !== undefined && isForScim(role, [...roles.values()]);
  return { roleId, divisionIds, role, ...(isNeeded && { isNeeded }) };
}

/** Whether a role is the one of SCIM, or a copy that holds exactly the same. */
function isForScim(role: Role, all: readonly Role[]): boolean {
  const held = permissionsOf(role.permissionPolicies ?? []);
  return mayBeScimRole(all).some(
    (each) =>
      each.id === role.id ||
      (held.length > 0 && allowTheSame(held, permissionsOf(each.permissionPolicies ?? []))),
  );
}

/**
 * What people may do by a client. The Embeddable Framework is given its scopes whatever agents did with it in some weeks
 * (procedure rule E5); that a client is for the framework is certain by a page of it among the redirect URIs.
 */
export function sizedForPeople({
  scope,
  registeredRedirectUri,
}: Pick<OAuthClient, 'scope' | 'registeredRedirectUri'>): SizedClient {
  const isForFramework = (registeredRedirectUri ?? []).some((uri) => regionOfPage(uri) !== undefined);
  return { callsAs: 'person', scopes: scope ?? [], needed: isForFramework ? FRAMEWORK_SCOPES : [] };
}
