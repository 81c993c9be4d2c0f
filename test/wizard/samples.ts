import { SCIM_ROLE_NAME } from '../../src/core/clients/forScim.ts';
import { FRAMEWORK_SCOPES } from '../../src/core/clients/frameworkNeeds.ts';
import type { OAuthClient } from '../../src/core/platform/oauthClients.ts';
import type { Caller, Workspace } from '../../src/core/procedures/context.ts';
import type { EditedClient } from '../../src/core/procedures/draft.ts';
import type { FoundFile } from '../../src/core/procedures/frameworkFile.ts';
import type { LoadedAccess, LoadedOrg, OrgRole } from '../../src/core/procedures/loadedOrg.ts';
import { SIGN_IN_SCOPES } from '../../src/core/signIn/scopes.ts';
import type { Way } from '../../src/core/signIn/ways.ts';

export const CLIENT_ID_IN_USE = '5f0c3c1e-8a44-4d5c-9b0e-2f6f0a7d9e31';

const MORE_SCOPES = ['alerting', 'analytics', 'analytics:readonly', 'architect', 'authorization:readonly'];

/** An org that allows and knows everything, unless a test says otherwise. */
export function anOrg(differences: Partial<LoadedOrg> = {}): LoadedOrg {
  return {
    id: 'org-1',
    name: 'Practice Org',
    region: 'mypurecloud.jp',
    apiUrl: 'https://api.mypurecloud.jp',
    loginUrl: 'https://login.mypurecloud.jp',
    practice: true,
    hipaa: false,
    caller: administrator,
    tokenScopes: { kind: 'known', value: [...SIGN_IN_SCOPES] },
    tokenEndsAt: hoursFromNow(7.5),
    scopes: {
      kind: 'known',
      value: [...FRAMEWORK_SCOPES, ...MORE_SCOPES].map((id) => ({ id, description: `What ${id} is about` })),
    },
    clients: { kind: 'known', value: clients },
    access: anAccess(),
    ...differences,
  };
}

/** A client for each kind of thing that can be made of one. */
export const clients: OAuthClient[] = [
  {
    id: '11111111-8a44-4d5c-9b0e-2f6f0a7d9e31',
    name: 'Agent desktop',
    description: 'Opens the CRM beside each call.',
    authorizedGrantType: 'CODE',
    accessTokenValiditySeconds: 64_800,
    registeredRedirectUri: ['https://apps.mypurecloud.jp/crm/index.html'],
    scope: [...FRAMEWORK_SCOPES],
    state: 'active',
  },
  {
    id: '22222222-8a44-4d5c-9b0e-2f6f0a7d9e31',
    name: 'Old desktop',
    authorizedGrantType: 'TOKEN',
    accessTokenValiditySeconds: 3600,
    registeredRedirectUri: ['https://apps.mypurecloud.com/crm/index.html'],
    scope: ['users', 'presence'],
  },
  {
    id: '33333333-8a44-4d5c-9b0e-2f6f0a7d9e31',
    name: 'Directory',
    authorizedGrantType: 'CLIENT-CREDENTIALS',
    accessTokenValiditySeconds: 38_880_000,
    roleDivisions: [
      { roleId: 'role-scim', divisionId: '*' },
      { roleId: 'role-export', divisionId: 'division-home' },
    ],
  },
  {
    id: '44444444-8a44-4d5c-9b0e-2f6f0a7d9e31',
    name: 'Nightly export',
    authorizedGrantType: 'CLIENT-CREDENTIALS',
    accessTokenValiditySeconds: 86_400,
    roleDivisions: [{ roleId: 'role-export', divisionId: 'division-home' }],
  },
  {
    id: '55555555-8a44-4d5c-9b0e-2f6f0a7d9e31',
    name: 'Wallboard of the hall',
    authorizedGrantType: 'PASSWORD',
    accessTokenValiditySeconds: 86_400,
    registeredRedirectUri: [],
  },
  {
    id: '66666666-8a44-4d5c-9b0e-2f6f0a7d9e31',
    name: 'Retired desktop',
    authorizedGrantType: 'CODE',
    accessTokenValiditySeconds: 64_800,
    state: 'inactive',
  },
];

