import type { Caller, Org } from '../../src/core/procedures/context.ts';
import { FRAMEWORK_SCOPES } from '../../src/core/procedures/frameworkClient.ts';
import type { FoundFile } from '../../src/core/procedures/frameworkFile.ts';
import { SIGN_IN_SCOPES } from '../../src/core/signIn/scopes.ts';
import type { Way } from '../../src/core/signIn/ways.ts';

export const CLIENT_ID_IN_USE = '5f0c3c1e-8a44-4d5c-9b0e-2f6f0a7d9e31';

const MORE_SCOPES = ['alerting', 'analytics', 'analytics:readonly', 'architect', 'authorization:readonly'];

/** An org that allows and knows everything, unless a test says otherwise. */
export function anOrg(differences: Partial<Org> = {}): Org {
  return {
    id: 'org-1',
    name: 'Practice Org',
    region: 'mypurecloud.jp',
    apiUrl: 'https://api.mypurecloud.jp',
    practice: true,
    hipaa: false,
    caller: administrator,
    tokenScopes: { kind: 'known', value: [...SIGN_IN_SCOPES] },
    tokenEndsAt: hoursFromNow(7.5),
    scopes: {
      kind: 'known',
      value: [...FRAMEWORK_SCOPES, ...MORE_SCOPES].map((id) => ({ id, description: `What ${id} is about` })),
    },
    clients: { kind: 'known', value: [{ id: 'client-1', name: 'Agent desktop' }] },
    ...differences,
  };
}

const administrator: Caller = {
  kind: 'user',
  id: 'person-1',
  name: 'Practice Administrator',
  permissions: ['oauth:client:add'],
  roles: [
    { id: 'role-1', name: 'Master Admin' },
    { id: 'role-2', name: 'employee' },
  ],
};

/** The practice org's developer, who lacks the permission that rule G1 asks for. */
export const developer: Caller = {
  kind: 'user',
  id: 'person-2',
  name: 'Practice Developer',
  permissions: [],
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
