import * as z from 'zod/mini';
import { PlatformError } from '../platform/errors.ts';
import { OAuthClient } from '../platform/oauthClients.ts';
import { Plan } from './plan.ts';

/** Why a client got no token, or its token opened nothing. */
export const ProofError = z.union([
  PlatformError,
  z.object({ kind: z.literal('login-refused'), code: z.string(), description: z.optional(z.string()) }),
  /** The keyring refused the token. */
  z.object({ kind: z.literal('not-kept'), reason: z.string() }),
  /** Nobody has the secret: its answer was lost. */
  z.object({ kind: z.literal('no-secret') }),
]);
export type ProofError = z.infer<typeof ProofError>;

/** Why Save stopped where it stopped. */
export const Failure = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cancelled') }),
  /** The org did not create the client: it said so, or it was looked for and is not there. */
  z.object({ kind: z.literal('not-created'), error: PlatformError }),
  /** The answer was lost, and the org could not be asked whether the client exists. */
  z.object({ kind: z.literal('perhaps-created'), error: PlatformError, lookup: PlatformError }),
  z.object({ kind: z.literal('secret-not-kept'), reason: z.string() }),
  /** The new client got no token, or the token opened nothing (rule S7). */
  z.object({ kind: z.literal('not-proven'), error: ProofError }),
  z.object({ kind: z.literal('token-not-made'), error: ProofError }),
  /** The SCIM config file cannot be changed safely. */
  z.object({
    kind: z.literal('scim-file-refused'),
    path: z.string(),
    reason: z.enum(['not-json', 'not-a-scim-config', 'several-connections']),
    line: z.number(),
  }),
  /** The client could not be taken back; it is still there. */
  z.object({ kind: z.literal('not-taken-back'), error: PlatformError }),
  /** framework.js is no longer what Review showed. */
  z.object({ kind: z.literal('file-changed'), path: z.string() }),
  z.object({ kind: z.literal('file-not-written'), path: z.string(), reason: z.string() }),
]);
export type Failure = z.infer<typeof Failure>;

/** What the org made of the client, compared with what was asked. */
export const ReadBack = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('as-asked') }),
  z.object({
    kind: z.literal('different'),
    durationSeconds: z.optional(z.object({ asked: z.number(), made: z.number() })),
    /** Fields of the client other than its duration. */
    fields: z.array(z.enum(['authorizedGrantType', 'registeredRedirectUri', 'scope', 'roleDivisions'])),
  }),
  /** The org did not let it be read. */
  z.object({ kind: z.literal('unread'), error: PlatformError }),
]);
export type ReadBack = z.infer<typeof ReadBack>;

const progress = {
  plan: Plan,
  /** How many steps of the plan are done; the next one is under way, or is the one that failed. */
  done: z.number(),
  client: z.optional(OAuthClient),
  /** Whether VS Code's secret storage holds the Client Secret. */
  hasSecret: z.boolean(),
  readBack: z.optional(ReadBack),
  /** VS Code's secret storage holds a token for the identity provider, until then (ISO 8601). */
  tokenEndsAt: z.optional(z.string()),
  /** A file was changed in an editor that had unsaved changes, so saving it is left to the person. */
  unsavedFile: z.boolean(),
};

/** Where Save stands. */
export const Run = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('running'), ...progress }),
  z.object({ kind: z.literal('stopped'), ...progress, failure: Failure }),
  z.object({ kind: z.literal('finished'), ...progress, client: OAuthClient }),
  /** The client was deleted again, at the person's wish. */
  z.object({ kind: z.literal('taken-back'), ...progress, client: OAuthClient }),
]);
export type Run = z.infer<typeof Run>;
