import { CORE, none, type ProviderRequest, patch } from './request.ts';

const user = {
  schemas: [CORE],
  userName: 'ben@practice.example',
  name: { givenName: 'Ben', familyName: 'Ito' },
  emails: [{ primary: true, value: 'ben@practice.example', type: 'work', display: 'ben@practice.example' }],
  displayName: 'Ben Ito',
  locale: 'ja-JP',
  externalId: '00ujl29u0le5T6Aj10h7',
  groups: [],
};
/** Okta: "SCIM 2.0 Protocol Reference". An app of its catalog patches where one of one's own puts. */
export const okta: readonly ProviderRequest[] = [
  {
    what: 'asks for two users, to test the connection',
    send: 'GET /Users?startIndex=1&count=2',
    status: 200,
    answer: { startIndex: 1, itemsPerPage: 2, 'Resources.length': 2 },
  },
  {
    what: 'looks for the user',
    send: 'GET /Users?filter=userName eq "ben@practice.example"&startIndex=1&count=100',
    status: 200,
    answer: none,
  },
  {
    what: 'creates the user',
    send: 'POST /Users',
    body: { ...user, password: '1mz050nq', active: true },
    status: 201,
    answer: { externalId: user.externalId, password: undefined, locale: undefined },
  },
  {
    what: 'reads the user before a change',
    send: 'GET /Users/{user}',
    status: 200,
    answer: { displayName: 'Ben Ito' },
  },
  {
    what: 'replaces the user',
    send: 'PUT /Users/{user}',
    body: {
      ...user,
      id: '{user}',
      displayName: 'Ben T. Ito',
      title: 'Lead',
      active: true,
      meta: { resourceType: 'User' },
    },
    status: 200,
    answer: { id: '{user}', displayName: 'Ben T. Ito', title: 'Lead', 'roles.0.value': 'Employee' },
  },
  {
    what: 'reads the groups',
    send: 'GET /Groups?startIndex=1&count=100',
    status: 200,
    answer: { totalResults: 2 },
  },
  {
    what: 'names the group as it is called, before each change of its members',
    send: 'PATCH /Groups/{group}',
    body: patch({ op: 'replace', value: { id: '{group}', displayName: 'Sales Team' } }),
    status: 200,
    after: ['/Groups/{group}', { 'members.length': 1 }],
  },
  {
    what: 'removes a member and adds one',
    send: 'PATCH /Groups/{group}',
    body: patch(
      { op: 'remove', path: 'members[value eq "{member}"]' },
      { op: 'add', path: 'members', value: [{ value: '{user}', display: 'ben@practice.example' }] },
    ),
    status: 200,
    after: ['/Groups/{group}', { 'members.length': 1, 'members.0.value': '{user}' }],
  },
  {
    what: 'pushes all members',
    send: 'PATCH /Groups/{group}',
    body: patch({ op: 'replace', path: 'members', value: [{ value: '{user}' }, { value: '{member}' }] }),
    status: 200,
    after: ['/Groups/{group}', { 'members.length': 2 }],
  },
  {
    what: 'empties the group with its name',
    send: 'PATCH /Groups/{group}',
    body: patch({ op: 'replace', value: { members: [], id: '{group}', displayName: 'Sales Team' } }),
    status: 200,
    after: ['/Groups/{group}', { 'members.length': 0 }],
  },
  {
    what: 'renames the group, which Genesys Cloud does not take',
    send: 'PATCH /Groups/{group}',
    body: patch({ op: 'replace', value: { id: '{group}', displayName: 'Other' } }),
    status: 400,
    answer: { scimType: 'mutability' },
  },
  {
    what: 'creates a group, which Genesys Cloud cannot',
    send: 'POST /Groups',
    body: { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], displayName: 'New', members: [] },
    status: 404,
  },
  {
    what: 'deactivates the user',
    send: 'PATCH /Users/{user}',
    body: patch({ op: 'replace', value: { active: false } }),
    status: 200,
    after: ['/Users/{user}', { active: false }],
  },
  {
    what: "deactivates the user from an app of one's own",
    send: 'PUT /Users/{user}',
    body: { ...user, id: '{user}', active: false },
    status: 200,
    after: ['/Users/{user}', { active: false, title: undefined }],
  },
];
