import { ALL_DIVISIONS } from '../platform/authorization.ts';
import type { Access } from './context.ts';
import type { Answers, ChosenRole, Draft } from './draft.ts';

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

/** The name of a role as far as anybody told, or its ID. */
export function roleName(roleId: string, { roles, held }: Access): string {
  const known = roles.kind === 'known' ? roles.value.find(({ id }) => id === roleId)?.name : undefined;
  const own = held.kind === 'known' ? held.value.find((each) => each.roleId === roleId)?.roleName : undefined;
  return known ?? own ?? roleId;
}

/** The name of a division as far as the org told, or its ID. */
export function divisionName(id: string, { divisions }: Access): string {
  const known =
    divisions.kind === 'known' ? divisions.value.find((division) => division.id === id) : undefined;
  return known?.name ?? id;
}
