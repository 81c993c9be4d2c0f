import { restoreScimRole } from '../clients/restoreScimRole.ts';
import { ALL_DIVISIONS } from '../platform/divisions.ts';
import { grantRole, restoreDefaultRoles } from '../platform/roles.ts';
import { getOwnGrants } from '../platform/subjects.ts';
import { loadAccess } from '../procedures/loadAccess.ts';
import type { RolePort } from './ports.ts';

/** The requests about roles, over the wire. */
export const rolePort: RolePort = {
  load: loadAccess,
  restoreDefaults: restoreDefaultRoles,
  restoreScimRole,
  grant: async (connection, roleId, userId) =>
    await grantRole(connection, roleId, { subjectIds: [userId], divisionIds: [ALL_DIVISIONS] }),
  held: async (connection) => {
    const grants = await getOwnGrants(connection);
    return grants.ok ? { ok: true, value: grants.value.map(({ role }) => role.id) } : grants;
  },
};
