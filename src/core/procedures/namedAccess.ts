import { ALL_DIVISIONS } from '../platform/divisions.ts';
import type { Access } from './context.ts';
import { divisionName } from './divisionName.ts';
import type { Answers, ChosenRole, Draft } from './draft.ts';
import { roleName } from './roleName.ts';

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