/** A client of the org of now, as somebody finds it who wants to change it. */
export function toEdit(client: OAuthClient): EditedClient {
  const { id: orgId, name: orgName, region, practice } = anOrg();
  return { orgId, orgName, region, practice, record: { ...client } };
}

/** As many clients as asked, of Code Authorization. */
export function manyClients(count: number): OAuthClient[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `00000000-8a44-4d5c-9b0e-${String(index).padStart(12, '0')}`,
    name: `Team app ${index}`,
    authorizedGrantType: 'CODE',
    accessTokenValiditySeconds: 86_400,
    scope: ['users'],
  }));
}

const administrator: Caller = {
  kind: 'user',
  id: 'person-1',
  name: 'Practice Administrator',
  permissions: [
    'oauth:client:add',
    'oauth:client:edit',
    'authorization:role:edit',
    'authorization:grant:add',
  ],
  roles: [
    { id: 'role-1', name: 'Master Admin' },
    { id: 'role-2', name: 'employee' },
  ],
};

export const scimRole: OrgRole = {
  id: 'role-scim',
  name: SCIM_ROLE_NAME,
  description: 'Keeps users in step with an identity provider',
  isDefault: true,
  permissions: ['directory:user:add', 'directory:user:edit'],
  shipped: {
    kind: 'known',
    value: {
      name: SCIM_ROLE_NAME,
      defaultRoleId: 'scimIntegration',
      permissions: ['directory:user:add', 'directory:user:edit'],
    },
  },
};

/** The same, after somebody has added a permission and taken one away. */
export const alteredScimRole: OrgRole = {
  ...scimRole,
  permissions: ['directory:user:add', 'routing:queue:view'],
};

/** The same, where the caller may not read how it is shipped. */
export const uncheckedScimRole: OrgRole = {
  ...scimRole,
  shipped: { kind: 'unknown', error: { kind: 'forbidden', answer: { status: 403 } } },
};

/** A custom role, unless a test says otherwise. */
export function aRole(id: string, differences: Partial<OrgRole> = {}): OrgRole {
  return { id, name: id, description: '', isDefault: false, permissions: [], ...differences };
}

/** As many roles as asked, with descriptions of the usual length. */
export function manyRoles(count: number): OrgRole[] {
  return Array.from({ length: count }, (_, index) =>
    aRole(`many-${index}`, {
      name: `Team role ${index}`,
      description: `What the people of team ${index} may see and do in their queues`,
    }),
  );
}

export const home = { id: 'division-home', name: 'Home', isHome: true };
export const divisions = [
  home,
  { id: 'division-sales', name: 'Sales', isHome: false },
  { id: 'division-support', name: 'Support', isHome: false },
];

/** The Home division and others. */
export function manyDivisions(count: number): (typeof home)[] {
  const others = Array.from({ length: count - 1 }, (_, index) => ({
    id: `many-division-${index}`,
    name: `Branch office ${index}`,
    isHome: false,
  }));
  return [home, ...others];
}

const allRoles = [
  aRole('role-1', { name: 'Master Admin', description: 'May do everything' }),
  aRole('role-2', { name: 'employee', description: 'What everybody may do' }),
  aRole('role-export', { name: 'Analytics Export', description: 'Reads conversations and their numbers' }),
  aRole('role-quality', { name: 'Quality Admin', description: 'Evaluates conversations' }),
  scimRole,
];

