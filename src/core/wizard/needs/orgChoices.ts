import { readPermission } from '../../clients/permissions.ts';
import type { Role } from '../../platform/authorization.ts';
import { choicesOf, type OrgChoices } from '../../privileges/needs.ts';
import type { LoadedAccess, OrgRole } from '../../procedures/loadedOrg.ts';
import { remembered } from '../../remembered.ts';

/** What an org has to choose from, as far as it was read; `access` is undefined where nobody is signed in. */
export function orgChoices(access: LoadedAccess | undefined): OrgChoices {
  if (access?.roles.kind !== 'known') return { roles: undefined, held: undefined };
  const { held } = access;
  const own = held.kind === 'known' ? new Set(held.value.map(({ roleId }) => roleId)) : undefined;
  return choicesOf(asRoles(access.roles.value), own);
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
