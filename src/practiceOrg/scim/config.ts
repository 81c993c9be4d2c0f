import type { Operation } from '../api/operation.ts';
import { listResponse } from './listing.ts';
import { belowScim, locationOf } from './resource.ts';
import { ScimError } from './scimError.ts';
import { ENTERPRISE, GENESYS } from './userRequest.ts';

const scopes = ['scim', 'scim:readonly'];

const serviceProviderConfig = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
  patch: { supported: true },
  filter: { supported: true, maxResults: 100 },
  etag: { supported: true },
  sort: { supported: false },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  changePassword: { supported: true },
  authenticationSchemes: [
    {
      name: 'OAuth Bearer Token',
      description: 'A token of an OAuth client with the client credentials grant.',
      specUri: 'https://www.rfc-editor.org/info/rfc6750',
      type: 'oauthbearertoken',
      primary: true,
    },
  ],
  meta: {
    resourceType: 'ServiceProviderConfig',
    location: locationOf('/serviceproviderconfig'),
  },
};

const resourceTypes = [
  {
    ...resourceType('User', 'A person of the organization.', '/Users'),
    schemaExtensions: [
      { schema: ENTERPRISE, required: false },
      { schema: GENESYS, required: false },
    ],
  },
  resourceType('Group', 'A group of people.', '/Groups'),
];

/** What SCIM says about itself. None of it needs a permission. */
export const scimConfig: readonly Operation[] = belowScim([
  {
    method: 'GET',
    path: '/serviceproviderconfig',
    scopes,
    handle: () => ({ status: 200, body: serviceProviderConfig }),
  },
  {
    method: 'GET',
    path: '/resourcetypes',
    scopes,
    handle: (call) => ({ status: 200, body: listResponse(call, resourceTypes, (type) => type) }),
  },
  {
    method: 'GET',
    path: '/resourcetypes/{resourceType}',
    scopes,
    handle({ path }) {
      const wanted = path('resourceType').toLowerCase();
      const found = resourceTypes.find(({ id }) => id.toLowerCase() === wanted);
      if (found === undefined) throw new ScimError(404, 'Resource type could not be found.');
      return { status: 200, body: found };
    },
  },
  {
    method: 'GET',
    path: '/schemas',
    scopes,
    handle: (call) => ({ status: 200, body: listResponse(call, schemas, schemaView) }),
  },
  {
    method: 'GET',
    path: '/schemas/{schemaId}',
    scopes,
    handle({ path }) {
      const found = schemas.find(({ id }) => id === path('schemaId'));
      if (found === undefined) throw new ScimError(404, 'Schema could not be found.');
      return { status: 200, body: schemaView(found) };
    },
  },
]);

function schemaView(schema: (typeof schemas)[number]) {
  return { ...schema, meta: { resourceType: 'Schema', location: locationOf(`/schemas/${schema.id}`) } };
}

function resourceType(name: 'User' | 'Group', description: string, endpoint: string) {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
    id: name,
    name,
    description,
    endpoint,
    schema: `urn:ietf:params:scim:schemas:core:2.0:${name}`,
    meta: { resourceType: 'ResourceType', location: locationOf(`/resourcetypes/${name}`) },
  };
}

/** The published `ScimV2SchemaAttribute`, as far as the org's resources need it. */
type Attribute = {
  readonly name: string;
  readonly type: 'string' | 'boolean' | 'decimal' | 'dateTime' | 'reference' | 'complex';
  readonly multiValued: boolean;
  readonly description: string;
  readonly required: boolean;
  readonly caseExact: boolean;
  readonly mutability: 'readWrite' | 'readOnly' | 'writeOnly';
  readonly returned: 'always' | 'default' | 'never';
  readonly uniqueness: 'none' | 'server';
  readonly subAttributes?: readonly Attribute[];
};

/** What users and groups consist of (RFC 7643, 7). */
const schemas = [
  {
    id: 'urn:ietf:params:scim:schemas:core:2.0:User',
    name: 'User',
    description: 'A person of the organization.',
    attributes: [
      attribute('id', 'The identifier, given by the organization.', {
        mutability: 'readOnly',
        returned: 'always',
        caseExact: true,
      }),
      attribute('userName', 'The email address that signs the person in.', {
        required: true,
        uniqueness: 'server',
      }),
      attribute('displayName', 'The name that others see.', { required: true }),
      attribute('active', 'Whether the person can sign in.', { type: 'boolean' }),
      attribute('password', 'A new password.', { mutability: 'writeOnly', returned: 'never' }),
      attribute('title', 'The job title.'),
      attribute('externalId', 'The identifier that the identity system uses.', { caseExact: true }),
      several('phoneNumbers', 'Telephone numbers.', contact()),
      several('emails', 'Email addresses.', contact()),
      several('roles', 'The names of the roles that the person holds.', [
        attribute('value', 'The name of the role.'),
      ]),
      { ...several('groups', 'The groups that the person belongs to.', reference()), mutability: 'readOnly' },
    ],
  },
  {
    id: ENTERPRISE,
    name: 'EnterpriseUser',
    description: 'The place of a person in the enterprise.',
    attributes: [
      attribute('division', 'The name of the division.'),
      attribute('department', 'The name of the department.'),
      attribute('manager', 'The manager.', {
        type: 'complex',
        subAttributes: [attribute('value', 'The id of the manager.')],
      }),
      attribute('employeeNumber', 'The number of the employee.'),
      attribute('dateHire', 'The day the person was hired.'),
    ],
  },
  {
    id: GENESYS,
    name: 'GenesysUser',
    description: 'What routing needs to know about a person.',
    attributes: [
      several('routingSkills', 'Skills.', proficiency()),
      several('routingLanguages', 'Languages.', proficiency()),
      several('externalIds', 'Identifiers in other systems.', [
        attribute('authority', 'The other system.', { required: true }),
        attribute('value', 'The identifier there.', { required: true }),
      ]),
    ],
  },
  {
    id: 'urn:ietf:params:scim:schemas:core:2.0:Group',
    name: 'Group',
    description: 'A group of people.',
    attributes: [
      attribute('id', 'The identifier, given by the organization.', {
        mutability: 'readOnly',
        returned: 'always',
        caseExact: true,
      }),
      attribute('displayName', 'The name of the group.', { required: true, mutability: 'readOnly' }),
      attribute('externalId', 'The identifier that the identity system uses.', { caseExact: true }),
      several('members', 'The people in the group.', reference()),
    ],
  },
] as const;

function attribute(name: string, description: string, more: Partial<Attribute> = {}): Attribute {
  return {
    name,
    type: 'string',
    multiValued: false,
    description,
    required: false,
    caseExact: false,
    mutability: 'readWrite',
    returned: 'default',
    uniqueness: 'none',
    ...more,
  };
}

function several(name: string, description: string, subAttributes: readonly Attribute[]): Attribute {
  return attribute(name, description, { type: 'complex', multiValued: true, subAttributes });
}

function contact(): Attribute[] {
  return [
    attribute('value', 'The number or address.'),
    attribute('type', 'What it is for.'),
    attribute('primary', 'Whether it is the main one.', { type: 'boolean' }),
  ];
}

function reference(): Attribute[] {
  return [
    attribute('value', 'The id of the other resource.'),
    attribute('type', 'The type of the other resource.', { mutability: 'readOnly' }),
    attribute('$ref', 'The address of the other resource.', { type: 'reference', mutability: 'readOnly' }),
  ];
}

function proficiency(): Attribute[] {
  return [
    attribute('name', 'The name.', { required: true }),
    attribute('proficiency', 'How good the person is at it.', { type: 'decimal' }),
  ];
}
