import { permissionsOf } from '../clients/permissions.ts';
import type { Run } from '../operations/run.ts';
import type { MadeRole } from '../platform/authorization.ts';
import { fromKnown, type Loaded } from '../procedures/known.ts';
import type { LoadedAccess, OrgRole } from '../procedures/loadedOrg.ts';
import { newRoleIn, type Plan } from '../procedures/plan.ts';

/**
 * The roles of an org after Save has made one, or taken it back, so that the next client can have it and no other role is
 * made of its name; `before`: what was told last. The same object where nothing is other.
 */
export function accessAfter(access: LoadedAccess, run: Run, before: Run | null): LoadedAccess {
  const { id } = run.role ?? before?.role ?? {};
  if (id === undefined) return access;
  const roles = run.role === undefined ? [] : [orgRole(run.role, run.plan)];
  const held = run.role === undefined ? [] : heldAfter(run.role, run);
  const isSame =
    hasIt(access.roles, (role) => role.id === id) === roles.length > 0 &&
    hasIt(access.held, ({ roleId }) => roleId === id) === held.length > 0;
  if (isSame) return access;
  return {
    ...access,
    roles: fromKnown(access.roles, (all) => [...all.filter((role) => role.id !== id), ...roles]),
    held: fromKnown(access.held, (all) => [...all.filter(({ roleId }) => roleId !== id), ...held]),
  };
}

function orgRole({ id, name }: MadeRole, plan: Plan): OrgRole {
  const { description = '', permissionPolicies = [] } = newRoleIn(plan) ?? {};
  return { id, name, description, isDefault: false, permissions: permissionsOf(permissionPolicies) };
}

/** Where it is held once it was given. */
function heldAfter({ id, name }: MadeRole, { plan, done }: Run) {
  const given = plan.slice(0, done).find((step) => step.kind === 'give-role');
  const divisionIds = given?.body.divisionIds ?? [];
  return divisionIds.map((divisionId) => ({ roleId: id, roleName: name, divisionId }));
}

function hasIt<T>(list: Loaded<readonly T[]>, is: (each: T) => boolean): boolean {
  return list.kind === 'known' && list.value.some(is);
}
