import { isExactlyScim } from './defaultRoles.ts';
import type { RoleDivision } from './records.ts';
import type { World } from './world.ts';

/** Token durations in seconds (procedure rules G4 and S2, Genesys facts 8.1). */
export const DEFAULT_DURATION = 86_400;
export const SHORTEST_DURATION = 300;
const LONGEST_DURATION = 172_800;
export const LONGEST_SCIM_DURATION = 38_880_000;

/**
 * The token duration, in seconds, that a client really gets. Above two days only a client-credentials client
 * keeps what it asked for (no other has roles), and only when its one role is exactly SCIM Integration; any
 * other client falls back to the default without a word (procedure rule S4).
 */
export function effectiveDuration(
  world: World,
  roleDivisions: readonly RoleDivision[],
  wishedSeconds: number,
): number {
  if (wishedSeconds <= LONGEST_DURATION) return wishedSeconds;
  const roleIds = new Set(roleDivisions.map(({ roleId }) => roleId));
  const roles = [...roleIds].map((id) => world.roles.get(id));
  const onlyScim = roles.length === 1 && roles.every((role) => role !== undefined && isExactlyScim(role));
  return onlyScim ? wishedSeconds : DEFAULT_DURATION;
}
