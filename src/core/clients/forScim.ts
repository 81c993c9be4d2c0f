import type { Role } from '../platform/authorization.ts';
import type { ScimFit } from '../procedures/context.ts';
import type { OrgRole } from '../procedures/loadedOrg.ts';
import { allowTheSame, permissionsBeyond, permissionsOf } from './permissions.ts';

/** What the role is called wherever it was not renamed (Genesys facts 2.2). */
export const SCIM_ROLE_NAME = 'SCIM Integration';

/**
 * What every SCIM operation asks for (Genesys facts 2.2). The shipped role is recognized by it where neither its name
 * nor its ID tells; what it holds for certain, only the org says.
 */
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

/** How much of all that a role and the list above hold must be common to both, to look like the same role. */
const COMMON_PART = 0.5;

/** The default roles that may be SCIM Integration, whatever became of them: the org is asked how it ships these. */
export function mayBeScimRole(roles: readonly Role[]): Role[] {
  const shipped = roles.filter((role) => role.default === true);
  const called = shipped.filter(({ name, defaultRoleId }) => isCalledScim(name, defaultRoleId ?? ''));
  return called.length > 0 ? called : shipped.filter(looksLikeScim);
}

/**
 * Judges the roles of an org for SCIM: a role fits that allows exactly what SCIM Integration does as Genesys Cloud
 * ships it, whatever it is called and whoever made it.
 */
export function scimJudgement(roles: readonly OrgRole[]): (role: OrgRole) => ScimFit {
  const candidates = scimCandidates(roles);
  const shipped = shippedForScim(candidates);
  if (shipped === undefined) {
    const named = candidates.filter(isNamed);
    const likely = named.length > 0 ? named : candidates;
    const isLikely = (role: OrgRole) =>
      likely.some(
        (each) => role === each || (isTold(each) && allowTheSame(role.permissions, each.permissions)),
      );
    return (role) => ({ kind: 'unchecked', isLikely: isLikely(role) });
  }
  return (role) => {
    if (allowTheSame(role.permissions, shipped)) return { kind: 'fits' };
    if (role.shipped?.kind === 'known' && allowTheSame(role.shipped.value.permissions, shipped)) {
      const taken = permissionsBeyond(shipped, role.permissions);
      // What was narrowed, to a condition for example, was taken away and added as something less.
      const left = shipped.filter((permission) => !taken.includes(permission));
      return { kind: 'altered', added: permissionsBeyond(role.permissions, left), taken };
    }
    return isTold(role) ? { kind: 'other' } : { kind: 'unchecked', isLikely: false };
  };
}

/** The default roles that may be SCIM Integration, the likeliest first. */
export function scimCandidates(roles: readonly OrgRole[]): OrgRole[] {
  const candidates = roles.filter((role) => role.shipped !== undefined);
  return [...candidates.filter(isNamed), ...candidates.filter((role) => !isNamed(role))];
}

function isNamed({ name }: { name: string }): boolean {
  return name === SCIM_ROLE_NAME;
}

/** An org that tells no permission of a role has not said that it allows none. */
function isTold({ permissions }: OrgRole): boolean {
  return permissions.length > 0;
}

/** What SCIM Integration allows as shipped; undefined where the org did not tell, or not which role that is. */
function shippedForScim(candidates: readonly OrgRole[]): readonly string[] | undefined {
  const told = candidates.flatMap(({ shipped }) =>
    shipped?.kind === 'known' && shipped.value.permissions.length > 0 ? [shipped.value] : [],
  );
  const named = told.filter(isNamed);
  const called = told.filter(({ name, defaultRoleId }) => isCalledScim(name, defaultRoleId));
  const [first, ...others] = named.length > 0 ? named : called.length === candidates.length ? called : [];
  if (first === undefined) return undefined;
  const areOne = others.every((each) => allowTheSame(each.permissions, first.permissions));
  return areOne ? first.permissions : undefined;
}

/** The abbreviation stays in every language. */
function isCalledScim(...names: readonly string[]): boolean {
  return names.some((name) => /scim/i.test(name));
}

function looksLikeScim({ permissionPolicies }: Role): boolean {
  const held = new Set(permissionsOf(permissionPolicies ?? []));
  const common = SCIM_PERMISSIONS.filter((permission) => held.has(permission)).length;
  return common / (held.size + SCIM_PERMISSIONS.length - common) >= COMMON_PART;
}
