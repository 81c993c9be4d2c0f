import { ENTERPRISE } from '../useScim.ts';
import { CORE, none, type ProviderRequest } from './request.ts';

const user = {
  schemas: [CORE, ENTERPRISE],
  userName: 'dai@practice.example',
  displayName: 'Dai Abe',
  name: { givenName: 'Dai', familyName: 'Abe' },
  active: true,
  nickName: 'Dai',
  locale: 'ja',
  emails: [
    { type: 'work', value: 'dai.abe@practice.example', primary: true },
    { type: 'other', value: 'dai@practice.example', primary: true },
  ],
  phoneNumbers: [{ type: 'work', value: '+81312345678', primary: true }],
};
const group = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
  id: '{group}',
  displayName: 'Sales Team',
};

/**
 * PingOne: "Creating a SCIM connection", "Configuring outbound group provisioning" and its limitations: it does not
 * patch, fills both addresses and makes both primary, and takes over a group of the same name.
 */
export const pingOne: readonly ProviderRequest[] = [
  {
    what: 'reads the service provider config',
    send: 'GET /ServiceProviderConfig',
    status: 200,
    answer: { 'filter.supported': true, 'meta.resourceType': 'ServiceProviderConfig' },
  },
  {
    what: 'looks for the user by the filter expression of the connection',
    send: 'GET /Users?filter=userName eq "dai@practice.example"',
    status: 200,
    answer: none,
  },
  {
    what: 'looks for the user by the address, as the other unique identifier does',
    send: 'GET /Users?filter=emails eq "dai@practice.example"',
    status: 200,
    answer: none,
  },
  {
    what: 'creates the user with two primary addresses',
    send: 'POST /Users',
    body: user,
    status: 201,
    answer: {
      'emails.length': 2,
      'emails.0.primary': true,
      'emails.1.primary': false,
      'emails.1.value': 'dai.abe@practice.example',
      nickName: undefined,
    },
    after: [
      '/Users?filter=emails eq "dai@practice.example"',
      { totalResults: 1, 'Resources.0.id': '{user}' },
    ],
  },
  {
    what: 'replaces the user',
    send: 'PUT /Users/{user}',
    body: { ...user, id: '{user}', displayName: 'Dai A.', [ENTERPRISE]: { department: 'Sales' } },
    status: 200,
    answer: { displayName: 'Dai A.', 'phoneNumbers.0.primary': true, 'roles.0.value': 'Employee' },
  },
  {
    what: 'looks for the group of the same name',
    send: 'GET /Groups?filter=displayName eq "Sales Team"',
    status: 200,
    answer: { 'Resources.0.id': '{group}' },
  },
  {
    what: 'merges its members with those who are there',
    send: 'PUT /Groups/{group}',
    body: { ...group, members: [{ value: '{member}' }, { value: '{user}' }] },
    status: 200,
    after: ['/Users/{user}', { 'groups.0.value': '{group}' }],
  },
  {
    what: 'overwrites the members',
    send: 'PUT /Groups/{group}',
    body: { ...group, members: [{ value: '{user}' }] },
    status: 200,
    after: ['/Groups/{group}', { 'members.length': 1, 'members.0.value': '{user}' }],
  },
  {
    what: 'renames the group, which Genesys Cloud does not take',
    send: 'PUT /Groups/{group}',
    body: { ...group, displayName: 'Other' },
    status: 400,
    answer: { scimType: 'mutability' },
  },
  {
    what: 'disables the user, as the remove action "Disable" does',
    send: 'PUT /Users/{user}',
    body: { ...user, id: '{user}', active: false },
    status: 200,
    after: ['/Users/{user}', { active: false }],
  },
  {
    what: 'deletes the user, as the remove action "Delete" does',
    send: 'DELETE /Users/{user}',
    status: 204,
    after: ['/Groups/{group}', { 'members.length': 0 }],
  },
];
