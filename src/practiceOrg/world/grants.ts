import type { Grant } from './records.ts';
import type { World } from './world.ts';

type NewGrant = Pick<Grant, 'subjectId' | 'roleId' | 'divisionId'>;

/**
 * Gives a person a role in a division. The org notices it `delayMs` later (0: at once); until then the
 * person is treated as before. Granting what is already held changes nothing.
 */
export function addGrant(world: World, grant: NewGrant, delayMs: number): void {
  const held = world.grants.get(grant.subjectId) ?? [];
  if (held.some(({ roleId, divisionId }) => roleId === grant.roleId && divisionId === grant.divisionId))
    return;
  const madeAt = world.clock.now();
  world.grants.set(grant.subjectId, [...held, { ...grant, madeAt, visibleAt: madeAt + delayMs }]);
}

/** Takes a role in a division from a person; taking what is not held changes nothing. */
export function removeGrant(world: World, { subjectId, roleId, divisionId }: NewGrant): void {
  const held = world.grants.get(subjectId) ?? [];
  const kept = held.filter((grant) => grant.roleId !== roleId || grant.divisionId !== divisionId);
  world.grants.set(subjectId, kept);
}

/** The grants of a person that the org has noticed by now and whose role still exists. */
export function grantsOf(world: World, personId: string): Grant[] {
  const now = world.clock.now();
  const grants = world.grants.get(personId) ?? [];
  return grants.filter(({ visibleAt, roleId }) => visibleAt <= now && world.roles.has(roleId));
}
