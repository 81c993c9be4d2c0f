import * as z from 'zod/mini';
import { PlatformError } from '../platform/errors.ts';
import { OAuthClient, OAuthScope } from '../platform/oauthClients.ts';
import { type OrgHosts, orgHosts } from '../platform/orgHosts.ts';
import { KnownConnection } from '../scim/configFile.ts';
import { excerpt, known, loaded } from './known.ts';
import { Placement } from './placement.ts';
import { SecretTarget } from './secretTarget.ts';

/** Whether a SCIM client may have a role alone (rule S4). */
const ScimFit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fits') }),
  /** SCIM Integration itself, no longer as shipped: what somebody added, and what was taken away. */
  z.object({ kind: z.literal('altered'), added: z.array(z.string()), taken: z.array(z.string()) }),
  z.object({ kind: z.literal('other') }),
  /** The org does not tell. `isLikely`: it is that role by all that is known. */
  z.object({ kind: z.literal('unchecked'), isLikely: z.boolean() }),
]);
export type ScimFit = z.infer<typeof ScimFit>;

/** A role as it is listed, without what it allows. */
export const ListedRole = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  scimFit: ScimFit,
});
export type ListedRole = z.infer<typeof ListedRole>;

export const Division = z.object({ id: z.string(), name: z.string(), isHome: z.boolean() });
export type Division = z.infer<typeof Division>;

const NamedRole = z.object({ id: z.string(), name: z.string() });

/** How the role is shipped was not told: whether the org marks it as altered, and why it could not be read. */
const ScimRoleDoubt = z.object({ isMarkedAltered: z.boolean(), error: z.optional(PlatformError) });
export type ScimRoleDoubt = z.infer<typeof ScimRoleDoubt>;

/** What stands between whoever is signed in and a SCIM client (rules S1 and S4). */
const ScimRoleStanding = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('held'),
    roles: z.array(NamedRole),
    /** Absent where it is certain that the roles are right. */
    doubt: z.optional(ScimRoleDoubt),
  }),
  /** The org has the role, but whoever is signed in does not hold it. */
  z.object({ kind: z.literal('not-held'), role: NamedRole }),
  /** The role is no longer as shipped: with it, tokens end after a day. */
  z.object({
    kind: z.literal('altered'),
    role: NamedRole,
    added: z.array(z.string()),
    taken: z.array(z.string()),
  }),
  /** The org lacks the role; it can be restored. */
  z.object({ kind: z.literal('missing') }),
  /** Not known yet, or the org does not tell. */
  z.object({ kind: z.literal('unclear') }),
]);
export type ScimRoleStanding = z.infer<typeof ScimRoleStanding>;

/** Roles and divisions, which only client credentials ask for (rules G12, G13, S1, S4, S5). */
export const Access = z.object({
  roles: loaded(excerpt(ListedRole)),
  /** The Home division is always among the entries. */
  divisions: loaded(excerpt(Division)),
  /** The roles that the caller holds, wherever. */
  held: loaded(excerpt(NamedRole)),
  scimRole: ScimRoleStanding,
});
export type Access = z.infer<typeof Access>;

/** What a person must be allowed for something that the wizard does (rules G1, S1, S4). */
export const Permission = z.enum([
  'oauth:client:add',
  'oauth:client:edit',
  'authorization:role:add',
  'authorization:role:edit',
  'authorization:role:delete',
  'authorization:grant:add',
]);
export type Permission = z.infer<typeof Permission>;

/** Whom the org takes us for. */
export const Caller = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('user'),
    id: z.string(),
    name: z.string(),
    /** Of all that they have, those that are asked about. */
    permissions: z.array(Permission),
    roles: z.array(NamedRole),
  }),
  /** Client credentials speak for a client: there is no user whose permissions could be looked at. */
  z.object({ kind: z.literal('client'), name: z.string() }),
  /** The org did not say, most likely because the token lacks the scope `user-basic-info`. */
  z.object({ kind: z.literal('unknown'), error: PlatformError }),
]);
export type Caller = z.infer<typeof Caller>;

/**
 * Settings of the org that break a client that is right (Genesys facts 12). Each is absent where it is off, and where the
 * org does not tell: what nobody may read is no reason to warn.
 */
const OrgSettings = z.object({
  /** The sites that may embed Genesys Cloud, while they are limited. */
  embeddingSites: z.optional(z.array(z.string())),
  inactivitySeconds: z.optional(z.number()),
  /** The networks (CIDR) that the org takes calls from. */
  networks: z.optional(z.array(z.string())),
  /** It has authorized clients, or was asked to. */
  authorizesClients: z.optional(z.boolean()),
});
export type OrgSettings = z.infer<typeof OrgSettings>;

