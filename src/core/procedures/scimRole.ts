import type { Access, OrgRole } from './context.ts';

/** What the role is called wherever it was not renamed (Genesys facts 2.2). */
export const SCIM_ROLE_NAME = 'SCIM Integration';

/** What every SCIM operation asks for, by which the shipped role is known under another name (Genesys facts 2.2). */
const SCIM_PERMISSIONS = [
  'authorization:grant:add',
  'authorization:grant:delete',
  'directory:group:edit',
  'directory:user:add',
  'directory:user:delete',
  'directory:user:edit',
  'directory:user:setPassword',
  'routing:language:assign',
  'routing:skill:assign',
  'telephony:extension:assign',
];

/**
 * The roles that a SCIM client may have (rule S4): first the one that Genesys Cloud ships, then custom ones with exactly
 * the same permissions. Any other makes tokens end after a day.
 */
export function scimRoles(roles: readonly OrgRole[]): OrgRole[] {
  const shipped = roles.find(({ isDefault, name, permissions }) => {
    return isDefault && (name === SCIM_ROLE_NAME || sameSet(permissions, SCIM_PERMISSIONS));
  });
  if (shipped === undefined) return [];
  const custom = roles.filter((role) => role !== shipped && sameSet(role.permissions, shipped.permissions));
  return [shipped, ...custom];
}

/** What stands between whoever is signed in and a SCIM client (rule S1). */
export type ScimRoleStanding =
  | { kind: 'held'; roles: readonly { id: string; name: string }[] }
  /** The org has the role, but whoever is signed in does not hold it. */
  | { kind: 'not-held'; role: OrgRole }
  /** The org lacks the role; it can be restored. */
  | { kind: 'missing' }
  /** Not known yet, or the org does not tell. */
  | { kind: 'unclear' };

/** Whether the caller holds a role that a SCIM client may have. */
export function scimRoleStanding({ roles, held }: Access): ScimRoleStanding {
  if (held.kind !== 'known') return { kind: 'unclear' };
  if (roles.kind !== 'known') {
    const own = held.value.find(({ roleName }) => roleName === SCIM_ROLE_NAME);
    return own === undefined
      ? { kind: 'unclear' }
      : { kind: 'held', roles: [{ id: own.roleId, name: own.roleName }] };
  }
  const candidates = scimRoles(roles.value);
  const [shipped] = candidates;
  if (shipped === undefined) return { kind: 'missing' };
  const own = candidates.filter(({ id }) => held.value.some(({ roleId }) => roleId === id));
  return own.length > 0 ? { kind: 'held', roles: own } : { kind: 'not-held', role: shipped };
}

function sameSet(some: readonly string[], others: readonly string[]): boolean {
  // An org may have thousands of roles, and hardly any two are of one size.
  if (some.length !== others.length) return false;
  const both = new Set([...some, ...others]).size;
  return both === new Set(some).size && both === new Set(others).size;
}
