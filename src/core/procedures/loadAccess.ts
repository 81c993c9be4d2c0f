import { mayBeScimRole } from '../clients/forScim.ts';
import { permissionsOf } from '../clients/permissions.ts';
import { sidesOf } from '../clients/restoreScimRole.ts';
import { listDivisions } from '../platform/divisions.ts';
import type { Result } from '../platform/errors.ts';
import type { Connection } from '../platform/request.ts';
import { compareWithDefault, listRoles, type Role } from '../platform/roles.ts';
import { getOwnGrants } from '../platform/subjects.ts';
import type { Access, Known, OrgRole } from './context.ts';

/** The org does not say how it ships a role, although it answered. */
const UNTOLD = { kind: 'unknown', error: { kind: 'unexpected-answer', answer: { status: 200 } } } as const;

/**
 * Asks the org, in parallel, for the roles and divisions that client credentials are made of. Large orgs have thousands,
 * so this comes after connecting. What the org refuses to tell is left unknown.
 */
export async function loadAccess(connection: Connection, signal?: AbortSignal): Promise<Access> {
  const [roles, divisions, grants] = await Promise.all([
    readRoles(connection, signal),
    listDivisions(connection, signal),
    getOwnGrants(connection, signal),
  ]);
  return {
    roles: known(roles, (all) => all),
    divisions: known(divisions, (all) =>
      all.map(({ id, name, homeDivision }) => ({ id, name, isHome: homeDivision ?? false })),
    ),
    held: known(grants, (all) =>
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

function known<T, V>(result: Result<T>, read: (from: T) => V): Known<V> {
  return result.ok ? { kind: 'known', value: read(result.value) } : { kind: 'unknown', error: result.error };
}
