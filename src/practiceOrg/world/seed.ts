import type { Clock } from './clock.ts';
import { defaultRoles } from './defaultRoles.ts';
import { addGrant } from './grants.ts';
import { policiesOf } from './permissions.ts';
import { fingerprint, type Random, seedId } from './random.ts';
import { ALL_DIVISIONS, type Client, type Division, type Group, type Person, type Role } from './records.ts';
import { emptyWorld, type World } from './world.ts';

/** Everybody who can sign in, with what a login page says about them and the roles they hold. */
export const signInPeople = [
  {
    loginHint: 'administrator',
    name: 'Practice Administrator',
    mayDo: 'May do everything, SCIM included.',
    roles: { '*': ['Employee', 'Master Admin', 'SCIM Integration', 'Directory Sync'] },
  },
  {
    loginHint: 'administrator-without-scim',
    name: 'Practice Administrator without SCIM',
    mayDo: 'May do everything, but does not hold the SCIM Integration role.',
    roles: { '*': ['Employee', 'Master Admin'] },
  },
  {
    loginHint: 'integrator',
    name: 'Practice Integrator',
    mayDo: 'May create OAuth clients, and holds a few roles in the divisions Sales and Support.',
    roles: {
      Home: ['Employee'],
      Sales: ['OAuth Integrator', 'Outbound Admin'],
      Support: ['OAuth Integrator'],
    },
  },
  {
    loginHint: 'developer',
    name: 'Practice Developer',
    mayDo: 'May look at OAuth clients, but not create them.',
    roles: { Home: ['Employee', 'Developer'] },
  },
] as const;

/** The client that an editor's practice sign-in uses: Code Authorization with PKCE, built in, redirect to any loopback port. */
export const SIGN_IN_CLIENT_ID = '6f9a2d4e-3c1b-4b7a-9e58-d0c7a1f4b263';

/** The client-credentials client that holds the administrator's roles. Its secret opens nothing but this simulation. */
export const automationClient = {
  id: seedId('client automation'),
  secret: fingerprint('practice org secret of the automation client'),
} as const;

const platform = {
  id: 'purecloud-builtin',
  name: 'Genesys Cloud',
  selfUri: '/api/v2/organizations/purecloud-builtin',
};

/** The org as it is on its first day: people, roles, divisions and the two clients that everything starts from. */
export function seedWorld(clock: Clock, random: Random): World {
  const world = emptyWorld(clock, random);
  for (const division of seedDivisions()) world.divisions.set(division.id, division);
  for (const role of [...defaultRoles(), ...customRoles()]) world.roles.set(role.id, role);
  for (const person of signInPeople) seedPerson(world, person);
  for (const group of seedGroups(world.clock.now())) world.groups.set(group.id, group);
  for (const client of seedClients(world.clock.now())) world.clients.set(client.id, client);
  return world;
}

function seedDivisions(): Division[] {
  return [
    { name: 'Home', description: 'The division of everything that has no other.', home: true },
    { name: 'Sales', description: 'People and queues that sell.', home: false },
    { name: 'Support', description: 'People and queues that help.', home: false },
    { name: '日本', description: '日本のチーム。', home: false },
  ].map((division) => ({ id: seedId(`division ${division.name}`), ...division }));
}

/** The roles that the org made for itself. */
export function customRoles(): Role[] {
  const scim = defaultRoles().find(({ defaultRoleId }) => defaultRoleId === 'scimIntegration');
  return [
    {
      id: seedId('role Directory Sync'),
      name: 'Directory Sync',
      description: 'A custom role with exactly the permissions of SCIM Integration.',
      defaultRoleId: null,
      permissions: [],
      policies: scim?.policies ?? [],
    },
    {
      id: seedId('role OAuth Integrator'),
      name: 'OAuth Integrator',
      description: 'A custom role for people who connect applications.',
      defaultRoleId: null,
      permissions: [],
      policies: policiesOf([
        'authorization:role:view',
        'integrations:integration:view',
        'oauth:client:add',
        'oauth:client:edit',
        'oauth:client:view',
      ]),
    },
  ];
}

function seedPerson(world: World, { loginHint, name, roles }: (typeof signInPeople)[number]): void {
  const person: Person = {
    id: seedId(`person ${loginHint}`),
    name,
    email: `${loginHint}@practice.example`,
    title: name.replace('Practice ', ''),
    divisionId: seedId('division Home'),
    state: 'active',
    directory: {},
    loginHint,
    version: 1,
    dateModified: world.clock.now(),
  };
  world.people.set(person.id, person);
  for (const [divisionName, roleNames] of Object.entries(roles)) {
    const divisionId = divisionName === ALL_DIVISIONS ? ALL_DIVISIONS : seedId(`division ${divisionName}`);
    for (const roleName of roleNames) {
      addGrant(world, { subjectId: person.id, roleId: seedId(`role ${roleName}`), divisionId }, 0);
    }
  }
}

function seedGroups(now: number): Group[] {
  return [
    { name: 'Sales Team', members: ['integrator'] },
    { name: 'Support Team', members: ['integrator', 'developer'] },
  ].map(({ name, members }) => ({
    id: seedId(`group ${name}`),
    name,
    memberIds: members.map((loginHint) => seedId(`person ${loginHint}`)),
    version: 1,
    dateModified: now,
  }));
}

function seedClients(now: number): Client[] {
  const common = {
    accessTokenValiditySeconds: 86_400,
    state: 'active',
    dateToDelete: null,
    dateCreated: now,
    dateModified: now,
    createdBy: platform,
    modifiedBy: platform,
  } as const;
  return [
    {
      ...common,
      id: SIGN_IN_CLIENT_ID,
      owner: 'platform',
      name: 'OAuth Client Wizard',
      description: 'Signs a person of the practice org in to the editor.',
      grantType: 'CODE',
      redirectUris: ['http://localhost'],
      scope: ['oauth', 'authorization', 'user-basic-info', 'organization:readonly', 'users'],
      roleDivisions: [],
      secretFingerprint: '',
    },
    {
      ...common,
      id: automationClient.id,
      owner: 'org',
      name: 'Practice Automation',
      description: 'Holds the roles of the Practice Administrator.',
      grantType: 'CLIENT-CREDENTIALS',
      redirectUris: [],
      scope: [],
      roleDivisions: signInPeople[0].roles[ALL_DIVISIONS].map((name) => ({
        roleId: seedId(`role ${name}`),
        divisionId: ALL_DIVISIONS,
      })),
      secretFingerprint: fingerprint(automationClient.secret),
    },
  ];
}
