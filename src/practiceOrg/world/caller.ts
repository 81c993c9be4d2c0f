import { grantsOf } from './grants.ts';
import { gives, without } from './permissions.ts';
import type { AccessToken, Author, Client, Person, Role, RoleDivision } from './records.ts';
import type { World } from './world.ts';

/** Who makes a request: a person through a client, or (client credentials) the client itself. */
export type Caller = {
  readonly token: AccessToken;
  readonly client: Client;
  readonly person: Person | null;
};

/** The roles that the caller holds, each with its division; only roles that exist. */
export function roleDivisionsOf(world: World, { person, client }: Caller): RoleDivision[] {
  if (person !== null) return grantsOf(world, person.id);
  return client.roleDivisions.filter(({ roleId }) => world.roles.has(roleId));
}

/** The roles that the caller holds in any division, each once, with what they give to this caller. */
export function rolesOf(world: World, caller: Caller): Role[] {
  const ids = new Set(roleDivisionsOf(world, caller).map(({ roleId }) => roleId));
  const roles = [...ids].flatMap((id) => world.roles.get(id) ?? []);
  const taken = takenFrom(world, caller);
  return taken.length === 0
    ? roles
    : roles.map((role) => ({ ...role, policies: without(role.policies, taken) }));
}

/** The permissions that the caller's roles give, but not to this caller. */
export function takenFrom(world: World, { person }: Caller): readonly string[] {
  return world.permissionsTaken.get(person?.loginHint ?? '') ?? [];
}

/** Whether the caller has a permission (`domain:entity:action`) in any division. */
export function holds(world: World, caller: Caller, permission: string): boolean {
  return rolesOf(world, caller).some(({ policies }) => gives(policies, permission));
}

/** How the caller is named in `createdBy` and `modifiedBy`. */
export function authorOf({ person, client }: Caller): Author {
  return person === null
    ? { id: client.id, name: client.name, selfUri: `/api/v2/oauth/clients/${client.id}` }
    : { id: person.id, name: person.name, selfUri: `/api/v2/users/${person.id}` };
}
