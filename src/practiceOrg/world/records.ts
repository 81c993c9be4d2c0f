import * as z from 'zod/mini';

/** What the org remembers, record by record: the schema checks the state file, the type serves the code. All times are milliseconds since 1970. */

export const grantTypes = ['CODE', 'TOKEN', 'SAML2-BEARER', 'PASSWORD', 'CLIENT-CREDENTIALS'] as const;
export type GrantType = (typeof grantTypes)[number];
export const clientStates = ['active', 'disabled', 'inactive'] as const;

/** The division id that stands for every division of the org. */
export const ALL_DIVISIONS = '*';

const time = z.int();

export const divisionRecord = z.strictObject({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  home: z.boolean(),
});
export type Division = z.infer<typeof divisionRecord>;

const permissionPolicyRecord = z.strictObject({
  domain: z.string(),
  entityName: z.string(),
  actionSet: z.array(z.string()),
  namedResources: z.optional(z.array(z.string())),
  /** The published `DomainResourceConditionNode`: kept and compared, never put into force. */
  resourceConditionNode: z.optional(z.unknown()),
});
export type PermissionPolicy = z.infer<typeof permissionPolicyRecord>;

export const roleRecord = z.strictObject({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  /** Set on a default role: which of the platform's default roles it is. */
  defaultRoleId: z.nullable(z.string()),
  /** General permissions such as `group_creation`. They are no policies, and open no operation of the org. */
  permissions: z._default(z.array(z.string()), () => []),
  policies: z.array(permissionPolicyRecord),
  /** What somebody has said of a default role; left out: it needs an update when it is not as shipped. */
  needsUpdate: z.optional(z.boolean()),
});
export type Role = z.infer<typeof roleRecord>;
/** What a role gives to those who hold it. */
export type Allowance = Pick<Role, 'permissions' | 'policies'>;

const contactRecord = z.strictObject({
  value: z.string(),
  type: z.optional(z.string()),
  primary: z.optional(z.boolean()),
});
const skillRecord = z.strictObject({ name: z.string(), proficiency: z.optional(z.number()) });

/** What only an identity system knows about a person, through SCIM. */
const directoryRecord = z.strictObject({
  phoneNumbers: z.optional(z.array(contactRecord)),
  emails: z.optional(z.array(contactRecord)),
  externalId: z.optional(z.string()),
  department: z.optional(z.string()),
  managerId: z.optional(z.string()),
  employeeNumber: z.optional(z.string()),
  dateHire: z.optional(z.string()),
  routingSkills: z.optional(z.array(skillRecord)),
  routingLanguages: z.optional(z.array(skillRecord)),
  externalIds: z.optional(z.array(z.strictObject({ authority: z.string(), value: z.string() }))),
});

export const personRecord = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  title: z.string(),
  divisionId: z.string(),
  state: z.enum(['active', 'inactive']),
  directory: directoryRecord,
  /** The name this person signs in by; null for whoever cannot sign in, such as those whom SCIM has added. */
  loginHint: z.nullable(z.string()),
  version: z.int(),
  dateModified: time,
});
export type Person = z.infer<typeof personRecord>;

export const groupRecord = z.strictObject({
  id: z.string(),
  name: z.string(),
  externalId: z.optional(z.string()),
  memberIds: z.array(z.string()),
  version: z.int(),
  dateModified: time,
});
export type Group = z.infer<typeof groupRecord>;

export const roleDivisionRecord = z.strictObject({ roleId: z.string(), divisionId: z.string() });
export type RoleDivision = z.infer<typeof roleDivisionRecord>;

/** A role that a person holds in a division. */
export const grantRecord = z.strictObject({
  subjectId: z.string(),
  roleId: z.string(),
  divisionId: z.string(),
  madeAt: time,
  /** Later than `madeAt` when the org is slow to notice new grants. */
  visibleAt: time,
});
export type Grant = z.infer<typeof grantRecord>;

const authorRecord = z.strictObject({ id: z.string(), name: z.string(), selfUri: z.string() });
export type Author = z.infer<typeof authorRecord>;

export const clientRecord = z.strictObject({
  id: z.string(),
  /** `platform`: built in, not one of the org's own clients and so in no list. */
  owner: z.enum(['org', 'platform']),
  name: z.string(),
  description: z.string(),
  grantType: z.enum(grantTypes),
  accessTokenValiditySeconds: z.int(),
  redirectUris: z.array(z.string()),
  scope: z.array(z.string()),
  roleDivisions: z.array(roleDivisionRecord),
  state: z.enum(clientStates),
  dateToDelete: z.nullable(time),
  secretFingerprint: z.string(),
  dateCreated: time,
  dateModified: time,
  createdBy: authorRecord,
  modifiedBy: authorRecord,
});
export type Client = z.infer<typeof clientRecord>;

export const accessTokenRecord = z.strictObject({
  fingerprint: z.string(),
  clientId: z.string(),
  /** Null: the client acts for itself (client credentials). */
  personId: z.nullable(z.string()),
  scope: z.array(z.string()),
  expiresAt: time,
  lastUsedAt: time,
});
export type AccessToken = z.infer<typeof accessTokenRecord>;

export const refreshTokenRecord = z.strictObject({
  fingerprint: z.string(),
  clientId: z.string(),
  personId: z.string(),
});
export type RefreshToken = z.infer<typeof refreshTokenRecord>;

/** An authorization code; it stays after its use, so that a second use is recognised. */
export const codeRecord = z.strictObject({
  fingerprint: z.string(),
  clientId: z.string(),
  personId: z.string(),
  redirectUri: z.string(),
  challenge: z.nullable(z.string()),
  expiresAt: time,
  /** Fingerprints of the access and refresh tokens that this code was exchanged for; null: not used yet. */
  exchangedFor: z.nullable(z.array(z.string())),
});
export type Code = z.infer<typeof codeRecord>;

/** The org's setting after how many seconds an unused token ends. */
export const idleTimeoutRecord = z.strictObject({
  enabled: z.boolean(),
  seconds: z.int(),
  unit: z.enum(['Minutes', 'Hours']),
});
export type IdleTimeout = z.infer<typeof idleTimeoutRecord>;
