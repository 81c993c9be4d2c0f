import * as z from 'zod/mini';
import { PlatformError } from '../platform/errors.ts';
import { Context } from '../procedures/context.ts';
import { Draft, ProcedureId } from '../procedures/draft.ts';
import { Run } from '../procedures/run.ts';
import { StepId } from '../procedures/step.ts';

/** What the wizard remembers across a tab switch, a window reload and a restart. Never a secret. */
export const Memory = z.object({
  /** Absent until the person has said what the client is for. */
  procedure: z.optional(ProcedureId),
  step: StepId,
  draft: Draft,
  /** Pages the person tried to leave: from then on their errors are shown. */
  attempted: z.array(StepId),
  /** Counts what the person did, so that a late echo never undoes what was typed or clicked since. */
  revision: z.number(),
});
export type Memory = z.infer<typeof Memory>;

export const NOTHING_REMEMBERED: Memory = { step: 'connect', draft: {}, attempted: [], revision: 0 };

/** Why nobody is signed in, after a try. */
export const ConnectFailure = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('practice-org-not-started'), reason: z.string() }),
  z.object({ kind: z.literal('sign-in-refused'), reason: z.string() }),
  z.object({ kind: z.literal('org-not-loaded'), error: PlatformError }),
]);
export type ConnectFailure = z.infer<typeof ConnectFailure>;

/** How far the connection to an org is; once connected, the org itself is in the context. */
export const Connecting = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('disconnected'), failure: z.optional(ConnectFailure) }),
  z.object({ kind: z.literal('starting-practice-org') }),
  z.object({ kind: z.literal('signing-in') }),
  z.object({ kind: z.literal('loading-org') }),
  z.object({ kind: z.literal('connected') }),
]);
export type Connecting = z.infer<typeof Connecting>;

/** Everything the page shows. It holds no truth of its own: it sends what the person did and shows what comes back. */
export const WizardState = z.object({
  memory: Memory,
  context: Context,
  connecting: Connecting,
  /** Null until Save, and again once its result is of no more interest. */
  run: z.nullable(Run),
  /** The plan under Review is no longer what Save would do; Review was refreshed and wants another look. */
  planChanged: z.boolean(),
});
export type WizardState = z.infer<typeof WizardState>;
