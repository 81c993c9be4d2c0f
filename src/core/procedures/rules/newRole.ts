import { actsWhereShown, isSeen } from '../../platform/text.ts';
import { newRoleOf } from '../clientSteps.ts';
import { type Org, orgOf } from '../context.ts';
import { type DraftFinding, finding } from '../draftFinding.ts';
import { hasSameName, lackedForRole, type NewRole, ownSubject } from '../newRole.ts';
import type { Rule } from '../procedure.ts';
import { divisionFindings } from './access.ts';
import { asSeen, LONGEST_NAME } from './details.ts';

/** G12 and G13, of a role that is made for the client: its name tells it from the others, and it applies somewhere. */
export const newRoleIsSound: Rule = (answers, context) => {
  const newRole = newRoleOf(answers);
  // On the admin page nothing of ours makes a role.
  if (newRole === undefined || context.destination.kind === 'admin-page') return [];
  const org = orgOf(context);
  const name = newRole.name.trim();
  const divisions = divisionFindings(
    'newRole',
    () => name,
    newRole.divisionIds,
    org?.access,
    (divisionIds) => ({ newRole: { ...newRole, divisionIds } }),
  );
  return [...nameFindings(newRole, name, org), ...divisions];
};

function nameFindings(newRole: NewRole, name: string, org: Org | undefined): DraftFinding[] {
  if (!isSeen(name)) return [finding('role-name-missing', 'newRole')];
  const seen = asSeen(name);
  const length = [...name].length;
  return [
    ...(seen === name
      ? []
      : [
          finding(
            'role-name-invisible',
            'newRole',
            {},
            {
              severity: actsWhereShown(name) ? 'error' : 'warning',
              fixes: [
                { code: 'remove-invisible', args: {}, change: { newRole: { ...newRole, name: seen } } },
              ],
            },
          ),
        ]),
    ...(length > LONGEST_NAME
      ? [finding('role-name-too-long', 'newRole', { length, max: LONGEST_NAME })]
      : []),
    // Of two of one name nobody could tell which was made here, were an answer lost.
    ...(isTaken(newRole, org) ? [finding('role-name-in-use', 'newRole', { role: name })] : []),
  ];
}

/** Whether a role of the org has the name, as far as its roles are known: those that the caller holds at least. */
function isTaken(newRole: NewRole, org: Org | undefined): boolean {
  if (org === undefined) return false;
  const { roles, held } = org.access;
  return [roles, held].some(
    (list) => list.kind === 'known' && list.value.entries.some((role) => hasSameName(role, newRole)),
  );
}

/** G1 and G12: what it takes to make a role, to give it to oneself, and to take it back. */
export const mayMakeRole: Rule = (answers, context) => {
  const org = orgOf(context);
  if (newRoleOf(answers) === undefined || org === undefined) return [];
  const { caller } = org;
  if (ownSubject(org) === undefined) return [finding('role-holder-unknown', 'newRole', { org: org.name })];
  if (caller.kind !== 'user') return [finding('role-permission-unknown', 'newRole', { org: org.name })];
  const lacked = lackedForRole(org);
  if (lacked.length > 0)
    return [
      finding('role-permission-missing', 'newRole', {
        person: caller.name,
        org: org.name,
        permissions: lacked,
      }),
    ];
  return caller.permissions.includes('authorization:role:delete')
    ? []
    : [finding('role-stays', 'newRole', { org: org.name })];
};
