import { settleDurations } from '../world/clients.ts';
import { deleteDivision } from '../world/divisions.ts';
import { removeGrant } from '../world/grants.ts';
import type { Author } from '../world/records.ts';
import type { World } from '../world/world.ts';

/** Something that the org holds, by the list it is in and its id. */
export type Held = { readonly as: HeldAs; readonly id: string };
type HeldAs = 'clients' | 'roles' | 'divisions' | 'people' | 'groups';

const places: readonly (readonly [path: RegExp, as: HeldAs])[] = [
  [/^\/api\/v2\/oauth\/clients\/([^/]+)/, 'clients'],
  [/^\/api\/v2\/authorization\/roles\/(?!default$|settings$)([^/]+)$/, 'roles'],
  [/^\/api\/v2\/authorization\/divisions\/(?!home$|limit$|query$|deleted$)([^/]+)$/, 'divisions'],
  [/^\/api\/v2\/scim\/(?:v2\/)?users\/([^/]+)$/, 'people'],
  [/^\/api\/v2\/scim\/(?:v2\/)?groups\/([^/]+)$/, 'groups'],
];

/** What a call of this path is about; undefined when it is about nothing that can be changed or deleted. */
export function heldAt(path: string): Held | undefined {
  for (const [pattern, as] of places) {
    const [, id] = pattern.exec(path) ?? [];
    if (id !== undefined) return { as, id };
  }
  return undefined;
}

/** Somebody else gives it another name, if they may. What is not there stays so. */
export function renameByAnother(world: World, { as, id }: Held, author: Author): void {
  if (!isTheirs(world, { as, id })) return;
  const now = world.clock.now();
  switch (as) {
    case 'clients':
      change(world.clients, id, (client) => ({
        dateModified: now,
        modifiedBy: author,
        ...renamed(client),
      }));
      break;
    case 'roles':
      change(world.roles, id, renamed);
      break;
    case 'divisions':
      change(world.divisions, id, renamed);
      break;
    case 'people':
      change(world.people, id, (person) => ({ ...nextVersion(person, now), ...renamed(person) }));
      break;
    case 'groups':
      change(world.groups, id, (group) => ({ ...nextVersion(group, now), ...renamed(group) }));
      break;
  }
}

/** Somebody else deletes it, if they may, and nothing can restore it. */
export function deleteByAnother(world: World, { as, id }: Held): void {
  if (!isTheirs(world, { as, id })) return;
  const division = as === 'divisions' && world.divisions.get(id);
  if (division) deleteDivision(world, division);
  world[as].delete(id);
  if (as === 'people') world.grants.delete(id);
  if (as === 'roles') settleDurations(world);
}

/** Remembers it as it is, to put it back after its deletion as what a deletion leaves that broke off. */
export function keepHalf(world: World, { as, id }: Held): () => void {
  const [client, role, person] = [world.clients.get(id), world.roles.get(id), world.people.get(id)];
  return () => {
    if (as === 'clients' && client)
      world.clients.set(id, { ...client, state: 'inactive', roleDivisions: [] });
    if (as === 'people' && person) world.people.set(id, { ...person, state: 'inactive' });
    if (as === 'roles' && role) {
      for (const grant of [...world.grants.values()].flat())
        if (grant.roleId === id) removeGrant(world, grant);
      world.roles.set(id, role);
    }
  };
}

/** Somebody who lives in the org, but not this person; undefined when they are alone. */
export function somebodyBut(world: World, personId: string | null): Author | undefined {
  const other = [...world.people.values()].find(({ id }) => id !== personId);
  return other && { id: other.id, name: other.name, selfUri: `/api/v2/users/${other.id}` };
}

/** The platform's own clients and the home division are not for people to change. */
function isTheirs(world: World, { as, id }: Held): boolean {
  return (
    world.clients.get(id)?.owner !== 'platform' && !(as === 'divisions' && world.divisions.get(id)?.home)
  );
}

function change<Item>(all: Map<string, Item>, id: string, changes: (item: Item) => Partial<Item>): void {
  const item = all.get(id);
  if (item !== undefined) all.set(id, { ...item, ...changes(item) });
}

function renamed({ name }: { readonly name: string }): { name: string } {
  return { name: `${name} (renamed)` };
}

function nextVersion({ version }: { readonly version: number }, now: number) {
  return { version: version + 1, dateModified: now };
}
