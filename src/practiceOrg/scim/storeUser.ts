import { addGrant, removeGrant } from '../world/grants.ts';
import type { Person, Role } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { ScimError } from './scimError.ts';
import { ENTERPRISE, GENESYS, type UserRequest } from './userRequest.ts';

/**
 * Puts a person into the org as the request describes them: in place of `before`, or as somebody new.
 * Throws `uniqueness` when the userName belongs to somebody else, `invalidValue` for a division, manager or
 * role that does not exist.
 */
export function storeUser(world: World, request: UserRequest, before: Person | undefined): Person {
  refuseTakenName(world, request.userName, before);
  const roles = request.roles?.map(({ value }) => requireRoleNamed(world, value));
  const person: Person = {
    id: before?.id ?? world.random.uuid(),
    name: request.displayName,
    email: request.userName,
    title: request.title ?? '',
    divisionId: divisionOf(world, request),
    state: request.active === false ? 'inactive' : 'active',
    directory: directoryOf(world, request),
    loginHint: before?.loginHint ?? null,
    version: (before?.version ?? 0) + 1,
    dateModified: world.clock.now(),
  };
  world.people.set(person.id, person);
  if (roles !== undefined) settleRoles(world, person, roles);
  return person;
}

/** Takes a person out of the org, with their grants and their places in groups. */
export function removeUser(world: World, { id }: Person): void {
  world.people.delete(id);
  world.grants.delete(id);
  for (const group of world.groups.values()) {
    const memberIds = group.memberIds.filter((memberId) => memberId !== id);
    world.groups.set(group.id, { ...group, memberIds });
  }
}

function refuseTakenName(world: World, userName: string, before: Person | undefined): void {
  const wanted = userName.toLowerCase();
  const taken = [...world.people.values()].some(
    ({ id, email }) => email.toLowerCase() === wanted && id !== before?.id,
  );
  if (taken) throw new ScimError(409, `The userName ${userName} is in use.`, 'uniqueness');
}

function divisionOf(world: World, request: UserRequest): string {
  const name = request[ENTERPRISE]?.division;
  const divisions = [...world.divisions.values()];
  const division = divisions.find((each) => (name == null ? each.home : each.name === name));
  if (division === undefined) throw new ScimError(400, `There is no division ${name}.`, 'invalidValue');
  return division.id;
}

function directoryOf(world: World, request: UserRequest): Person['directory'] {
  const enterprise = request[ENTERPRISE];
  const genesys = request[GENESYS];
  const managerId = enterprise?.manager?.value ?? undefined;
  if (managerId !== undefined && !world.people.has(managerId)) {
    throw new ScimError(400, `There is no manager ${managerId}.`, 'invalidValue');
  }
  return given({
    phoneNumbers: request.phoneNumbers,
    emails: request.emails,
    externalId: request.externalId,
    department: enterprise?.department,
    managerId,
    employeeNumber: enterprise?.employeeNumber,
    dateHire: enterprise?.dateHire,
    routingSkills: genesys?.routingSkills,
    routingLanguages: genesys?.routingLanguages,
    externalIds: genesys?.externalIds,
  });
}

/** The roles that are named stay or are given in the home division; all others are taken. */
function settleRoles(world: World, { id, divisionId }: Person, roles: readonly Role[]): void {
  const wanted = new Set(roles.map((role) => role.id));
  const held = world.grants.get(id) ?? [];
  for (const grant of held) if (!wanted.has(grant.roleId)) removeGrant(world, grant);
  for (const roleId of wanted) {
    if (held.some((grant) => grant.roleId === roleId)) continue;
    addGrant(world, { subjectId: id, roleId, divisionId }, 0);
  }
}

function requireRoleNamed(world: World, name: string): Role {
  const role = [...world.roles.values()].find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (role === undefined) throw new ScimError(400, `There is no role ${name}.`, 'invalidValue');
  return role;
}

type Given<Fields> = { [Name in keyof Fields]?: NonNullable<Fields[Name]> };

/** The fields that have a value. */
function given<Fields extends object>(fields: Fields): Given<Fields> {
  const kept: Given<Fields> = {};
  for (const name in fields) {
    const value = fields[name];
    if (value != null) kept[name] = value;
  }
  return kept;
}
