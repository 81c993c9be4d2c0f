import { orgOf } from './context.ts';
import type { Field } from './draft.ts';
import { type DraftFinding, finding } from './draftFinding.ts';
import { LONGEST_DURATION_SECONDS, parseDuration } from './duration.ts';
import type { Rule } from './procedure.ts';

/** S1 and S4: before anything else, whoever creates the client holds the SCIM Integration role, as it is shipped. */
export const holdsScimRole: Rule = (_answers, context) => {
  const org = orgOf(context);
  if (org === undefined) return [];
  const standing = org.access.scimRole;
  switch (standing.kind) {
    case 'held':
    case 'unclear':
      return [];
    case 'missing':
      return [finding('scim-role-missing', 'org', { org: org.name })];
    case 'not-held':
      return [finding('scim-role-not-held', 'org', { role: standing.role.name, org: org.name })];
    case 'altered':
      return [roleAltered('org', 'error', standing)];
  }
};

/**
 * S4: exactly that role and no other, or Genesys Cloud quietly makes tokens end after a day. So nothing is saved while
 * nobody knows which role that is.
 */
export const hasScimRoleAlone: Rule = ({ roles }, context) => {
  const org = orgOf(context);
  if (org === undefined) return [];
  const standing = org.access.scimRole;
  if (standing.kind === 'unclear') return [finding('scim-role-unclear', 'roles', { org: org.name })];
  if (standing.kind !== 'held') return [];
  const [chosen] = roles;
  const isRight = roles.length === 1 && standing.roles.some(({ id }) => id === chosen?.roleId);
  const [role] = standing.roles;
  if (isRight || role === undefined) return [];
  const divisionIds = chosen?.divisionIds ?? [];
  return [
    finding(
      'scim-role-alone',
      'roles',
      { role: role.name },
      {
        fixes: [
          {
            code: 'use-scim-role',
            args: { role: role.name },
            change: { roles: [{ roleId: role.id, divisionIds }] },
          },
        ],
      },
    ),
  ];
};

/** S2 and S4: more than two days last only with the role as shipped. Where nobody could look at that, it is said. */
export const knowsScimRole: Rule = ({ adopts, duration }, context) => {
  const org = orgOf(context);
  const seconds = parseDuration(duration);
  if (org === undefined || adopts !== null) return [];
  if (seconds === undefined || seconds <= LONGEST_DURATION_SECONDS) return [];
  const standing = org.access.scimRole;
  if (standing.kind !== 'held' || standing.doubt === undefined) return [];
  const [role] = standing.roles;
  const code = standing.doubt.isMarkedAltered ? 'scim-role-marked' : 'scim-role-unchecked';
  return [finding(code, 'duration', { role: role?.name ?? '' })];
};

/** S4: a role that is SCIM Integration no more, with what it allows beyond that and what it lacks. */
export function roleAltered(
  at: Field,
  severity: DraftFinding['severity'],
  { role, added, taken }: { role: { name: string }; added: readonly string[]; taken: readonly string[] },
): DraftFinding {
  return finding('altered-role', at, { role: role.name, added, taken }, { severity });
}
