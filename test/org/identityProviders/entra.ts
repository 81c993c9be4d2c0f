import { ENTERPRISE, GENESYS } from '../useScim.ts';
import { CORE, none, type ProviderRequest, patch } from './request.ts';

/** Microsoft: "Develop a SCIM endpoint", "Known issues with SCIM 2.0 protocol compliance", and the attributes of its app "Genesys Cloud for Azure". */
export const entra: readonly ProviderRequest[] = [
  {
    what: 'asks for a user who is not there, as "Test Connection"',
    send: 'GET /Users?filter=userName eq "5f0c7a0e-6f0b-4d5f-9f5e-3f6f6b0f4a11"',
    status: 200,
    answer: none,
  },
  {
    what: 'reads the schemas when the page of the provisioning opens',
    send: 'GET /Schemas',
    status: 200,
    answer: {
      'Resources.0.schemas.0': 'urn:ietf:params:scim:schemas:core:2.0:Schema',
      'Resources.0.id': CORE,
    },
  },
  {
    what: 'looks for the user',
    send: 'GET /Users?filter=userName eq "aiko@practice.example"',
    status: 200,
    answer: none,
  },
  {
    what: 'looks for the user by the address',
    send: 'GET /Users?filter=emails[type eq "work"].value eq "aiko@practice.example"',
    status: 200,
    answer: none,
  },
  {
    what: 'creates the user',
    send: 'POST /Users',
    body: {
      schemas: [CORE, ENTERPRISE],
      externalId: '0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef',
      userName: 'aiko@practice.example',
      active: true,
      displayName: 'Aiko Sato',
      emails: [{ primary: true, type: 'work', value: 'aiko.sato@practice.example' }],
      meta: { resourceType: 'User' },
      name: { formatted: 'Aiko Sato', familyName: 'Sato', givenName: 'Aiko' },
      roles: [],
      [ENTERPRISE]: { department: 'Sales', manager: '{manager}' },
    },
    status: 201,
    answer: {
      active: true,
      externalId: '0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef',
      'roles.0.value': 'Employee',
      name: undefined,
    },
  },
  {
    what: 'changes several attributes',
    send: 'PATCH /Users/{user}',
    body: patch(
      { op: 'Replace', path: 'displayName', value: 'Aiko Suzuki' },
      { op: 'Replace', path: 'emails[type eq "work"].value', value: 'aiko.suzuki@practice.example' },
      { op: 'Replace', path: 'name.familyName', value: 'Suzuki' },
      { op: 'Add', path: 'phoneNumbers[type eq "mobile"].value', value: '+81312345678' },
      { op: 'Add', path: `${ENTERPRISE}:employeeNumber`, value: '701984' },
      { op: 'Add', path: `${ENTERPRISE}:manager`, value: '{member}' },
      { op: 'Add', path: `${GENESYS}:externalIds[authority eq "microsoftteams"].value`, value: 'teams-1' },
    ),
    status: 200,
    answer: {
      displayName: 'Aiko Suzuki',
      'emails.1.value': 'aiko.suzuki@practice.example',
      'phoneNumbers.0.type': 'mobile',
    },
    after: [
      `/Users?filter=${ENTERPRISE}:employeeNumber eq "701984" and manager eq "{member}"`,
      { 'Resources.0.id': '{user}' },
    ],
  },
  {
    what: 'changes several attributes with the flag aadOptscim062020',
    send: 'PATCH /Users/{user}',
    body: patch(
      { op: 'replace', path: 'emails[type eq "work"].value', value: 'a.suzuki@practice.example' },
      {
        op: 'replace',
        value: { displayName: 'Aiko S.', 'name.givenName': 'A', [`${ENTERPRISE}:employeeNumber`]: '7' },
      },
    ),
    status: 200,
    answer: { displayName: 'Aiko S.', 'emails.1.value': 'a.suzuki@practice.example' },
    after: ['/Users?filter=employeeNumber eq 7', { 'Resources.0.id': '{user}' }],
  },
  {
    what: 'looks for the group of the same name',
    send: 'GET /Groups?excludedAttributes=members&filter=displayName eq "Sales Team"',
    status: 200,
    answer: { 'Resources.0.id': '{group}', 'Resources.0.members': undefined },
  },
  {
    what: 'puts its own ID on the group',
    send: 'PATCH /Groups/{group}',
    body: patch({ op: 'Add', path: 'externalId', value: '8aa1a0c0' }),
    status: 200,
    answer: { externalId: '8aa1a0c0' },
  },
  {
    what: 'adds a member',
    send: 'PATCH /Groups/{group}',
    body: patch({ op: 'Add', path: 'members', value: [{ $ref: null, value: '{user}' }] }),
    status: 200,
    after: ['/Users/{user}', { 'groups.0.value': '{group}' }],
  },
  {
    what: 'asks whether somebody is a member',
    send: 'GET /Groups?filter=id eq "{group}" and members eq "{user}"&attributes=id',
    status: 200,
    answer: { totalResults: 1, 'Resources.0.members': undefined },
  },
  {
    what: 'removes a member',
    send: 'PATCH /Groups/{group}',
    body: patch({ op: 'Remove', path: 'members', value: [{ $ref: null, value: '{user}' }] }),
    status: 200,
    after: ['/Groups/{group}', { 'members.length': 1, 'members.0.value': '{member}' }],
  },
  {
    what: 'removes a member with the flag aadOptscim062020',
    send: 'PATCH /Groups/{group}',
    body: patch({ op: 'remove', path: 'members[value eq "{member}"]' }),
    status: 200,
    after: ['/Groups/{group}', { 'members.length': 0 }],
  },
  {
    what: 'renames the group, which Genesys Cloud does not take',
    send: 'PATCH /Groups/{group}',
    body: patch({ op: 'Replace', path: 'displayName', value: 'Other' }),
    status: 400,
    answer: { scimType: 'mutability' },
  },
  {
    what: 'deactivates the user',
    send: 'PATCH /Users/{user}',
    body: patch({ op: 'Replace', path: 'active', value: 'False' }),
    status: 200,
    after: ['/Users/{user}', { active: false }],
  },
  {
    what: 'finds who is deactivated',
    send: 'GET /Users?filter=userName eq "aiko@practice.example"',
    status: 200,
    answer: { totalResults: 1, 'Resources.0.active': false },
  },
  {
    what: 'deletes the user for good',
    send: 'DELETE /Users/{user}',
    status: 204,
    after: ['/Users?filter=userName eq "aiko@practice.example"', none],
  },
];
