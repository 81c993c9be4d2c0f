import { isoDate } from '../api/dates.ts';
import type { Person } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { etagOf, locationOf } from './resource.ts';
import { CORE_USER, ENTERPRISE, GENESYS } from './schemas.ts';

/** The published `ScimV2User`. */
export function userView(world: World, person: Person) {
  const { directory } = person;
  const location = locationOf(`/users/${person.id}`);
  return {
    schemas: [CORE_USER, ENTERPRISE, GENESYS],
    id: person.id,
    active: person.state === 'active',
    userName: person.email,
    displayName: person.name,
    ...(person.title !== '' && { title: person.title }),
    phoneNumbers: directory.phoneNumbers ?? [],
    emails: emailsOf(person),
    ...(directory.externalId !== undefined && { externalId: directory.externalId }),
    // A list of many people looks through the groups only for those whom it shows.
    get groups() {
      return groupsOf(world, person);
    },
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

/** The address that signs the person in is the main one unless another was made so. */
function emailsOf({ email, directory: { emails = [] } }: Person) {
  const isMain = !emails.some(({ primary }) => primary === true);
  return [{ value: email, type: 'other', primary: isMain }, ...emails];
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
