import {
  compareWithDefault,
  type PermissionPolicy,
  type RoleDifference,
  restoreDefaultRole,
} from '../platform/authorization.ts';
import { mayHaveBeenCarriedOut, type Result } from '../platform/errors.ts';
import type { Connection } from '../platform/request.ts';
import type { OrgRole } from '../procedures/loadedOrg.ts';
import { allowTheSame, permissionsOf } from './permissions.ts';

/**
 * Makes an altered default role what it is as shipped, and changes no other (rule S4). Looks at it first: where it is no
 * longer what the person was shown, it is left as it is. Where the answer was lost, the role itself says what came of it.
 */
export async function restoreScimRole(
  connection: Connection,
  { id, permissions, shipped }: OrgRole,
): Promise<Result<'restored' | 'changed-meanwhile'>> {
  if (shipped?.kind !== 'known') return { ok: true, value: 'changed-meanwhile' };
  const { defaultRoleId } = shipped.value;
  const now = await compareWithDefault(connection, id, defaultRoleId);
  if (!now.ok) return now;
  const sides = sidesOf(now.value);
  const isAsShown =
    allowTheSame(sides.shipped, shipped.value.permissions) &&
    (sides.held === undefined || allowTheSame(sides.held, permissions));
  if (!isAsShown) return { ok: true, value: 'changed-meanwhile' };
  const restored = await restoreDefaultRole(connection, { id, defaultRoleId }, now.value.roleFromDefault);
  if (restored.ok) return { ok: true, value: 'restored' };
  if (!mayHaveBeenCarriedOut(restored.error)) return restored;
  const after = await compareWithDefault(connection, id, defaultRoleId);
  if (!after.ok) return restored;
  const { held, shipped: whole } = sidesOf(after.value);
  return held !== undefined && allowTheSame(held, whole) ? { ok: true, value: 'restored' } : restored;
}

/**
 * What a role of the org allows (undefined where nobody told), and what it does as shipped. Where the org itself finds
 * no difference, there is none. `role` is the same one as it was listed.
 */
export function sidesOf(
  { addedPermissionPolicies, removedPermissionPolicies, userOrgRole, roleFromDefault }: RoleDifference,
  role?: { permissionPolicies?: readonly PermissionPolicy[] | null | undefined },
): { held: string[] | undefined; shipped: string[] } {
  const policies = role?.permissionPolicies ?? userOrgRole?.permissionPolicies;
  const shipped = permissionsOf(roleFromDefault.permissionPolicies);
  const isSame = addedPermissionPolicies?.length === 0 && removedPermissionPolicies?.length === 0;
  const held = policies == null ? undefined : permissionsOf(policies);
  return isSame ? { held: held ?? shipped, shipped: held ?? shipped } : { held, shipped };
}
