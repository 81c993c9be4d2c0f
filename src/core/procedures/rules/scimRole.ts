import { orgOf } from '../context.ts';
import { finding } from '../problem.ts';
import type { Rule } from '../procedure.ts';
import { scimRoleStanding } from '../scimRole.ts';

/** S1: before anything else, whoever creates the client holds the SCIM Integration role. */
export const holdsScimRole: Rule = (_answers, context) => {
  const org = orgOf(context);
  if (org === undefined) return [];
  const standing = scimRoleStanding(org.access);
  switch (standing.kind) {
    case 'held':
    case 'unclear':
      return [];
    case 'missing':
      return [finding('scim-role-missing', 'org', { org: org.name })];
    case 'not-held':
      return [finding('scim-role-not-held', 'org', { role: standing.role.name, org: org.name })];
  }
};

/**
 * S4: exactly that role and no other, or Genesys Cloud quietly makes tokens end after a day. So nothing is saved while
 * nobody knows which role that is.
 */
export const hasScimRoleAlone: Rule = ({ roles }, context) => {
  const org = orgOf(context);
  if (org === undefined) return [];
  const standing = scimRoleStanding(org.access);
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
