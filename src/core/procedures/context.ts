import * as z from 'zod/mini';
import { PlatformError } from '../platform/errors.ts';
import { OAuthScope } from '../platform/oauthScopes.ts';
import { Placement } from './placement.ts';

/** A fact that the org may have refused to tell; then the checks that need it stay away. */
export type Known<T> = { kind: 'known'; value: T } | { kind: 'unknown'; error: PlatformError };

function known<T extends z.ZodMiniType>(value: T) {
  return z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('known'), value }),
    z.object({ kind: z.literal('unknown'), error: PlatformError }),
  ]);
}

/** What is known of the org, and of the person who is signed in to it. */
export const Org = z.object({
  id: z.string(),
  name: z.string(),
  /** The domain that its hosts are named after, and the key in `clientIds`. */
  region: z.string(),
  /** What stands before `/api/v2/…` in the requests that Review shows. */
  apiUrl: z.string(),
  practice: z.boolean(),
  hipaa: z.boolean(),
  person: z.object({ id: z.string(), name: z.string(), permissions: z.array(z.string()) }),
  scopes: known(z.array(OAuthScope)),
  clients: known(z.array(z.object({ id: z.string(), name: z.string() }))),
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
  /** The line of the first `getAuthToken`, when there is one (rule E1). */
  getAuthTokenLine: z.optional(z.number()),
  /** What writing a Client ID for the org's region would do to it; absent until the region is known. */
  placement: z.optional(Placement),
});
export type FrameworkFile = z.infer<typeof FrameworkFile>;

export const Workspace = z.object({
  files: z.array(FrameworkFile),
  /** Where a new framework.js would go, one place per workspace folder that can be written to. */
  newFiles: z.array(z.object({ uri: z.string(), path: z.string() })),
});
export type Workspace = z.infer<typeof Workspace>;

/** Everything that answers are judged against. */
export const Context = z.object({
  org: z.optional(Org),
  workspace: Workspace,
  /** ISO date; what Genesys withdraws, it withdraws by date (rule G9). */
  today: z.string(),
});
export type Context = z.infer<typeof Context>;
