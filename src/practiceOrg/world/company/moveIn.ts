import { addGrant, grantsOf } from '../grants.ts';
import { policiesOf } from '../permissions.ts';
import { fingerprint, seedId } from '../random.ts';
import { ALL_DIVISIONS, type Author, type Client, type Person } from '../records.ts';
import { automationClient, signInPeople } from '../seed.ts';
import type { World } from '../world.ts';
import { divisions, roles } from './access.ts';
import { type CompanyClient, companyClients } from './clients.ts';
import { type CompanyPerson, deletedPerson, groups, people } from './people.ts';

const DAY = 86_400_000;

/** Lets a company move in to an org of this region on its first day: divisions, roles, people, groups and clients. */
export function moveIn(world: World, region: string): void {
  const now = world.clock.now();
  for (const division of divisions) {
    const id = divisionId(division.name);
    world.divisions.set(id, { id, ...division, home: false });
  }
  for (const { name, description, permissions } of roles) {
    const id = roleId(name);
    const policies = policiesOf(permissions);
    world.roles.set(id, { id, name, description, defaultRoleId: null, permissions: [], policies });
  }
  for (const [key, person] of Object.entries<CompanyPerson>(people)) employ(world, key, person);
  for (const { name, members } of groups) {
    const id = seedId(`group ${name}`);
    world.groups.set(id, { id, name, memberIds: members.map(personId), version: 1, dateModified: now });
  }
  const clients = companyClients(region).map((client) => clientRecord(client, now));
  for (const client of clients) world.clients.set(client.id, client);
  const roleIds = new Set(clients.flatMap(({ roleDivisions }) => roleDivisions.map(({ roleId }) => roleId)));
  for (const roleId of roleIds) entrust(world, roleId);
}

function employ(world: World, key: string, person: CompanyPerson): void {
  const { name, title, division, department, manager, employedFor, hasLeft = false } = person;
  const id = personId(key);
  const now = world.clock.now();
  const record: Person = {
    id,
    name,
    email: `${key}@practice.example`,
    title,
    divisionId: divisionId(division),
    state: hasLeft ? 'inactive' : 'active',
    directory: {
      department,
      dateHire: new Date(now - employedFor * DAY).toISOString().slice(0, 10),
      ...(manager !== undefined && { managerId: personId(manager) }),
      ...(person.skills && { routingSkills: proficiencies(person.skills) }),
      ...(person.languages && { routingLanguages: proficiencies(person.languages) }),
    },
    loginHint: null,
    version: 1,
    dateModified: now,
  };
  world.people.set(id, record);
  for (const role of ['Employee', ...person.roles]) {
    addGrant(world, { subjectId: id, roleId: roleId(role), divisionId: record.divisionId }, 0);
  }
}

function proficiencies(by: Readonly<Record<string, number>>) {
  return Object.entries(by).map(([name, proficiency]) => ({ name, proficiency }));
}

function clientRecord(client: CompanyClient, now: number): Client {
  const { name, description, grantType, seconds, redirectUris = [], scope = [], roles = [] } = client;
  const { made, changed = made, state = 'active' } = client;
  return {
    id: seedId(`client ${name}`),
    owner: 'org',
    name,
    description,
    grantType,
    accessTokenValiditySeconds: seconds,
    redirectUris: [...redirectUris],
    scope: [...scope],
    roleDivisions: roles.map(([role, division]) => ({
      roleId: roleId(role),
      divisionId: division === ALL_DIVISIONS ? ALL_DIVISIONS : divisionId(division),
    })),
    state: typeof state === 'string' ? state : 'inactive',
    dateToDelete: typeof state === 'string' ? null : now + state.deletedIn * DAY,
    secretFingerprint: fingerprint(`secret that nobody has of ${name}`),
    dateCreated: now - made.daysAgo * DAY,
    dateModified: now - changed.daysAgo * DAY,
    createdBy: authorOf(made.by),
    modifiedBy: authorOf(changed.by),
  };
}

function authorOf(key: CompanyClient['made']['by']): Author {
  const id = personId(key);
  const { name } = key === deletedPerson.key ? deletedPerson : people[key];
  return { id, name, selfUri: `/api/v2/users/${id}` };
}

/**
 * Gives a role to the administrator, and to the client that holds what the administrator holds: to change a client, one
 * needs its roles (Genesys facts 1.4).
 */
function entrust(world: World, roleId: string): void {
  const [{ loginHint }] = signInPeople;
  const subjectId = personId(loginHint);
  if (grantsOf(world, subjectId).some((held) => held.roleId === roleId)) return;
  addGrant(world, { subjectId, roleId, divisionId: ALL_DIVISIONS }, 0);
  const automation = world.clients.get(automationClient.id);
  if (automation === undefined) return;
  const roleDivisions = [...automation.roleDivisions, { roleId, divisionId: ALL_DIVISIONS }];
  world.clients.set(automation.id, { ...automation, roleDivisions });
}

function divisionId(name: string): string {
  return seedId(`division ${name}`);
}

function roleId(name: string): string {
  return seedId(`role ${name}`);
}

function personId(key: string): string {
  return seedId(`person ${key}`);
}
