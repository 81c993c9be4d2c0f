import { permissionsOf } from '../world/permissions.ts';
import type { Role } from '../world/records.ts';

/** The published `UserAuthorization` of someone who holds these roles. */
export function authorizationView(roles: readonly Role[]) {
  return {
    roles: roles.map(({ id, name }) => ({ id, name })),
    unusedRoles: [],
    permissions: [...new Set(roles.flatMap(({ policies }) => permissionsOf(policies)))].sort(),
    permissionPolicies: roles.flatMap(({ id, policies }) =>
      policies.map((policy) => ({ id: `${id}-${policy.domain}-${policy.entityName}`, ...policy })),
    ),
  };
}
