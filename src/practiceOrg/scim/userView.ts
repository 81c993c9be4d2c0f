import { isoDate } from '../api/dates.ts';
import type { Person } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { etagOf, locationOf } from './resource.ts';
import { ENTERPRISE, GENESYS } from './userRequest.ts';

/** The published `ScimV2User`. */
export function userView(world: World, person: Person) {
  const { directory } = person;
  const location = locationOf(`/users/${person.id}`);
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', ENTERPRISE, GENESYS],
    id: person.id,
    active: person.state === 'active',
    userName: person.email,
    displayName: person.name,
    title: person.title,
    phoneNumbers: directory.phoneNumbers ?? [],
    emails: directory.emails ?? [{ value: person.email, type: 'work', primary: true }],
    ...(directory.externalId !== undefined && { externalId: directory.externalId }),
    groups: groupsOf(world, person),
    roles: roleNamesOf(world, person).map((value) => ({ value })),
    [ENTERPRISE]: enterpriseView(world, person),
    [GENESYS]: {
      routingSkills: directory.routingSkills ?? [],
      routingLanguages: directory.routingLanguages ?? [],
      externalIds: directory.externalIds ?? [],
    },
    meta: {
      resourceType: 'User',
      lastModified: isoDate(person.dateModified),
      location,
      version: etagOf(person),
    },
  };
}

function enterpriseView(world: World, { divisionId, directory }: Person) {
  const { department, employeeNumber, dateHire, managerId } = directory;
  return {
    division: world.divisions.get(divisionId)?.name ?? '',
    ...(department !== undefined && { department }),
    ...(employeeNumber !== undefined && { employeeNumber }),
    ...(dateHire !== undefined && { dateHire }),
    ...(managerId !== undefined && {
      manager: { value: managerId, $ref: locationOf(`/users/${managerId}`) },
    }),
  };
}

function groupsOf(world: World, { id }: Person) {
  return [...world.groups.values()]
    .filter(({ memberIds }) => memberIds.includes(id))
    .map((group) => ({ type: 'Group', value: group.id, $ref: locationOf(`/groups/${group.id}`) }));
}

function roleNamesOf(world: World, { id }: Person): string[] {
  const roleIds = new Set((world.grants.get(id) ?? []).map(({ roleId }) => roleId));
  return [...roleIds].flatMap((roleId) => world.roles.get(roleId)?.name ?? []);
}
