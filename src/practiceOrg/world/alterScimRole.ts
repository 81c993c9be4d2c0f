import { settleDurations } from './clients.ts';
import { isAsShipped, shippedAs } from './defaultRoles.ts';
import { policiesOf } from './permissions.ts';
import type { Role } from './records.ts';
import type { World } from './world.ts';

const ADDED = ['directory:user:view'];
const TAKEN = 'extension';

/** Whether somebody has altered the SCIM Integration role of the org; no if it has none. */
export function isScimRoleAltered(world: World): boolean {
  const role = scimRole(world);
  return role !== undefined && !isAsShipped(role);
}

/** Makes of the SCIM Integration role what an administrator may make of it, or what it is as shipped. */
export function alterScimRole(world: World, isAltered: boolean): void {
  const role = scimRole(world);
  const shipped = role && shippedAs(role);
  if (role === undefined || shipped === undefined) return;
  const others = shipped.policies.filter(({ entityName }) => entityName !== TAKEN);
  const policies = isAltered ? [...others, ...policiesOf(ADDED)] : shipped.policies;
  const { needsUpdate: _, ...kept } = role;
  world.roles.set(role.id, { ...kept, policies });
  settleDurations(world);
}

function scimRole(world: World): Role | undefined {
  return [...world.roles.values()].find(({ defaultRoleId }) => defaultRoleId === 'scimIntegration');
}
