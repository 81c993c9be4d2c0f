import { ENTERPRISE } from '../useScim.ts';
import { CORE, none, type ProviderRequest, patch } from './request.ts';

const user = {
  schemas: [CORE, ENTERPRISE],
  id: null,
  userName: 'chie@practice.example',
  displayName: 'Chie Mori',
  name: { familyName: 'Mori', givenName: 'Chie', formatted: 'Chie Mori' },
  active: 'True',
  title: 'Agent',
  userType: 'Employee',
  emails: [{ value: 'chie.mori@practice.example', type: 'work', primary: true }],
  addresses: [{ locality: 'Osaka', country: 'JP' }],
  [ENTERPRISE]: {
    organization: 'Practice',
    division: 'Support',
    department: 'Help',
    manager: { managerId: '7', value: '{manager}', displayName: 'Practice Administrator' },
  },
};

/**
 * OneLogin: the JSON template of its app "SCIM Provisioner with SAML (SCIM v2 Enterprise)", of which every parameter
 * comes as text; how it removes members is reported (scim-patch, issue 54).
 */
export const oneLogin: readonly ProviderRequest[] = [
  {
    what: 'asks for the users when the connection is enabled',
    send: 'GET /Users?startIndex=1&count=1',
    status: 200,
    answer: { 'Resources.length': 1 },
  },
  {
    what: 'looks for the user',
    send: 'GET /Users?filter=userName eq "chie@practice.example"',
    status: 200,
    answer: none,
  },
  {
    what: 'creates the user from the template',
    send: 'POST /Users',
    body: user,
    status: 201,
    answer: { active: true, title: 'Agent', userType: undefined, addresses: undefined },
    after: ['/Users?filter=manager eq "{manager}" and division eq "Support"', { 'Resources.0.id': '{user}' }],
  },
  {
    what: 'replaces the user from the template',
    send: 'PUT /Users/{user}',
    body: { ...user, title: 'Lead', [ENTERPRISE]: { manager: { managerId: '7', displayName: ' ' } } },
    status: 200,
    answer: { title: 'Lead' },
    after: ['/Users?filter=manager eq "{manager}"', none],
  },
  {
    what: 'reads the groups to choose from',
    send: 'GET /Groups',
    status: 200,
    answer: { totalResults: 2, 'Resources.0.displayName': 'Sales Team' },
  },
  {
    what: 'adds a member',
    send: 'PATCH /Groups/{group}',
    body: patch({ op: 'add', path: 'members', value: [{ value: '{user}' }] }),
    status: 200,
    after: ['/Users/{user}', { 'groups.0.value': '{group}' }],
  },
  {
    what: 'removes a member',
    send: 'PATCH /Groups/{group}',
    body: patch({ op: 'remove', path: 'members', value: [{ value: '{user}', display: '' }] }),
    status: 200,
    after: ['/Groups/{group}', { 'members.length': 1, 'members.0.value': '{member}' }],
  },
  {
    what: 'suspends the user',
    send: 'PATCH /Users/{user}',
    body: patch({ op: 'replace', path: 'active', value: 'false' }),
    status: 200,
    after: ['/Users/{user}', { active: false }],
  },
  {
    what: 'deletes the user',
    send: 'DELETE /Users/{user}',
    status: 204,
    after: ['/Users?filter=userName eq "chie@practice.example"', none],
  },
];
