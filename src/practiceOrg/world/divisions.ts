import { settleDurations } from './clients.ts';
import type { Division } from './records.ts';
import type { World } from './world.ts';

/** Whether anything is in a division; people are all that the org has in one. */
export function isInUse(world: World, { id }: Division): boolean {
  return [...world.people.values()].some(({ divisionId }) => divisionId === id);
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
