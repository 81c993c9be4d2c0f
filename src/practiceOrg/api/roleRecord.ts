import * as z from 'zod/mini';
import { isAsShipped } from '../world/defaultRoles.ts';
import { permissionsOf, policiesOf } from '../world/permissions.ts';
import type { PermissionPolicy, Role } from '../world/records.ts';

const optionalStrings = z.optional(z.nullable(z.array(z.string())));

/**
 * The body of POST and PUT authorization/roles. The platform's own fields are let through and left alone,
 * because clients send back what they have read.
 */
export const roleRequest = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1)),
  description: z.optional(z.nullable(z.string())),
  permissions: optionalStrings,
  permissionPolicies: z.optional(
    z.nullable(
      z.array(
        z.object({
          domain: z.string(),
          entityName: z.optional(z.nullable(z.string())),
          actionSet: optionalStrings,
          namedResources: optionalStrings,
          resourceConditionNode: z.optional(z.nullable(z.looseObject({}))),
        }),
      ),
    ),
  ),
  id: z.optional(z.unknown()),
  defaultRoleId: z.optional(z.unknown()),
  unusedPermissions: z.optional(z.unknown()),
  userCount: z.optional(z.unknown()),
  roleNeedsUpdate: z.optional(z.unknown()),
  baseLicense: z.optional(z.unknown()),
  addonLicenses: z.optional(z.unknown()),
  dateLicenseLastUpdated: z.optional(z.unknown()),
  base: z.optional(z.unknown()),
  default: z.optional(z.unknown()),
  selfUri: z.optional(z.unknown()),
});

/** The policies that a request asks for; bare permissions count only when no policies are given. */
export function policiesAsked(request: z.infer<typeof roleRequest>): PermissionPolicy[] {
  const policies = request.permissionPolicies ?? [];
  if (policies.length === 0) return policiesOf(request.permissions ?? []);
  return policies.map(({ domain, entityName, actionSet, namedResources, resourceConditionNode }) => ({
    domain,
    entityName: entityName ?? '*',
    actionSet: actionSet ?? [],
    ...(namedResources && namedResources.length > 0 && { namedResources }),
    ...(resourceConditionNode && { resourceConditionNode }),
  }));
}

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
