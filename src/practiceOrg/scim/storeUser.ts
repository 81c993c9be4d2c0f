import { isDeepStrictEqual } from 'node:util';
import { addGrant, removeGrant } from '../world/grants.ts';
import type { Person, Role } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { ENTERPRISE, GENESYS } from './schemas.ts';
import { ScimError } from './scimError.ts';
import type { UserRequest } from './userRequest.ts';

/**
 * Puts a person into the org as the request describes them: in place of `before`, or as somebody new, who gets
 * the role of everybody unless the request names others. What changes nothing makes no new version.
 * Throws `uniqueness` when the userName belongs to somebody else, `invalidValue` for a division, manager or
 * role that does not exist, `mutability` for another address of the type `other`.
 */
export function storeUser(world: World, request: UserRequest, before: Person | undefined): Person {
  refuseTakenName(world, request.userName, before);
  const roles = request.roles?.map(({ value }) => requireRoleNamed(world, value));
  const emails = workEmails(request, before);
  // Nobody who was deactivated comes back because a request does not say so.
  const isActive = request.active ?? before?.state !== 'inactive';
  const person: Person = {
    id: before?.id ?? world.random.uuid(),
    name: request.displayName,
    email: request.userName,
    title: request.title ?? '',
    divisionId: divisionOf(world, request),
    state: isActive ? 'active' : 'inactive',
    directory: directoryOf(world, request, emails),
    loginHint: before?.loginHint ?? null,
    version: before?.version ?? 1,
    dateModified: before?.dateModified ?? world.clock.now(),
  };
  const hasOtherRoles = settleRoles(
    world,
    person,
    roles ?? (before === undefined ? rolesOfEverybody(world) : undefined),
  );
  if (before !== undefined && !hasOtherRoles && isDeepStrictEqual(person, before)) return before;
  const stored = { ...person, version: (before?.version ?? 0) + 1, dateModified: world.clock.now() };
  world.people.set(stored.id, stored);
  return stored;
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

function directoryOf(world: World, request: UserRequest, emails: UserRequest['emails']): Person['directory'] {
  const enterprise = request[ENTERPRISE];
  const genesys = request[GENESYS];
  const managerId = enterprise?.manager?.value;
  if (managerId !== undefined && !world.people.has(managerId)) {
    throw new ScimError(400, `There is no manager ${managerId}.`, 'invalidValue');
  }
  return given({
    phoneNumbers: request.phoneNumbers,
    emails,
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

/** The address of type `other` is the userName, and cannot be another one (Genesys facts 7.1). */
function workEmails({ emails = [], userName }: UserRequest, before: Person | undefined) {
  const isUserName = (value: string) => value === userName || value === before?.email;
  if (before !== undefined && emails.some(({ type, value }) => type === 'other' && !isUserName(value))) {
    throw new ScimError(400, 'The email address of the type other is read-only.', 'mutability');
  }
  return emails.filter(({ type }) => type !== 'other');
}

/**
 * The roles that are named stay or are given in the person's division; all others are taken. Undefined: the
 * roles stay as they are. Gives whether anything changed.
 */
function settleRoles(world: World, { id, divisionId }: Person, roles: readonly Role[] | undefined): boolean {
  if (roles === undefined) return false;
  const wanted = new Set(roles.map((role) => role.id));
  const held = world.grants.get(id) ?? [];
  const taken = held.filter(({ roleId }) => !wanted.has(roleId));
  const given = [...wanted].filter((roleId) => !held.some((grant) => grant.roleId === roleId));
  for (const grant of taken) removeGrant(world, grant);
  for (const roleId of given) addGrant(world, { subjectId: id, roleId, divisionId }, 0);
  return taken.length > 0 || given.length > 0;
}

/** The default role Employee, whatever it is called by now; none when somebody has deleted it. */
function rolesOfEverybody(world: World): readonly Role[] {
  return [...world.roles.values()].filter(({ defaultRoleId }) => defaultRoleId === 'employee');
}

function requireRoleNamed(world: World, name: string): Role {
  const role = [...world.roles.values()].find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (role === undefined) throw new ScimError(400, `There is no role ${name}.`, 'invalidValue');
  return role;
}

type Given<Fields> = { [Name in keyof Fields]?: NonNullable<Fields[Name]> };

/** The fields that have a value, which an empty list is not (RFC 7643, 2.5). */
function given<Fields extends object>(fields: Fields): Given<Fields> {
  const kept: Given<Fields> = {};
  for (const name in fields) {
    const value = fields[name];
    if (value != null && !(Array.isArray(value) && value.length === 0)) kept[name] = value;
  }
  return kept;
}