/** What is known of the org itself, and of whoever is signed in to it. */
const OrgFacts = z.object({
  id: z.string(),
  name: z.string(),
  /** The domain that its hosts are named after, and the key in `clientIds`. */
  region: z.string(),
  /** What stands before `/api/v2/…` in the requests that Review shows. */
  apiUrl: z.string(),
  /** What stands before `/oauth/…`, for whoever gets tokens with the new client. */
  loginUrl: z.string(),
  practice: z.boolean(),
  /** Undefined when the org did not say (rule G5). */
  hipaa: z.optional(z.boolean()),
  settings: z.optional(OrgSettings),
  caller: Caller,
  /** The scopes of the token; those of client credentials say nothing, because scopes do not apply to them. */
  tokenScopes: known(z.array(z.string())),
  /** The ID of the client that the token was made with; absent where the org did not say. */
  signedInWith: z.optional(z.string()),
  /** When the token ends (ISO 8601), as far as the login host or the org said so. */
  tokenEndsAt: z.optional(z.string()),
  scopes: known(z.array(OAuthScope)),
});
export type OrgFacts = z.infer<typeof OrgFacts>;

/** The same with an excerpt of its lists: all that answers are judged against. */
const Org = z.extend(OrgFacts, {
  /** The adopted client, and those of the name that is answered. */
  clients: known(excerpt(OAuthClient)),
  access: Access,
  /** Counts how often the lists were read or changed: rows that were listed before are asked for again. */
  listsRead: z.int(),
});
export type Org = z.infer<typeof Org>;

/** A boolean setting of framework.js, and the line that says so. */
const FileSetting = z.object({
  kind: z.enum(['on', 'off', 'dynamic', 'absent']),
  line: z.optional(z.number()),
});

/** One framework.js of the workspace, reduced to what the procedure asks about it. */
export const FrameworkFile = z.object({
  uri: z.string(),
  /** Path as shown, relative to the workspace. */
  path: z.string(),
  /** Below dist, build or out: written by a build, so the source is the place to edit. */
  builtCopy: z.boolean(),
  dedicatedLoginWindow: FileSetting,
  usePKCEAuthFlow: FileSetting,
  /** The domains that it has in `clientIds`, as far as its text tells. */
  regions: z.array(z.string()),
  /** The Client IDs there, each with its region and the line of that; absent where there is none. */
  clients: z.optional(z.array(z.object({ region: z.string(), clientId: z.string(), line: z.number() }))),
  /** The line of the first `getAuthToken`, when there is one (rule E1). */
  getAuthTokenLine: z.optional(z.number()),
  /** What writing a Client ID for the regions in force would do to it; absent until they are known. */
  placement: z.optional(Placement),
});
export type FrameworkFile = z.infer<typeof FrameworkFile>;

export const Workspace = z.object({
  files: z.array(FrameworkFile),
  /** Where a new framework.js would go, one place per workspace folder that can be written to. */
  newFiles: z.array(z.object({ uri: z.string(), path: z.string() })),
  /** The SCIM config files, and where one would go in each workspace folder that can be written to. */
  scimFiles: z.array(
    z.object({
      uri: z.string(),
      path: z.string(),
      exists: z.boolean(),
      /** What is in it, as far as it is known. */
      connections: z.array(KnownConnection),
    }),
  ),
});
export type Workspace = z.infer<typeof Workspace>;

/** A workspace without a file that a procedure asks about. */
export const NO_FILES: Workspace = { files: [], newFiles: [], scimFiles: [] };

/** Where the client is made: in an org by a request of ours, or by the person on the admin page of a region. */
export const Destination = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('undecided') }),
  z.object({ kind: z.literal('org'), org: Org }),
  z.object({ kind: z.literal('admin-page'), region: z.string() }),
]);
export type Destination = z.infer<typeof Destination>;

/** Everything that answers are judged against. */
export const Context = z.object({
  destination: Destination,
  workspace: Workspace,
  /** The ID of the client that a draft adopts, when VS Code's secret storage keeps its secret. */
  keptSecretOf: z.optional(z.string()),
  /** Where the secret of a new client goes; absent where VS Code's secret storage keeps it. */
  secretTarget: z.optional(SecretTarget),
  /** ISO date; what Genesys withdraws, it withdraws by date (rule G9). */
  today: z.string(),
});
export type Context = z.infer<typeof Context>;

/** The org that the client is made in, or undefined when we are not connected to one. */
export function orgOf({ destination }: Pick<Context, 'destination'>): Org | undefined {
  return destination.kind === 'org' ? destination.org : undefined;
}

/** The region that the client is made in, or undefined while that is undecided. */
export function clientRegion({ destination }: Pick<Context, 'destination'>): string | undefined {
  switch (destination.kind) {
    case 'undecided':
      return undefined;
    case 'org':
      return destination.org.region;
    case 'admin-page':
      return destination.region;
  }
}

/** The hosts that the client is used at: those of the org, or of the region on whose admin page it is made. */
export function clientHosts({ destination }: Pick<Context, 'destination'>): OrgHosts | undefined {
  switch (destination.kind) {
    case 'undecided':
      return undefined;
    case 'org':
      return destination.org;
    case 'admin-page':
      return orgHosts(destination.region);
  }
}
