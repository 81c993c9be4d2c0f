import * as z from 'zod/mini';
import { ClientRecord } from '../platform/clientRecord.ts';
import { GrantType } from '../platform/oauthClients.ts';
import { providerIds } from '../scim/providers.ts';
import { NewRole } from './newRole.ts';

/** The published procedures, by which a client is created. A new one is one new entry here and in index.ts. */
export const PublishedProcedure = z.enum(['general', 'embeddable', 'scim']);
export type PublishedProcedure = z.infer<typeof PublishedProcedure>;

/** What the wizard walks through: a published procedure, or the same questions about a client that exists. */
export const ProcedureId = z.enum([...PublishedProcedure.options, 'edit']);
export type ProcedureId = z.infer<typeof ProcedureId>;

/** A client that exists and is changed: where it is, and what it was when the person saw it. */
export const EditedClient = z.object({
  orgId: z.string(),
  orgName: z.string(),
  /** Domain. */
  region: z.string(),
  practice: z.boolean(),
  record: ClientRecord,
});
export type EditedClient = z.infer<typeof EditedClient>;

/** A role that the client gets, and where. */
export const ChosenRole = z.object({ roleId: z.string(), divisionIds: z.array(z.string()) });
export type ChosenRole = z.infer<typeof ChosenRole>;

/** Where the Client ID goes (procedure rules E6 and E7). */
export const Target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('existing-file'), uri: z.string() }),
  z.object({ kind: z.literal('new-file'), uri: z.string() }),
  z.object({ kind: z.literal('by-hand') }),
]);
export type Target = z.infer<typeof Target>;

/**
 * Who deploys the framework: one organization for itself (`private`), or Genesys for everybody, at the framework's own page
 * (`public`) or at one that bears the name of a partner or a product (`partner`).
 */
export const Deployment = z.enum(['private', 'public', 'partner']);
export type Deployment = z.infer<typeof Deployment>;

/** A Client ID that a framework.js has for a region (its domain). */
const ClientIdInUse = z.object({ uri: z.string(), region: z.string(), clientId: z.string() });
export type ClientIdInUse = z.infer<typeof ClientIdInUse>;

/** Where the SCIM config file goes (rule S6). */
export const ScimTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file'), uri: z.string() }),
  z.object({ kind: z.literal('none') }),
]);
export type ScimTarget = z.infer<typeof ScimTarget>;

/** Every question a procedure may ask, answered as the person typed it: a check says what is wrong with it. */
export const Answers = z.object({
  /** The ID of the client of the org that is used as it is; null for a new one. */
  adopts: z.nullable(z.string()),
  /** The client that is changed; absent for a new one. */
  edits: z.optional(EditedClient),
  name: z.string(),
  description: z.string(),
  /** Seconds, as typed. */
  duration: z.string(),
  grantType: GrantType,
  /** Of the Embeddable Framework only; it decides about the redirect URIs (rules E1, E4). */
  deployment: z.optional(Deployment),
  /** The name of the page of a partner, as typed. */
  partnerPage: z.string(),
  /** Whether framework.js sets `dedicatedLoginWindow`, which asks for a second redirect URI (rule E4). */
  dedicatedLoginWindow: z.boolean(),
  /** Domains of the regions, besides the client's own, whose agents use the same framework.js (rule G11). */
  moreRegions: z.array(z.string()),
  /** One URI a line, as typed. */
  redirectUris: z.string(),
  scopes: z.array(z.string()),
  /** Of client credentials only (rules G12, G13, S4, S5). */
  roles: z.array(ChosenRole),
  /** A role that is made for the client, beside those that it is given; null once it was taken off again. */
  newRole: z.optional(z.nullable(NewRole)),
  /** Of a client that was copied from another org: roles, or their divisions, that are not in this one, by name. */
  withoutCounterpart: z.optional(z.array(z.object({ role: z.string(), division: z.optional(z.string()) }))),
  /** By name, one a line, for the admin page: nobody is signed in who could tell their IDs. */
  roleNames: z.string(),
  /** Likewise (rules G13, S5). */
  divisionNames: z.string(),
  /** The identity system that SCIM connects (rule S6). */
  provider: z.optional(z.enum(providerIds)),
  /** Whether the provider holds a token that is made here; only the person knows that of some. */
  holdsToken: z.boolean(),
  scimTarget: z.optional(ScimTarget),
  target: z.optional(Target),
  /** The Client IDs that may be replaced (rule E6: ask first); whatever else takes their place is asked about anew. */
  mayReplace: z.array(ClientIdInUse),
  /** The ID of the client that the person made on the admin page, as typed. */
  clientId: z.string(),
});
export type Answers = z.infer<typeof Answers>;

/** What the person has answered so far. What is absent follows the procedure's presets, even when those change. */
export const Draft = z.partial(
  z.extend(Answers, {
    /** What the application will call, as typed, without secrets. No answer: it helps to give some. */
    calls: z.string(),
  }),
);
export type Draft = z.infer<typeof Draft>;

/** The question a finding is about; `org` is the connection itself. */
export type Field = keyof Answers | 'org';
