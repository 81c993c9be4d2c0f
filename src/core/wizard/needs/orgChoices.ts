import { readPermission } from '../../clients/permissions.ts';
import type { Role } from '../../platform/authorization.ts';
import type { Choices } from '../../privileges/needs.ts';
import type { LoadedAccess, OrgRole } from '../../procedures/loadedOrg.ts';
import { remembered } from '../../remembered.ts';

/** What an org has to choose from, as far as it was read; `access` is undefined where nobody is signed in. */
export function orgChoices(access: LoadedAccess | undefined): Omit<Choices, 'operations'> {
  if (access?.roles.kind !== 'known') return { roles: undefined, held: undefined };
  const roles = access.roles.value;
  if (access.held.kind !== 'known') return { roles: asRoles(roles), held: undefined };
  const roleIds = new Set(access.held.value.map(({ roleId }) => roleId));
  // What whoever is signed in holds is what their roles hold.
  const permissions = roles.filter(({ id }) => roleIds.has(id)).flatMap((role) => role.permissions);
  return { roles: asRoles(roles), held: { roleIds, permissions } };
}

/** The roles with their permissions as policies again; of a limit nothing is read but that there is one. */
const asRoles = remembered((all: readonly OrgRole[]): readonly Role[] =>
  all.map(({ id, name, permissions }) => ({
    id,
    name,
    permissionPolicies: permissions.map((permission) => {
      const { name: full, isLimited } = readPermission(permission);
      const [domain = '', entityName, ...action] = full.split(':');
      return {
        domain,
        ...(entityName !== undefined && { entityName }),
        actionSet: [action.join(':')],
        ...(isLimited && { resourceConditionNode: 'limited' }),
      };
    }),
  })),
);
