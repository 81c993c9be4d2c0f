import * as z from 'zod/mini';
import { Run } from '../operations/run.ts';
import { PlatformError } from '../platform/errors.ts';
import { Context, clientRegion, orgOf } from '../procedures/context.ts';
import { Draft, ProcedureId } from '../procedures/draft.ts';
import { StepId } from '../procedures/step.ts';
import { Proof } from '../proof/proof.ts';
import { SignInFailure, SignInStage } from '../signIn/attempt.ts';
import { Way } from '../signIn/ways.ts';
import { NeedsState } from './needs/shown.ts';
import { PracticeGuide } from './practiceGuide.ts';

/** What is remembered of a draft, whether the person is at it or has left it for something else. */
const remembered = {
  step: StepId,
  draft: Draft,
  /** The account whose org the answers are for; another one is not taken up by itself. */
  account: z.optional(z.string()),
  /** The domain of the region whose client to sign in with is being prepared. */
  preparingRegion: z.optional(z.string()),
  /** The domain of the region on whose admin page the person makes the client; absent for a request of ours. */
  adminPageRegion: z.optional(z.string()),
  /** Pages the person tried to leave: from then on their errors are shown. */
  attempted: z.array(StepId),
};

/** A half-filled draft that the person left for something else; the first page offers it again. */
export const FormerDraft = z.object({
  id: z.number(),
  procedure: ProcedureId,
  ...remembered,
  /** When its answers were last changed (ISO 8601). */
  changedAt: z.string(),
});
export type FormerDraft = z.infer<typeof FormerDraft>;

/** What the wizard remembers across a tab switch, a window reload and a restart. Never a secret. */
export const Memory = z.object({
  /** Absent until the person has said what the client is for. */
  procedure: z.optional(ProcedureId),
  ...remembered,
  /** When the answers were last changed (ISO 8601); absent before the first one. */
  changedAt: z.optional(z.string()),
  /** The answers became a client, so they are no draft any more. */
  becameClient: z.optional(z.boolean()),
  /** The latest first. */
  formerDrafts: z.array(FormerDraft),
  /** Counts what the person did, so that a late echo never undoes what was typed or clicked since. */
  revision: z.number(),
});
export type Memory = z.infer<typeof Memory>;

export const NOTHING_REMEMBERED: Memory = {
  step: 'connect',
  draft: {},
  attempted: [],
  formerDrafts: [],
  revision: 0,
};

/** How far the connection to an org is; once connected, the org itself is in the context. */
export const Connecting = z.discriminatedUnion('kind', [
  /** With why the last try came to nothing, if it did. */
  z.object({ kind: z.literal('disconnected'), failure: z.optional(SignInFailure) }),
  SignInStage,
  /** The person makes the client to sign in with on the admin page of this region, and comes back with its ID. */
  z.object({ kind: z.literal('preparing-client'), region: z.string() }),
  /** The same of a try to sign in to another org, or once more. */
  z.object({ kind: z.literal('connected'), failure: z.optional(SignInFailure) }),
]);
export type Connecting = z.infer<typeof Connecting>;

/** The region (its domain) whose client to sign in with is being prepared on the page that is shown. */
export function regionPreparedHere({
  connecting,
  memory,
}: Pick<WizardState, 'connecting' | 'memory'>): string | undefined {
  return connecting.kind === 'preparing-client' && memory.step === 'connect' ? connecting.region : undefined;
}

/** Whether what is shown, or was saved, is of the practice org. */
export function isAtPracticeOrg({ run, context }: Pick<WizardState, 'run' | 'context'>): boolean {
  return (run === null ? orgOf(context)?.practice : run.saved.place.practice) === true;
}

/**
 * The region (its domain) whose admin page shows what the person is at, once it is known; `practice` for the practice
 * org, which has no such page.
 */
export function adminPageOf(
  state: Pick<WizardState, 'connecting' | 'memory' | 'run' | 'context'>,
): { readonly region: string } | 'practice' | undefined {
  const { run, context } = state;
  const preparing = regionPreparedHere(state);
  if (preparing === undefined && isAtPracticeOrg(state)) return 'practice';
  const region = preparing ?? run?.saved.place.region ?? clientRegion(context);
  return region === undefined ? undefined : { region };
}

/** What becomes of the SCIM Integration role after the person asked for it (rules S1 and S4). */
export const RoleChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('restoring') }),
  /** The one altered role, not those that are missing. */
  z.object({ kind: z.literal('restoring-altered') }),
  z.object({ kind: z.literal('granting') }),
  /** Granted, and waited for: an org takes some seconds to notice. */
  z.object({ kind: z.literal('waiting') }),
  z.object({ kind: z.literal('failed'), error: PlatformError }),
  /** The altered role is no longer what the person was shown, so it was left as it is. */
  z.object({ kind: z.literal('changed-meanwhile') }),
  /** Restored, but it is still not as shipped. */
  z.object({ kind: z.literal('still-altered') }),
  /** Granted, but not noticed in the time that was waited. */
  z.object({ kind: z.literal('not-visible'), seconds: z.number() }),
]);
export type RoleChange = z.infer<typeof RoleChange>;

/** Everything the page shows. It holds no truth of its own: it sends what the person did and shows what comes back. */
export const WizardState = z.object({
  memory: Memory,
  context: Context,
  connecting: Connecting,
  /** The ways to connect that work here, best first. */
  ways: z.array(Way),
  /** False when the keyring refused the sign-in, which then ends with this window. */
  outlastsWindow: z.boolean(),
  /** Null while nothing is done about the SCIM Integration role. */
  roleChange: z.nullable(RoleChange),
  /** Null until Save, and again once its result is of no more interest. */
  run: z.nullable(Run),
  /** Null while nobody has tried the login of the client that was made. */
  proof: z.nullable(Proof),
  /** The plan under Review is no longer what Save would do; Review was refreshed and wants another look. */
  planChanged: z.boolean(),
  /** Null unless the page about other clients is shown in the place of the one that the person is at. */
  guide: z.nullable(PracticeGuide),
  /** What the application needs for what it calls, as far as somebody has asked. */
  needs: NeedsState,
});
export type WizardState = z.infer<typeof WizardState>;

/** Parts of the state, as the page is told them one after the other: of the context, too, just what changed. */
export type ToldState = z.infer<typeof ToldState>;
export const ToldState = z.partial(z.extend(WizardState, { context: z.partial(Context) }));

/** What is known after another part was told. */
export function toldMore(told: ToldState, more: ToldState): ToldState {
  const context = more.context === undefined ? told.context : { ...told.context, ...more.context };
  return { ...told, ...more, ...(context !== undefined && { context }) };
}

/** The whole state, or undefined while parts of it were not told yet. */
export function wholeState(told: ToldState): WizardState | undefined {
  const { memory, connecting, ways, outlastsWindow, roleChange, run, proof, planChanged, guide, needs } =
    told;
  const context = wholeContext(told);
  if (!memory || !context || !connecting || !ways) return undefined;
  if (outlastsWindow === undefined || roleChange === undefined) return undefined;
  if (run === undefined || proof === undefined || planChanged === undefined) return undefined;
  if (guide === undefined || needs === undefined) return undefined;
  return {
    memory,
    context,
    connecting,
    ways,
    outlastsWindow,
    roleChange,
    run,
    proof,
    planChanged,
    guide,
    needs,
  };
}

function wholeContext({ context = {} }: ToldState): Context | undefined {
  const { destination, workspace, today } = context;
  if (!destination || !workspace || today === undefined) return undefined;
  return { ...context, destination, workspace, today };
}
