import { isAsShipped } from '../world/defaultRoles.ts';
import { permissionsOf } from '../world/permissions.ts';
import type { PermissionPolicy, Role } from '../world/records.ts';

/** The published `DomainOrganizationRole`. */
export function roleView(role: Role) {
  return {
    id: role.id,
    name: role.name,
    description: role.description,
    ...(role.defaultRoleId !== null && { defaultRoleId: role.defaultRoleId }),
    permissions: permissionsOf(role.policies),
    permissionPolicies: role.policies.map(policyView),
    roleNeedsUpdate: !isAsShipped(role),
    base: role.defaultRoleId === 'employee',
    default: role.defaultRoleId !== null,
    selfUri: `/api/v2/authorization/roles/${role.id}`,
  };
}

/** The published `DomainPermissionPolicy`. */
export function policyView(policy: PermissionPolicy) {
  return { ...policy, allowConditions: policy.resourceConditionNode !== undefined };
}
