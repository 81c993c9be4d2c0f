import * as z from 'zod/mini';
import { MadeRole } from '../platform/authorization.ts';
import { clientOf } from '../platform/clientRecord.ts';
import { PlatformError } from '../platform/errors.ts';
import { OAuthClient } from '../platform/oauthClients.ts';
import { Answers, ProcedureId } from '../procedures/draft.ts';
import { createsClient, Plan } from '../procedures/plan.ts';
import { ChangedMeanwhile, ChangeMade, NotChanged, PerhapsChanged, Undoing } from './changeRun.ts';
import { Left, type Removal, ToldDeletion } from './deleteClient.ts';
import { RoleFailure } from './newRole.ts';

/** Where a client is, as it was known when it was saved. */
export const ClientPlace = z.object({
  /** Domain. */
  region: z.string(),
  practice: z.boolean(),
  /** What stands before `/api/v2/…`. */
  apiUrl: z.string(),
  /** What stands before `/oauth/…`. */
  loginUrl: z.string(),
  /** Absent for a client that the person made on the admin page. */
  org: z.optional(z.object({ id: z.string(), name: z.string() })),
});
export type ClientPlace = z.infer<typeof ClientPlace>;

/** What a client that a lost request made is told by from others that look the same. */
const Before = z.object({
  /** The IDs of the clients of that name that were there before. */
  namesakes: z.array(z.string()),
  /** Whose request it was; absent where the org did not say. */
  callerId: z.optional(z.string()),
});

/** What was saved, and where: its result is drawn from this, whoever is signed in by then. */
export const Saved = z.object({
  procedure: ProcedureId,
  answers: Answers,
  place: ClientPlace,
  before: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('known'), value: Before }),
    z.object({ kind: z.literal('unknown'), error: PlatformError }),
  ]),
});
export type Saved = z.infer<typeof Saved>;

/** Why a client got no token, or its token opened nothing. */
export const ProofError = z.union([
  PlatformError,
  z.object({ kind: z.literal('login-refused'), code: z.string(), description: z.optional(z.string()) }),
  /** The keyring refused the token, or did not give the secret for it. */
  z.object({ kind: z.literal('not-kept'), reason: z.string() }),
  /** Nobody has the secret: its answer was lost. */
  z.object({ kind: z.literal('no-secret') }),
]);
export type ProofError = z.infer<typeof ProofError>;

/** Why Save stopped where it stopped. */
export const Failure = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cancelled') }),
  /** VS Code was closed, or ended, before Save was through. */
  z.object({ kind: z.literal('interrupted'), client: z.enum(['there', 'not-certain']) }),
  /** VS Code could not note what was about to be sent, so nothing was. */
  z.object({ kind: z.literal('creation-not-noted'), reason: z.string() }),
  /** The same before the client was to be deleted; `left`: how it stands after the tries before. */
  z.object({ kind: z.literal('deletion-not-noted'), reason: z.string(), left: Left }),
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
  /** The client could not be taken back; it is still there, and nobody can use it where it was set to inactive. */
  z.object({
    kind: z.literal('not-taken-back'),
    error: PlatformError,
    left: Left,
  }),
  /** The person keeps it after all, and it was not set to active again, as far as anybody knows. */
  z.object({
    kind: z.literal('not-activated'),
    error: PlatformError,
    left: z._default(z.enum(['inactive', 'unknown']), 'inactive'),
  }),
  /** framework.js is no longer what Review showed. */
  z.object({ kind: z.literal('file-changed'), path: z.string() }),
  z.object({ kind: z.literal('file-not-written'), path: z.string(), reason: z.string() }),
  ...[ChangedMeanwhile, NotChanged, PerhapsChanged],
  RoleFailure,
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
  saved: Saved,
  plan: Plan,
  /** How many steps of the plan are done; the next one is under way, or is the one that failed. */
  done: z.number(),
  client: z.optional(OAuthClient),
  /** The role that was made for the client, as long as it is there. */
  role: z.optional(MadeRole),
  /** Whether VS Code's secret storage holds the Client Secret. */
  hasSecret: z.boolean(),
  readBack: z.optional(ReadBack),
  /** VS Code's secret storage holds a token for the identity provider, until then (ISO 8601). */
  tokenEndsAt: z.optional(z.string()),
  /** A file was changed in an editor that had unsaved changes, so saving it is left to the person. */
  unsavedFile: z.boolean(),
  /** What was made of a client that exists. */
  change: z.optional(ChangeMade),
};

