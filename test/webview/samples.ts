import type { Org } from '../../src/core/procedures/context.ts';
import { FRAMEWORK_SCOPES } from '../../src/core/procedures/frameworkClient.ts';
import type { FoundFile } from '../../src/core/procedures/frameworkFile.ts';

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
    person: { id: 'person-1', name: 'Practice Administrator', permissions: ['oauth:client:add'] },
    scopes: {
      kind: 'known',
      value: [...FRAMEWORK_SCOPES, ...MORE_SCOPES].map((id) => ({ id, description: `What ${id} is about` })),
    },
    clients: { kind: 'known', value: [{ id: 'client-1', name: 'Agent desktop' }] },
    ...differences,
  };
}

/** The practice org's developer, who lacks the permission that rule G1 asks for. */
export const developer = { id: 'person-2', name: 'Practice Developer', permissions: [] };

export const CLIENT_ID_IN_USE = '5f0c3c1e-8a44-4d5c-9b0e-2f6f0a7d9e31';

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
