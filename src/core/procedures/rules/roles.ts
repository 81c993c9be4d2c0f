import { ALL_DIVISIONS } from '../../platform/divisions.ts';
import { type Access, orgOf } from '../context.ts';
import type { Answers, ChosenRole } from '../draft.ts';
import { type DraftFinding, finding, findingsOfEach } from '../draftFinding.ts';
import { asksForRoles } from '../grantTypes.ts';
import type { Rule } from '../procedure.ts';
import { roleName } from '../roleName.ts';

/** G12: a client of client credentials has at least one role, and only roles that whoever creates it holds. */
export const hasRoles: Rule = ({ grantType, roles }, context) => {
  // On the admin page they are picked by name, and nothing of ours names them.
  if (!asksForRoles(grantType) || context.destination.kind === 'admin-page') return [];
  if (roles.length === 0) return [finding('roles-missing', 'roles')];
  const access = orgOf(context)?.access;
  if (access === undefined) return [];
  const known = access.roles.kind === 'known' ? new Set(access.roles.value.map(({ id }) => id)) : undefined;
  const held =
    access.held.kind === 'known' ? new Set(access.held.value.map(({ roleId }) => roleId)) : undefined;
  return findingsOfEach(roles, (chosen) => {
    const { roleId } = chosen;
    const change = (): Partial<Answers> => ({ roles: roles.filter((other) => other !== chosen) });
    const fixes = () => [{ code: 'remove-role' as const, args: {}, change: change() }];
    if (known?.has(roleId) === false)
      return [finding('role-gone', 'roles', { role: roleId }, { fixes: fixes() })];
    if (held?.has(roleId) === false)
      return [finding('role-not-held', 'roles', { role: roleName(roleId, access) }, { fixes: fixes() })];
    return [];
  });
};

/** G13: each role applies in at least one division that there is. */
export const rolesHaveDivisions: Rule = ({ grantType, roles }, context) => {
  if (!asksForRoles(grantType) || context.destination.kind === 'admin-page') return [];
  const access = orgOf(context)?.access;
  const divisions = access?.divisions.kind === 'known' ? access.divisions.value : undefined;
  const there = divisions && new Set([ALL_DIVISIONS, ...divisions.map(({ id }) => id)]);
  return findingsOfEach(roles, (chosen) => divisionFindings(chosen, roles, access, there));
};

function divisionFindings(
  chosen: ChosenRole,
  roles: readonly ChosenRole[],
  access: Access | undefined,
  there: ReadonlySet<string> | undefined,
): DraftFinding[] {
  const role = () => (access === undefined ? chosen.roleId : roleName(chosen.roleId, access));
  const withDivisions = (divisionIds: string[]): Partial<Answers> => ({
    roles: roles.map((other) => (other === chosen ? { ...chosen, divisionIds } : other)),
  });
  if (chosen.divisionIds.length === 0) {
    const divisions = access?.divisions.kind === 'known' ? access.divisions.value : undefined;
    const home = divisions?.find(({ isHome }) => isHome);
    const fixes =
      home === undefined
        ? []
        : [{ code: 'use-home-division' as const, args: {}, change: withDivisions([home.id]) }];
    return [finding('role-without-division', 'roles', { role: role() }, { fixes })];
  }
  const gone = chosen.divisionIds.filter((id) => there?.has(id) === false);
  if (gone.length === 0) return [];
  const left = chosen.divisionIds.filter((id) => there?.has(id) !== false);
  return [
    finding(
      'division-gone',
      'roles',
      { role: role(), division: gone.join(', ') },
      { fixes: [{ code: 'remove-division', args: {}, change: withDivisions(left) }] },
    ),
  ];
}
