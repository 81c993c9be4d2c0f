import * as z from 'zod/mini';
import { ApiError } from '../errors.ts';
import { addGrant, grantsOf, removeGrant } from '../world/grants.ts';
import { permissionsOf } from '../world/permissions.ts';
import type { Person, Role } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { homeDivision } from './divisions.ts';
import { type Operation, ok } from './operation.ts';

const path = '/api/v2/users/{subjectId}/roles';

export const userRoles: readonly Operation[] = [
  {
    method: 'GET',
    path,
    scopes: ['authorization', 'authorization:readonly'],
    permissions: { any: ['authorization:grant:view'] },
    handle: ({ world, path }) => ok(rolesView(world, requirePerson(world, path('subjectId'), 'not.found'))),
  },
  {
    method: 'PUT',
    path,
    scopes: ['authorization'],
    permissions: { any: ['authorization:grant:add'] },
    codes: ['general.resource.not.found', 'general.bad.request'],
    takesBody: true,
    handle({ org, world, path, readBody }) {
      const person = requirePerson(world, path('subjectId'), 'general.resource.not.found');
      const roleIds = readBody(z.array(z.string()), 'List<String>');
      if (!roleIds.every((id) => world.roles.has(id))) {
        const template = 'The request could not be processed due to invalid request data.';
        throw new ApiError('general.bad.request', {}, template);
      }
      for (const grant of world.grants.get(person.id) ?? []) {
        if (!roleIds.includes(grant.roleId)) removeGrant(world, grant);
      }
      const held = new Set((world.grants.get(person.id) ?? []).map(({ roleId }) => roleId));
      const divisionId = homeDivision(world).id;
      for (const roleId of roleIds) {
        if (held.has(roleId)) continue;
        const delayMs = org.switches.grantsVisibleAfterSeconds * 1000;
        addGrant(world, { subjectId: person.id, roleId, divisionId }, delayMs);
      }
      return ok(rolesView(world, person));
    },
  },
];

function rolesView(world: World, person: Person) {
  const ids = new Set(grantsOf(world, person.id).map(({ roleId }) => roleId));
  return authorizationView([...ids].flatMap((id) => world.roles.get(id) ?? []));
}

function requirePerson(world: World, id: string, code: 'not.found' | 'general.resource.not.found'): Person {
  const person = world.people.get(id);
  if (person === undefined) throw new ApiError(code);
  return person;
}

/** The published `UserAuthorization` of someone who holds these roles. */
export function authorizationView(roles: readonly Role[]) {
  return {
    roles: roles.map(({ id, name }) => ({ id, name })),
    unusedRoles: [],
    permissions: [
      ...new Set(roles.flatMap(({ permissions, policies }) => [...permissions, ...permissionsOf(policies)])),
    ].sort(),
    permissionPolicies: roles.flatMap(({ id, policies }) =>
      policies.map((policy) => ({ id: `${id}-${policy.domain}-${policy.entityName}`, ...policy })),
    ),
  };
}