/** Where Save stands. */
export const Run = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('running'),
    ...progress,
    /** The person cancelled; what is under way is followed to its end, for its answer comes only once. */
    cancelled: z.optional(z.boolean()),
  }),
  z.object({ kind: z.literal('stopped'), ...progress, failure: Failure }),
  z.object({
    kind: z.literal('finished'),
    ...progress,
    client: OAuthClient,
    /** The person cancelled when everything was done already, or could not be stopped any more. */
    cancelled: z.optional(z.boolean()),
    /** Absent until the person wants the change of a client undone. */
    undoing: z.optional(Undoing),
  }),
  /**
   * The client is being deleted again, at the person's wish, and then its role: the client may be there, inactive or gone.
   * Without one it is the role's turn.
   */
  z.object({ kind: z.literal('taking-back'), ...progress }),
  /**
   * What was made is deleted, or is being deleted by the org; what the org said of the client where somebody asked. Where
   * there is a role here, it was left.
   */
  z.object({ kind: z.literal('taken-back'), ...progress, deletion: z.optional(ToldDeletion) }),
]);
export type Run = z.infer<typeof Run>;
export type FinishedRun = Extract<Run, { kind: 'finished' }>;
export type StoppedRun = Extract<Run, { kind: 'stopped' }>;
export type TakenBackRun = Extract<Run, { kind: 'taken-back' }>;

/** What is known of a request that was under way when VS Code ended. */
export const ENDED_BEFORE_ANSWER: PlatformError = {
  kind: 'no-answer',
  reason: 'VS Code ended before the answer came.',
};

/** Whether it is about deleting the client, or keeping it after that failed; Save does not simply go on then. */
export function isOfTakingBack(
  failure: Failure,
): failure is Extract<Failure, { kind: 'not-taken-back' | 'deletion-not-noted' | 'not-activated' }> {
  return failure.kind === 'not-activated' || isOfDeletion(failure);
}

/** Whether deleting the client is what failed, and what is done again. */
export function isOfDeletion(
  failure: Failure,
): failure is Extract<Failure, { kind: 'not-taken-back' | 'deletion-not-noted' }> {
  return failure.kind === 'not-taken-back' || failure.kind === 'deletion-not-noted';
}

/** Whether a deletion that failed, perhaps an earlier one, may have left the client so that nobody can use it. */
export function mayBeInactive(failure: Failure): boolean {
  return leftBy(failure) !== 'as-it-was';
}

/** How a deletion that failed, or was to be undone, has left the client. */
export function leftBy(failure: Failure | undefined): Left {
  const isAboutIt = failure !== undefined && isOfTakingBack(failure);
  return isAboutIt ? failure.left : 'as-it-was';
}

/** The client of a run where it can be used: not one that may be inactive, or is being taken back, or was. */
export function usableClient(run: Run | null): OAuthClient | undefined {
  switch (run?.kind) {
    case 'running':
    case 'finished':
      return run.client;
    case 'stopped':
      return mayBeInactive(run.failure) ? undefined : run.client;
    case 'taking-back':
    case 'taken-back':
    case undefined:
      return undefined;
  }
}

/** The client that a run made, so that it is the run's to take back; undefined for one that was there before. */
export function madeClient({ plan, client }: Run): OAuthClient | undefined {
  return createsClient(plan) ? client : undefined;
}

type Progress = Pick<Run, 'plan' | 'done' | 'client' | 'hasSecret' | 'readBack' | 'tokenEndsAt'>;

/** A Save whose client is gone stands where it was before that was made. */
export function withoutClient<T extends Progress>(run: T): T {
  const done = run.plan.findIndex(({ kind }) => kind === 'create-client');
  return { ...run, done, client: undefined, hasSecret: false, readBack: undefined, tokenEndsAt: undefined };
}

/** A Save that was through, after its client was to be deleted; undefined where that has left the client as it was. */
export function removed(run: FinishedRun, removal: Removal): Run | undefined {
  const { cancelled: _, undoing: __, ...progress } = run;
  if (removal.kind !== 'not-deleted') {
    const client = removal.kind === 'waiting' ? clientOf(removal.record) : run.client;
    const deletion = ToldDeletion.parse(removal);
    return { ...progress, kind: 'taken-back', hasSecret: false, client, deletion };
  }
  const { error, left } = removal;
  return left === 'as-it-was'
    ? undefined
    : { ...progress, kind: 'stopped', failure: { kind: 'not-taken-back', error, left } };
}
