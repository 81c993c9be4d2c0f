import type { RoleRequest } from '../platform/authorization.ts';

/** The role that has exactly these permissions, in the order of their names. */
export function exactRole(name: string, description: string, permissions: readonly string[]): RoleRequest {
  const policies = new Map<string, { domain: string; entityName: string; actionSet: string[] }>();
  const others: string[] = [];
  for (const permission of [...new Set(permissions)].sort()) {
    const [domain = '', entityName, ...action] = permission.split(':');
    if (entityName === undefined || action.length === 0) {
      others.push(permission);
      continue;
    }
    const key = `${domain}:${entityName}`;
    const policy = policies.get(key) ?? { domain, entityName, actionSet: [] };
    policy.actionSet.push(action.join(':'));
    policies.set(key, policy);
  }
  return { name, description, permissions: others, permissionPolicies: [...policies.values()] };
}
