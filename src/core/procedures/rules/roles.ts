import { ALL_DIVISIONS } from '../../platform/divisions.ts';
import { type Access, type Division, orgOf } from '../context.ts';
import type { Answers, ChosenRole } from '../draft.ts';
import { type DraftFinding, finding } from '../draftFinding.ts';
import { asksForRoles } from '../grantTypes.ts';
import type { Rule } from '../procedure.ts';
import { roleName } from '../roleName.ts';

/** G12: a client of client credentials has at least one role, and only roles that whoever creates it holds. */
export const hasRoles: Rule = ({ grantType, roles }, context) => {
  // On the admin page they are picked by name, and nothing of ours names them.
  if (!asksForRoles(grantType) || context.destination.kind === 'admin-page') return [];
  if (roles.length === 0) return [finding('roles-missing', 'roles')];
  const access = orgOf(context)?.access;
  return access === undefined ? [] : roles.flatMap((chosen) => roleFindings(chosen, roles, access));
};

/** G13: each role applies in at least one division that there is. */
export const rolesHaveDivisions: Rule = ({ grantType, roles }, context) => {
  if (!asksForRoles(grantType) || context.destination.kind === 'admin-page') return [];
  const access = orgOf(context)?.access;
  return roles.flatMap((chosen) => divisionFindings(chosen, roles, access));
};

function roleFindings(chosen: ChosenRole, roles: readonly ChosenRole[], access: Access): DraftFinding[] {
  const { roleId } = chosen;
  const without: Partial<Answers> = { roles: roles.filter((other) => other !== chosen) };
  const fixes = [{ code: 'remove-role' as const, args: {}, change: without }];
  if (access.roles.kind === 'known' && !access.roles.value.some(({ id }) => id === roleId)) {
    return [finding('role-gone', 'roles', { role: roleId }, { fixes })];
  }
  if (access.held.kind === 'known' && !access.held.value.some((held) => held.roleId === roleId)) {
    return [finding('role-not-held', 'roles', { role: roleName(roleId, access) }, { fixes })];
  }
  return [];
}

function divisionFindings(
  chosen: ChosenRole,
  roles: readonly ChosenRole[],
  access: Access | undefined,
): DraftFinding[] {
  const divisions = access?.divisions.kind === 'known' ? access.divisions.value : undefined;
  const role = access === undefined ? chosen.roleId : roleName(chosen.roleId, access);
  const withDivisions = (divisionIds: string[]): Partial<Answers> => ({
    roles: roles.map((other) => (other === chosen ? { ...chosen, divisionIds } : other)),
  });
  if (chosen.divisionIds.length === 0) {
    const home = divisions?.find(({ isHome }) => isHome);
    const fixes =
      home === undefined
        ? []
        : [{ code: 'use-home-division' as const, args: {}, change: withDivisions([home.id]) }];
    return [finding('role-without-division', 'roles', { role }, { fixes })];
  }
  const gone = divisions === undefined ? [] : chosen.divisionIds.filter((id) => !isDivision(id, divisions));
  if (gone.length === 0) return [];
  const left = chosen.divisionIds.filter((id) => !gone.includes(id));
  return [
    finding(
      'division-gone',
      'roles',
      { role, division: gone.join(', ') },
      { fixes: [{ code: 'remove-division', args: {}, change: withDivisions(left) }] },
    ),
  ];
}

function isDivision(id: string, divisions: readonly Division[]): boolean {
  return id === ALL_DIVISIONS || divisions.some((division) => division.id === id);
}
