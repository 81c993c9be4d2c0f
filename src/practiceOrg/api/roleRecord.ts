import * as z from 'zod/mini';
import { inLanguage, type Language } from '../language.ts';
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

/** The published `DomainOrganizationRole`; what the org wrote itself is described in the language of the reader. */
export function roleView(role: Role, language: Language) {
  return {
    id: role.id,
    name: role.name,
    description: inLanguage(language, role.description),
    ...(role.defaultRoleId !== null && { defaultRoleId: role.defaultRoleId }),
    permissions: role.permissions,
    permissionPolicies: role.policies.map(policyView),
    roleNeedsUpdate: role.needsUpdate ?? !isAsShipped(role),
    base: role.defaultRoleId === 'employee',
    default: role.defaultRoleId !== null,
    selfUri: `/api/v2/authorization/roles/${role.id}`,
  };
}

/** What a role is described as by whoever read that in a language, and now writes it back. */
export function descriptionAsked(asked: string | null | undefined, role: Role, language: Language): string {
  return asked === inLanguage(language, role.description) ? role.description : (asked ?? '');
}

/** The published `DomainPermissionPolicy`. */
export function policyView(policy: PermissionPolicy) {
  return { ...policy, allowConditions: policy.resourceConditionNode !== undefined };
}
