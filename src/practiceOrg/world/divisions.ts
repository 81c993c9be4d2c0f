import { settleDurations } from './clients.ts';
import type { Division } from './records.ts';
import type { World } from './world.ts';

/** How many people are in a division; nothing else of the org is in one. */
export function countPeople(world: World, { id }: Division): number {
  return [...world.people.values()].filter(({ divisionId }) => divisionId === id).length;
}

/** Deletes a division; what was granted in it, to people and to clients, goes with it. */
export function deleteDivision(world: World, { id }: Division): void {
  const elsewhere = ({ divisionId }: { readonly divisionId: string }) => divisionId !== id;
  world.divisions.delete(id);
  for (const [personId, grants] of world.grants) world.grants.set(personId, grants.filter(elsewhere));
  for (const client of world.clients.values()) {
    world.clients.set(client.id, { ...client, roleDivisions: client.roleDivisions.filter(elsewhere) });
  }
  settleDurations(world);
}
