/** The published `ScimV2SchemaAttribute`, as far as the org's resources need it. */
export type Attribute = {
  readonly name: string;
  readonly type: 'string' | 'boolean' | 'decimal' | 'reference' | 'complex';
  readonly multiValued: boolean;
  readonly description: string;
  readonly required: boolean;
  readonly canonicalValues?: readonly string[];
  readonly caseExact: boolean;
  readonly mutability: 'readWrite' | 'readOnly' | 'writeOnly';
  readonly returned: 'always' | 'default' | 'never';
  readonly uniqueness: 'none' | 'server';
  readonly referenceTypes?: readonly ('User' | 'Group')[];
  readonly subAttributes?: readonly Attribute[];
};

/** The published `ScimV2SchemaDefinition`, without what says where it is. */
export type Schema = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly attributes: readonly Attribute[];
};

export const CORE_USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const CORE_GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
export const GENESYS = 'urn:ietf:params:scim:schemas:extension:genesys:purecloud:2.0:User';

/** The published types of `ScimPhoneNumber` and `ScimEmail`. */
export const PHONE_TYPES = [
  ...['work', 'work2', 'work3', 'work4', 'home', 'mobile', 'other'],
  ...['microsoftteams', 'zoomphone', 'eightbyeight', 'ringcentral'],
];
export const EMAIL_TYPES = ['work', 'other'];

const id = attribute('id', 'The identifier, given by the organization.', {
  mutability: 'readOnly',
  returned: 'always',
  caseExact: true,
});
const externalId = attribute('externalId', 'The identifier that the identity system uses.', {
  caseExact: true,
});

const coreUser: Schema = {
  id: CORE_USER,
  name: 'User',
  description: 'A person of the organization.',
  attributes: [
    id,
    attribute('userName', 'The email address that signs the person in.', {
      required: true,
      returned: 'always',
      uniqueness: 'server',
    }),
    attribute('displayName', 'The name that others see.', { required: true }),
    attribute('active', 'Whether the person can sign in.', { type: 'boolean', returned: 'always' }),
    attribute('password', 'A new password.', { mutability: 'writeOnly', returned: 'never' }),
    attribute('title', 'The job title.'),
    externalId,
    several('phoneNumbers', 'Telephone numbers.', contact(PHONE_TYPES)),
    several('emails', 'Email addresses. The one of type other is the userName.', contact(EMAIL_TYPES)),
    several('roles', 'The names of the roles that the person holds.', [
      attribute('value', 'The name of the role.'),
    ]),
    {
      ...several('groups', 'The groups that the person belongs to.', reference('Group')),
      mutability: 'readOnly',
    },
  ],
};

const enterpriseUser: Schema = {
  id: ENTERPRISE,
  name: 'EnterpriseUser',
  description: 'The place of a person in the enterprise.',
  attributes: [
    attribute('division', 'The name of the division.'),
    attribute('department', 'The name of the department.'),
    attribute('manager', 'The manager.', {
      type: 'complex',
      subAttributes: [attribute('value', 'The id of the manager.', { caseExact: true }), address('User')],
    }),
    attribute('employeeNumber', 'The number of the employee.'),
    attribute('dateHire', 'The day the person was hired.'),
  ],
};

const genesysUser: Schema = {
  id: GENESYS,
  name: 'GenesysUser',
  description: 'What routing needs to know about a person.',
  attributes: [
    several('routingSkills', 'Skills.', proficiency()),
    several('routingLanguages', 'Languages.', proficiency()),
    several('externalIds', 'Identifiers in other systems.', [
      attribute('authority', 'The other system.', { required: true }),
      attribute('value', 'The identifier there.', { required: true, caseExact: true }),
    ]),
  ],
};

const coreGroup: Schema = {
  id: CORE_GROUP,
  name: 'Group',
  description: 'A group of people.',
  attributes: [
    id,
    attribute('displayName', 'The name of the group.', { required: true, mutability: 'readOnly' }),
    externalId,
    several('members', 'The people in the group.', reference('User')),
  ],
};

/** What users and groups consist of (RFC 7643, 7). */
export const schemas: readonly Schema[] = [coreUser, enterpriseUser, genesysUser, coreGroup];

/** A kind of resource: the attributes of its documents, of which an extension is one with its schema's URN as name. */
export type ResourceType = {
  readonly core: Schema;
  readonly attributes: readonly Attribute[];
  /** What the platform's filters call by a name of their own, in lower case (Genesys facts 7.1); paths may, too. */
  readonly shortNames: Readonly<Record<string, string>>;
};

export const USER: ResourceType = {
  core: coreUser,
  attributes: [...coreUser.attributes, meta(), extension(enterpriseUser), extension(genesysUser)],
  shortNames: {
    email: 'emails',
    manager: `${ENTERPRISE}:manager`,
    division: `${ENTERPRISE}:division`,
    department: `${ENTERPRISE}:department`,
    employeenumber: `${ENTERPRISE}:employeeNumber`,
    externalids: `${GENESYS}:externalIds`,
  },
};

export const GROUP: ResourceType = {
  core: coreGroup,
  attributes: [...coreGroup.attributes, meta()],
  shortNames: {},
};

/** The part that a value of this attribute is known by, where a request names only one: `emails eq "a@b.example"`. */
export function mainPart(attribute: Attribute | undefined): Attribute | undefined {
  const parts = attribute?.subAttributes ?? [];
  return parts.find(({ name }) => name === 'value') ?? parts.find(({ name }) => name === 'name');
}

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

function contact(canonicalValues: readonly string[]): Attribute[] {
  return [
    attribute('value', 'The number or address.'),
    attribute('type', 'What it is for.', { canonicalValues }),
    attribute('primary', 'Whether it is the main one.', { type: 'boolean' }),
  ];
}

function reference(type: 'User' | 'Group'): Attribute[] {
  return [
    attribute('value', 'The id of the other resource.', { caseExact: true }),
    attribute('type', 'The type of the other resource.', { mutability: 'readOnly' }),
    address(type),
  ];
}

function address(type: 'User' | 'Group'): Attribute {
  return attribute('$ref', 'The address of the other resource.', {
    type: 'reference',
    referenceTypes: [type],
    caseExact: true,
    mutability: 'readOnly',
  });
}

function proficiency(): Attribute[] {
  return [
    attribute('name', 'The name.', { required: true, caseExact: true }),
    attribute('proficiency', 'How good the person is at it.', { type: 'decimal' }),
  ];
}

function extension({ id, description, attributes }: Schema): Attribute {
  return attribute(id, description, { type: 'complex', subAttributes: attributes });
}

/** Every resource has it, and so no schema lists it (RFC 7643, 3.1). */
function meta(): Attribute {
  const parts = ['resourceType', 'lastModified', 'location', 'version'];
  return attribute('meta', 'What the organization says about the resource.', {
    type: 'complex',
    mutability: 'readOnly',
    returned: 'always',
    subAttributes: parts.map((name) => attribute(name, '', { mutability: 'readOnly' })),
  });
}
