import * as z from 'zod/mini';
import { isAsShipped } from '../world/defaultRoles.ts';
import { expanded } from '../world/permissions.ts';
import type { Allowance, PermissionPolicy, Role } from '../world/records.ts';
import { leftAlone } from './body.ts';

const optionalStrings = z.optional(z.nullable(z.array(z.string())));

const policyRequest = z.object({
  domain: z.string(),
  entityName: z.optional(z.nullable(z.string())),
  actionSet: optionalStrings,
  namedResources: optionalStrings,
  resourceConditionNode: z.optional(z.nullable(z.looseObject({}))),
});
type PolicyRequest = z.infer<typeof policyRequest>;

/** The body of POST and PUT authorization/roles. */
export const roleRequest = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1)),
  description: z.optional(z.nullable(z.string())),
  permissions: optionalStrings,
  permissionPolicies: z.optional(z.nullable(z.array(policyRequest))),
  id: leftAlone,
  defaultRoleId: leftAlone,
  unusedPermissions: leftAlone,
  userCount: leftAlone,
  roleNeedsUpdate: leftAlone,
  baseLicense: leftAlone,
  addonLicenses: leftAlone,
  dateLicenseLastUpdated: leftAlone,
  base: leftAlone,
  default: leftAlone,
  selfUri: leftAlone,
});

/** The body of PATCH, of which only this field counts, and may not be left out (Genesys facts 2.1). */
export const roleUpdateNote = z.object({ roleNeedsUpdate: z.boolean() });

/** What a request asks a role to give. */
export function allowanceAsked(request: z.infer<typeof roleRequest>): Allowance {
  return {
    permissions: [...new Set(request.permissions ?? [])],
    policies: expanded((request.permissionPolicies ?? []).map(policyAsked)),
  };
}

function policyAsked(policy: PolicyRequest): PermissionPolicy {
  const { domain, entityName, actionSet, namedResources, resourceConditionNode } = policy;
  return {
    domain,
    entityName: entityName ?? '*',
    actionSet: actionSet ?? [],
    ...(namedResources && namedResources.length > 0 && { namedResources }),
    ...(resourceConditionNode && { resourceConditionNode }),
  };
}

/** The published `DomainOrganizationRole`. */
export function roleView(role: Role) {
  return {
    id: role.id,
    name: role.name,
    description: role.description,
    ...(role.defaultRoleId !== null && { defaultRoleId: role.defaultRoleId }),
    permissions: role.permissions,
    permissionPolicies: role.policies.map(policyView),
    roleNeedsUpdate: role.needsUpdate ?? !isAsShipped(role),
    base: role.defaultRoleId === 'employee',
    default: role.defaultRoleId !== null,
    selfUri: `/api/v2/authorization/roles/${role.id}`,
  };
}

/** The published `DomainPermissionPolicy`. */
export function policyView(policy: PermissionPolicy) {
  return { ...policy, allowConditions: policy.resourceConditionNode !== undefined };
}
