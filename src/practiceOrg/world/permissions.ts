import type { Allowance, PermissionPolicy } from './records.ts';

/** Every permission of the org, domain → entity → actions. A permission is written `domain:entity:action`. */
export const permissionCatalogue: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  analytics: { conversationAggregate: ['view'], conversationDetail: ['view'], userAggregate: ['view'] },
  architect: { flow: ['add', 'delete', 'edit', 'publish', 'view'] },
  authorization: {
    division: ['add', 'delete', 'edit'],
    divisionDeleted: ['view'],
    grant: ['add', 'delete', 'view'],
    orgTrustee: ['add', 'delete', 'edit', 'view'],
    orgTrusteeUser: ['add'],
    orgTrustor: ['delete', 'view'],
    role: ['add', 'delete', 'edit', 'view'],
    settings: ['edit', 'view'],
  },
  conversation: { call: ['accept', 'add', 'transfer', 'view'], message: ['accept', 'view'] },
  directory: {
    group: ['add', 'delete', 'edit'],
    organization: ['admin'],
    user: ['add', 'delete', 'edit', 'setPassword', 'view'],
  },
  integrations: { integration: ['add', 'delete', 'edit', 'view'] },
  oauth: { client: ['add', 'authorize', 'delete', 'edit', 'view'], token: ['delete'] },
  outbound: { campaign: ['add', 'delete', 'edit', 'view'], contactList: ['add', 'delete', 'edit', 'view'] },
  quality: { evaluation: ['add', 'edit', 'view'] },
  recording: { recording: ['view'] },
  routing: { language: ['assign', 'manage'], queue: ['add', 'edit', 'view'], skill: ['assign', 'manage'] },
  telephony: { extension: ['assign', 'view'] },
  usage: { client: ['view'] },
  voicemail: { voicemail: ['view'] },
};

/** Every permission there is, as policies: what a role that may do everything holds. */
export function everyPolicy(): PermissionPolicy[] {
  return Object.entries(permissionCatalogue).flatMap(([domain, entities]) =>
    Object.entries(entities).map(([entityName, actions]) => ({
      domain,
      entityName,
      actionSet: [...actions],
    })),
  );
}

/** Policies for permissions written `domain:entity:action`. */
export function policiesOf(permissions: readonly string[]): PermissionPolicy[] {
  const policies = new Map<string, PermissionPolicy>();
  for (const permission of permissions) {
    const [domain = '', entityName = '', action = ''] = permission.split(':');
    const key = `${domain}:${entityName}`;
    const policy = policies.get(key) ?? { domain, entityName, actionSet: [] };
    policy.actionSet.push(action);
    policies.set(key, policy);
  }
  return [...policies.values()];
}

/** The permissions that policies give, written `domain:entity:action`. */
export function permissionsOf(policies: readonly PermissionPolicy[]): string[] {
  return policies.flatMap(({ domain, entityName, actionSet }) =>
    actionSet.map((action) => `${domain}:${entityName}:${action}`),
  );
}

/**
 * The same policies with every `*` written out, as the platform does when a role is written. One that stands for nothing
 * that this org has stays as it is.
 */
export function expanded(policies: readonly PermissionPolicy[]): PermissionPolicy[] {
  return policies.flatMap((policy) => {
    const { domain, entityName, actionSet } = policy;
    if (![domain, entityName, ...actionSet].includes('*')) return [policy];
    const meant = everyPolicy()
      .filter((each) => covers(domain, each.domain) && covers(entityName, each.entityName))
      .map((each) => ({
        ...policy,
        ...each,
        actionSet: each.actionSet.filter((action) => actionSet.some((held) => covers(held, action))),
      }))
      .filter((each) => each.actionSet.length > 0);
    return meant.length === 0 ? [policy] : meant;
  });
}

/** Whether policies give a permission written `domain:entity:action`; `*` gives all that it stands for. */
export function gives(policies: readonly PermissionPolicy[], permission: string): boolean {
  const [domain = '', entityName = '', action = ''] = permission.split(':');
  return policies.some(
    (policy) =>
      covers(policy.domain, domain) &&
      covers(policy.entityName, entityName) &&
      policy.actionSet.some((held) => covers(held, action)),
  );
}

/** The same policies, but for some permissions. */
export function without(policies: readonly PermissionPolicy[], taken: readonly string[]): PermissionPolicy[] {
  return expanded(policies).map((policy) => ({
    ...policy,
    actionSet: policy.actionSet.filter(
      (action) => !taken.includes(`${policy.domain}:${policy.entityName}:${action}`),
    ),
  }));
}

function covers(held: string, asked: string): boolean {
  return held === '*' || held === asked;
}

/** Whether two roles give exactly the same, under the same conditions, however it is written. */
export function giveTheSame(some: Allowance, others: Allowance): boolean {
  const [one, other] = [given(some), given(others)];
  return one.size === other.size && [...one].every((permission) => other.has(permission));
}

/** Every permission that a role gives, those of its policies with what limits them. */
function given({ permissions, policies }: Allowance): Set<string> {
  const byPolicies = expanded(policies).flatMap((policy) =>
    permissionsOf([policy]).map((permission) => `${permission} ${limitsOf(policy)}`),
  );
  return new Set([...permissions, ...byPolicies]);
}

/** What limits a policy, as text: of two policies the same exactly when the limits are. */
export function limitsOf({ namedResources = [], resourceConditionNode }: PermissionPolicy): string {
  return JSON.stringify([[...namedResources].sort(), resourceConditionNode ?? null]);
}
