import * as z from 'zod/mini';
import { PlatformError } from '../platform/errors.ts';
import { OAuthClient } from '../platform/oauthClients.ts';
import { Plan } from './plan.ts';

/** Why Save stopped where it stopped. */
export const Failure = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cancelled') }),
  /** The org did not create the client: it said so, or it was looked for and is not there. */
  z.object({ kind: z.literal('not-created'), error: PlatformError }),
  /** The answer was lost, and the org could not be asked whether the client exists. */
  z.object({ kind: z.literal('perhaps-created'), error: PlatformError, lookup: PlatformError }),
  z.object({ kind: z.literal('secret-not-kept'), reason: z.string() }),
  /** framework.js is no longer what Review showed. */
  z.object({ kind: z.literal('file-changed'), path: z.string() }),
  z.object({ kind: z.literal('file-not-written'), path: z.string(), reason: z.string() }),
]);
export type Failure = z.infer<typeof Failure>;

const progress = {
  plan: Plan,
  /** How many steps of the plan are done; the next one is under way, or is the one that failed. */
  done: z.number(),
  client: z.optional(OAuthClient),
  /** Whether VS Code's secret storage holds the Client Secret. */
  hasSecret: z.boolean(),
  /** framework.js was changed in an editor that had unsaved changes, so saving it is left to the person. */
  unsavedFile: z.boolean(),
};

/** Where Save stands. */
export const Run = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('running'), ...progress }),
  z.object({ kind: z.literal('stopped'), ...progress, failure: Failure }),
  z.object({ kind: z.literal('finished'), ...progress, client: OAuthClient }),
]);
export type Run = z.infer<typeof Run>;
