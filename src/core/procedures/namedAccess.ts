import { ALL_DIVISIONS } from '../platform/authorization.ts';
import type { Access } from './context.ts';
import type { Answers, ChosenRole, Draft } from './draft.ts';
import { entryOf } from './known.ts';

/** Roles and divisions as they are picked on the admin page, where nobody knows an ID (rules G12, G13, S4, S5). */
export type NamedAccess = Pick<Answers, 'roleNames' | 'divisionNames'>;

/**
 * A draft that leaves the org whose roles were chosen, with their names, which the admin page is told. What the person
 * typed there before stays. `everywhere` is what all divisions are called.
 */
export function withNamedAccess(draft: Draft, access: Access, everywhere: string): Draft {
  const { roles = [] } = draft;
  return roles.length === 0 ? draft : { ...namedAccess(roles, access, everywhere), ...draft };
}

/** Divisions that all roles share stand for themselves; others stand behind their role. */
function namedAccess(roles: readonly ChosenRole[], access: Access, everywhere: string): NamedAccess {
  const named = roles.map(({ roleId, divisionIds }) => ({
    role: roleName(roleId, access),
    divisions: divisionIds.map((id) => (id === ALL_DIVISIONS ? everywhere : divisionName(id, access))),
  }));
  const lists = new Set(named.map(({ divisions }) => divisions.join('\n')));
  const [shared] = lists;
  if (lists.size === 1 && shared !== undefined) {
    return { roleNames: named.map(({ role }) => role).join('\n'), divisionNames: shared };
  }
  const lines = named.map(({ role, divisions }) => `${role} (${divisions.join(', ')})`);
  return { roleNames: lines.join('\n'), divisionNames: '' };
}

/**
 * Whether users of some divisions are out of reach of the identity provider (rule S5); false where the org is not known to have
 * more divisions than are chosen.
 */
export function leavesUsersOut(
  roles: readonly ChosenRole[],
  { divisions }: Pick<Access, 'divisions'>,
): boolean {
  const chosen = new Set(roles.flatMap(({ divisionIds }) => divisionIds));
  if (chosen.size === 0 || chosen.has(ALL_DIVISIONS) || divisions.kind !== 'known') return false;
  return chosen.size < divisions.value.total;
}

/** The name of a role as far as anybody told, or its ID. */
export function roleName(roleId: string, { roles, held }: Access): string {
  return entryOf(roles, roleId)?.name ?? entryOf(held, roleId)?.name ?? roleId;
}

/** The name of a division as far as the org told, or its ID. */
export function divisionName(id: string, { divisions }: Access): string {
  return entryOf(divisions, id)?.name ?? id;
}

/** G13: where a role applies unless the person says otherwise: the Home division (its ID), if the org told which it is. */
export function homeIn({ divisions }: Pick<Access, 'divisions'>): string[] {
  const home = divisions.kind === 'known' ? divisions.value.entries.find(({ isHome }) => isHome) : undefined;
  return home === undefined ? [] : [home.id];
}
