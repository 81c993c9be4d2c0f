import * as z from 'zod/mini';
import { PlatformError } from '../platform/errors.ts';
import { OAuthClient, OAuthScope } from '../platform/oauthClients.ts';
import { type OrgHosts, orgHosts } from '../platform/orgHosts.ts';
import { KnownConnection } from '../scim/configFile.ts';
import { Placement } from './placement.ts';

/** A fact that the org may have refused to tell; then the checks that need it stay away. */
export type Known<T> = { kind: 'known'; value: T } | { kind: 'unknown'; error: PlatformError };

/** The same for what takes longer than connecting, and may be used without while it is on its way. */
export type Loaded<T> = Known<T> | { kind: 'loading' };

function known<T extends z.ZodMiniType>(value: T) {
  return z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('known'), value }),
    z.object({ kind: z.literal('unknown'), error: PlatformError }),
  ]);
}

function loaded<T extends z.ZodMiniType>(value: T) {
  return z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('known'), value }),
    z.object({ kind: z.literal('unknown'), error: PlatformError }),
    z.object({ kind: z.literal('loading') }),
  ]);
}

/** A default role as Genesys Cloud ships it. */
const ShippedRole = z.object({
  name: z.string(),
  defaultRoleId: z.string(),
  permissions: z.array(z.string()),
});

/** A role of the org, with what it allows, each as clients/permissions.ts writes it. */
const OrgRole = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  isDefault: z.boolean(),
  permissions: z.array(z.string()),
  /** Of the default roles that may be SCIM Integration, and of no other (rule S4). */
  shipped: z.optional(known(ShippedRole)),
  /** The org marks it as no longer what is shipped, in its list of roles. */
  isMarkedAltered: z.optional(z.boolean()),
});
export type OrgRole = z.infer<typeof OrgRole>;

export const Division = z.object({ id: z.string(), name: z.string(), isHome: z.boolean() });
export type Division = z.infer<typeof Division>;

/** Roles and divisions, which only client credentials ask for (rules G12, G13, S1, S4, S5). */
export const Access = z.object({
  roles: loaded(z.array(OrgRole)),
  divisions: loaded(z.array(Division)),
  /** What the caller holds; `*` is every division. */
  held: loaded(z.array(z.object({ roleId: z.string(), roleName: z.string(), divisionId: z.string() }))),
});
export type Access = z.infer<typeof Access>;

/** Whom the org takes us for. */
export const Caller = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('user'),
    id: z.string(),
    name: z.string(),
    permissions: z.array(z.string()),
    roles: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
  /** Client credentials speak for a client: there is no user whose permissions could be looked at. */
  z.object({ kind: z.literal('client'), name: z.string() }),
  /** The org did not say, most likely because the token lacks the scope `user-basic-info`. */
  z.object({ kind: z.literal('unknown'), error: PlatformError }),
]);
export type Caller = z.infer<typeof Caller>;

/** What is known of the org, and of whoever is signed in to it. */
export const Org = z.object({
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
  caller: Caller,
  /** The scopes of the token; those of client credentials say nothing, because scopes do not apply to them. */
  tokenScopes: known(z.array(z.string())),
  /** When the token ends (ISO 8601), as far as the login host or the org said so. */
  tokenEndsAt: z.optional(z.string()),
  scopes: known(z.array(OAuthScope)),
  clients: known(z.array(OAuthClient)),
  access: Access,
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
