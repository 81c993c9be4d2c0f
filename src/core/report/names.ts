import type { RoleNames } from '../texts/clientFields.ts';
import type { RowRole } from './rows.ts';

/** What the roles and divisions of a client are called; those that it has no more stay IDs. */
export function roleNamesOf(roles: readonly RowRole[]): RoleNames {
  return {
    role: (id) => roles.find(({ roleId }) => roleId === id)?.role ?? id,
    division: (id) => roles.find(({ divisionId }) => divisionId === id)?.division ?? id,
  };
}