/** The org's roles and divisions; the caller holds all roles but "Quality Admin", unless a test says otherwise. */
export function anAccess({
  roles = allRoles,
  held = roles.filter(({ id }) => id !== 'role-quality'),
  ...differences
}: {
  roles?: readonly OrgRole[];
  held?: readonly OrgRole[];
  divisions?: LoadedAccess['divisions'];
} = {}): LoadedAccess {
  return {
    roles: { kind: 'known', value: [...roles] },
    divisions: { kind: 'known', value: divisions },
    held: {
      kind: 'known',
      value: held.map(({ id, name }) => ({ roleId: id, roleName: name, divisionId: '*' })),
    },
    ...differences,
  };
}

export const loadingAccess: LoadedAccess = {
  roles: { kind: 'loading' },
  divisions: { kind: 'loading' },
  held: { kind: 'loading' },
};

const forbidden = { kind: 'unknown', error: { kind: 'forbidden', answer: { status: 403 } } } as const;
export const unreadableAccess: LoadedAccess = { roles: forbidden, divisions: forbidden, held: forbidden };

/** The practice org's developer, who lacks the permission that rule G1 asks for. */
export const developer: Caller = {
  kind: 'user',
  id: 'person-2',
  name: 'Practice Developer',
  permissions: [],
  roles: [{ id: 'role-2', name: 'employee' }],
};

/** Somebody who may add clients, but change nothing about roles. */
export const integrator: Caller = {
  kind: 'user',
  id: 'person-3',
  name: 'Practice Integrator',
  permissions: ['oauth:client:add'],
  roles: [{ id: 'role-2', name: 'employee' }],
};

/** Somebody who signed in with client credentials. */
export const aClient: Caller = { kind: 'client', name: 'Nightly export' };

/** A moment as the platform writes it. */
export function hoursFromNow(hours: number): string {
  return new Date(Date.now() + hours * 3_600_000).toISOString();
}

/** Every kind of way there is, in the order of a desktop. */
export const allWays: Way[] = [
  {
    kind: 'signed-in',
    session: {
      id: 'session-1',
      label: 'Practice Administrator · Practice Org',
      orgName: 'Practice Org',
      region: 'mypurecloud.jp',
      practice: true,
    },
  },
  {
    kind: 'found',
    found: {
      id: 'cli-default',
      source: 'genesys-cli',
      profile: 'default',
      region: 'mypurecloud.ie',
      holds: 'client-credentials',
    },
  },
  {
    kind: 'found',
    found: { id: 'terraform', source: 'terraform', holds: 'access-token', obstacle: 'region-missing' },
  },
  {
    kind: 'browser',
    returns: 'loopback',
    client: { region: 'mypurecloud.jp', clientId: CLIENT_ID_IN_USE, orgName: 'Practice Org' },
  },
  { kind: 'practice-org' },
  { kind: 'browser', returns: 'loopback' },
  { kind: 'client-credentials' },
  { kind: 'access-token' },
  { kind: 'admin-page' },
];

/** A framework.js of the workspace, with `clientIds` and settings as a test needs them. */
export function aFile({
  path = 'src/framework.js',
  clientIds = EMPTY_IDS,
  settings = '{}',
  script = '',
} = {}) {
  const text = [
    'window.Framework = {',
    '  config: {',
    "    name: 'AgentDesktop',",
    `    clientIds: ${clientIds},`,
    `    settings: ${settings}`,
    '  },',
    `  initialSetup: function () { ${script} }`,
    '};',
    '',
  ].join('\n');
  return { uri: `file:///crm/${path}`, path, text } satisfies FoundFile;
}

const EMPTY_IDS = "{ 'mypurecloud.com': '', 'mypurecloud.jp': '' }";
export const IDS_IN_USE = `{ 'mypurecloud.jp': '${CLIENT_ID_IN_USE}' }`;
export const COMPUTED_IDS = 'readClientIds()';

export const newFile = { uri: 'file:///crm/framework.js', path: 'framework.js' };

export const scimFiles: Workspace['scimFiles'] = [
  { uri: 'file:///crm/genesys-scim.json', path: 'genesys-scim.json', exists: false, connections: [] },
];
