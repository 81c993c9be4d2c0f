import * as z from 'zod/mini';
import { Grant, RoleRequest, SubjectType } from '../platform/authorization.ts';
import { ClientBody, ClientRecord } from '../platform/clientRecord.ts';
import { OAuthClientRequest } from '../platform/oauthClients.ts';
import { PlannedConnection } from '../scim/configFile.ts';
import { providerIds } from '../scim/providers.ts';
import { DiffLine, Replaced } from './placement.ts';
import { SecretTarget } from './secretTarget.ts';

/** One thing that Save will do. Review shows these and nothing else; execute does these and nothing else. */
export const PlanStep = z.discriminatedUnion('kind', [
  /** A role for the client alone. Until it exists, `NEW_ROLE_ID` stands for its ID in the steps that follow. */
  z.object({ kind: z.literal('create-role'), orgName: z.string(), url: z.string(), body: RoleRequest }),
  /** Whoever is signed in gets that role: only roles that one holds can be given (rule G12). */
  z.object({
    kind: z.literal('give-role'),
    name: z.string(),
    url: z.string(),
    subjectType: SubjectType,
    body: Grant,
  }),
  z.object({
    kind: z.literal('create-client'),
    orgName: z.string(),
    url: z.string(),
    body: OAuthClientRequest,
  }),
  /** A client that exists becomes what the body says, if it is still what the person saw (`before`). */
  z.object({
    kind: z.literal('change-client'),
    orgName: z.string(),
    url: z.string(),
    before: ClientRecord,
    body: ClientBody,
  }),
  /** The client is there already; no request is sent. */
  z.object({
    kind: z.literal('use-client'),
    id: z.string(),
    name: z.string(),
    /** One of the org's own; absent for one that the person has made on the admin page. */
    adopted: z.optional(z.object({ hasSecret: z.boolean(), dateCreated: z.optional(z.string()) })),
  }),
  /** Absent `target`: VS Code's secret storage keeps it. */
  z.object({ kind: z.literal('keep-secret'), target: z.optional(SecretTarget) }),
  /** Sees whether the org made of the client what was asked; it may have shortened the duration (rule S4). */
  z.object({
    kind: z.literal('read-back'),
    url: z.string(),
    body: OAuthClientRequest,
    /** How many divisions the org has, as far as it told: so many are all (rule S5). */
    divisionCount: z.optional(z.number()),
  }),
  /** A token for an identity provider that holds one (rule S6). */
  z.object({
    kind: z.literal('make-token'),
    provider: z.enum(providerIds),
    url: z.string(),
    target: z.optional(SecretTarget),
  }),
  /** Shows that the client works: it gets a token, and with `scim` reads the SCIM service provider config (rule S7). */
  z.object({ kind: z.literal('prove'), by: z.enum(['token', 'scim']), url: z.string() }),
  z.object({
    kind: z.literal('write-scim-file'),
    uri: z.string(),
    path: z.string(),
    exists: z.boolean(),
    connection: PlannedConnection,
    /** What changes in the connection that this client has in the file already; absent where one is added. */
    diff: z.optional(z.array(DiffLine)),
  }),
  z.object({
    kind: z.literal('edit-framework-file'),
    uri: z.string(),
    path: z.string(),
    regions: z.array(z.string()),
    entries: z.array(z.object({ region: z.string(), replaces: Replaced })),
    diff: z.array(DiffLine),
  }),
  z.object({
    kind: z.literal('create-framework-file'),
    uri: z.string(),
    path: z.string(),
    regions: z.array(z.string()),
    dedicatedLoginWindow: z.boolean(),
    pkce: z.boolean(),
    text: z.string(),
  }),
]);
export type PlanStep = z.infer<typeof PlanStep>;

/** Everything Save will do, in order. */
export const Plan = z.array(PlanStep);
export type Plan = z.infer<typeof Plan>;

/** Whether a client is made; otherwise one is used that is there already. */
export function createsClient(plan: Plan): boolean {
  return plan.some(({ kind }) => kind === 'create-client');
}

/** The IDs of those to whom the role of the client is given. */
export function roleGivenTo(plan: Plan): readonly string[] {
  return plan.flatMap((step) => (step.kind === 'give-role' ? step.body.subjectIds : []));
}

/** The request for the role that is made for the client; undefined where none is. */
export function newRoleIn(plan: Plan): RoleRequest | undefined {
  return plan.find((step) => step.kind === 'create-role')?.body;
}
