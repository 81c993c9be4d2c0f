import { listDivisions } from '../platform/divisions.ts';
import type { Result } from '../platform/errors.ts';
import type { Connection } from '../platform/request.ts';
import { listRoles, type Role } from '../platform/roles.ts';
import { getOwnGrants } from '../platform/subjects.ts';
import type { Access, Known, OrgRole } from './context.ts';

/**
 * Asks the org, in parallel, for the roles and divisions that client credentials are made of. Large orgs have thousands,
 * so this comes after connecting. What the org refuses to tell is left unknown.
 */
export async function loadAccess(connection: Connection, signal?: AbortSignal): Promise<Access> {
  const [roles, divisions, grants] = await Promise.all([
    listRoles(connection, signal),
    listDivisions(connection, signal),
    getOwnGrants(connection, signal),
  ]);
  return {
    roles: known(roles, (all) => all.map(orgRole)),
    divisions: known(divisions, (all) =>
      all.map(({ id, name, homeDivision }) => ({ id, name, isHome: homeDivision ?? false })),
    ),
    held: known(grants, (all) =>
      all.map(({ role, division }) => ({ roleId: role.id, roleName: role.name, divisionId: division.id })),
    ),
  };
}

/** A role with its permissions as `domain:entity:action`, by which two roles are compared (rule S4). */
export function orgRole(role: Role): OrgRole {
  return {
    id: role.id,
    name: role.name,
    description: role.description ?? '',
    isDefault: role.default ?? false,
    permissions: permissionsOf(role),
  };
}

function permissionsOf({ permissionPolicies }: Role): string[] {
  return (permissionPolicies ?? []).flatMap(({ domain, entityName, actionSet }) =>
    (actionSet ?? ['*']).map((action) => `${domain}:${entityName ?? '*'}:${action}`),
  );
}

function known<T, V>(result: Result<T>, read: (from: T) => V): Known<V> {
  return result.ok ? { kind: 'known', value: read(result.value) } : { kind: 'unknown', error: result.error };
}
