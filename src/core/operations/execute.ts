import { clientOf } from '../platform/clientRecord.ts';
import { mayHaveBeenCarriedOut, type PlatformError } from '../platform/errors.ts';
import type { OAuthClient, OAuthClientRequest } from '../platform/oauthClients.ts';
import { createsClient, type Plan, type PlanStep } from '../procedures/plan.ts';
import { failureOfChange } from './changeRun.ts';
import type { EditOutcome } from './editClient.ts';
import type { Effects, FileResult, MadeConnection, ScimFileResult } from './effects.ts';
import { compareClient, durationReadBack } from './readBack.ts';
import { ENDED_BEFORE_ANSWER, type Failure, leftBy, type Run, type Saved } from './run.ts';

type ChangeClientStep = Extract<PlanStep, { kind: 'change-client' }>;
type UseClientStep = Extract<PlanStep, { kind: 'use-client' }>;

export type Execution = {
  /**
   * Does the steps that are not done yet, in order, until all are done or one fails. May be called again after it
   * stopped: it goes on at the step that failed and never creates a second client. `createAnyway` says that the
   * person knows a former request may have created the client, or that this one cannot be noted, and wants it sent.
   */
  proceed(signal: AbortSignal, options?: { createAnyway: boolean }): Promise<void>;
  /**
   * Deletes the client that was created, instead of going on. Does nothing when none was. `deleteAnyway` says that the
   * person knows that this cannot be noted.
   */
  takeBack(options?: { deleteAnyway: boolean }): Promise<void>;
  /** After that failed half-way: keeps the client, makes it active again where it is not, and goes on. */
  keepAfterAll(signal: AbortSignal): Promise<void>;
  /** Gives the client that was changed back what it was. Does nothing before it is, or while that is under way. */
  undo(): Promise<void>;
  /** Takes note that another secret was made for the client, in the place of one that was lost, and is kept. */
  noteSecretKept(): void;
  /** The secret that nothing has kept yet, so that the person can at least take it to the clipboard. */
  waitingSecret(): string | undefined;
};

/** What is to be carried out, and how far that came before, if it was begun in another window or before a restart. */
export type ExecutionStart = { plan: Plan; saved: Saved } & Partial<
  Pick<Run, 'done' | 'client' | 'hasSecret' | 'unsavedFile' | 'readBack' | 'tokenEndsAt' | 'change'>
> & { failure?: Failure };

/** Whether what is reported outlives a crash. */
export type Noted = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** Takes every change of state, at once; resolves when it is noted, or cannot be. Never rejects. */
export type Report = (run: Run) => Promise<Noted>;

type StepResult = { ok: true } | { ok: false; failure: Failure };

/**
 * Carries out a plan and reports every change of state. The Client Secret never leaves this closure but through
 * `keepSecret`, and waits here when that fails, so that it can be tried again.
 */
export function startExecution(start: ExecutionStart, effects: Effects, report: Report): Execution {
  const { plan, saved } = start;
  let { done = 0, client, hasSecret = false, unsavedFile = false, readBack, tokenEndsAt, change } = start;
  let secret: string | undefined;
  let lostAnswer = lostIn(start);
  let sendsAnyway = false;
  /** How the tries to delete the client, or to keep it after all, have left it so far. */
  let left = leftBy(start.failure);

  async function proceed(signal: AbortSignal, { createAnyway } = { createAnyway: false }): Promise<void> {
    sendsAnyway = createAnyway;
    const tellCancelled = () => void report({ kind: 'running', ...progress(), cancelled: true });
    signal.addEventListener('abort', tellCancelled);
    try {
      await goOn(signal);
    } finally {
      signal.removeEventListener('abort', tellCancelled);
    }
  }

  async function goOn(signal: AbortSignal): Promise<void> {
    for (let step = plan[done]; step !== undefined; step = plan[done]) {
      const noted = await untilSafe(step, report({ kind: 'running', ...progress() }), signal);
      // A secret comes only once, so cancelling never comes between a client and the keeping of its secret.
      const isCancelled = signal.aborted && step.kind !== 'keep-secret';
      const result: StepResult = isCancelled
        ? { ok: false, failure: whenCancelled() }
        : noted.ok
          ? await doStep(step)
          : { ok: false, failure: { kind: 'creation-not-noted', reason: noted.reason } };
      if (!result.ok) {
        void report({ kind: 'stopped', ...progress(), failure: result.failure });
        return;
      }
      done += 1;
    }
    if (client !== undefined)
      void report({ kind: 'finished', ...progress(), client, ...(signal.aborted && { cancelled: true }) });
  }

  /**
   * A client is made only when that is noted, so that a crash leaves something to go on from; a request that was lost is
   * noted already. Nothing else waits: a secret is to be kept, and a step that is done again does no harm.
   */
  async function untilSafe(step: PlanStep, noting: Promise<Noted>, signal: AbortSignal): Promise<Noted> {
    if (step.kind !== 'create-client' || sendsAnyway) return { ok: true };
    const noted = await Promise.race([noting, aborted(signal)]);
    return lostAnswer === undefined ? noted : { ok: true };
  }

  /** Nothing was looked for: what became of a lost request is as uncertain as before. */
  function whenCancelled(): Failure {
    return client === undefined && lostAnswer !== undefined
      ? { kind: 'perhaps-created', error: lostAnswer, lookup: { kind: 'cancelled' } }
      : { kind: 'cancelled' };
  }

  async function takeBack({ deleteAnyway } = { deleteAnyway: false }): Promise<void> {
    if (client === undefined || !createsClient(plan)) return;
    // Noted before anything is sent, so that nobody goes on with a client that is inactive or gone.
    const noting = report({ kind: 'taking-back', ...progress(), client });
    const noted: Noted = deleteAnyway ? { ok: true } : await noting;
    if (!noted.ok) {
      const failure: Failure = { kind: 'deletion-not-noted', reason: noted.reason, left };
      void report({ kind: 'stopped', ...progress(), failure });
      return;
    }
    const deleted = await effects.deleteClient(client);
    if (!deleted.ok) {
      const { error } = deleted;
      left = deleted.left;
      void report({ kind: 'stopped', ...progress(), failure: { kind: 'not-taken-back', error, left } });
      return;
    }
    secret = undefined;
    hasSecret = false;
    void report({ kind: 'taken-back', ...progress(), client });
  }

  async function keepAfterAll(signal: AbortSignal): Promise<void> {
    if (client === undefined) return;
    if (left !== 'as-it-was') {
      const activated = await effects.restoreClient(client);
      if (!activated.ok) {
        if (activated.left !== 'as-it-was') left = activated.left;
        const failure: Failure = { kind: 'not-activated', error: activated.error, left };
        void report({ kind: 'stopped', ...progress(), failure });
        return;
      }
      left = 'as-it-was';
    }
    await proceed(signal);
  }

  async function undo(): Promise<void> {
    if (change === undefined || client === undefined) return;
    void report({ kind: 'finished', ...progress(), client, undoing: { kind: 'under-way' } });
    const undoing = await effects.undoChange(change);
    if (undoing.kind === 'undone') client = clientOf(undoing.record);
    void report({ kind: 'finished', ...progress(), client, undoing });
  }

  function progress() {
    return { saved, plan, done, client, hasSecret, readBack, tokenEndsAt, unsavedFile, change };
  }

  async function doStep(step: PlanStep): Promise<StepResult> {
    switch (step.kind) {
      case 'create-client':
        return await createOnce(step.body);
      case 'change-client':
        return changed(step, await effects.changeClient(step));
      case 'use-client':
        client = { id: step.id, name: step.name, ...dateOf(step) };
        hasSecret = step.adopted?.hasSecret ?? false;
        return { ok: true };
      case 'keep-secret':
        return await keepSecret();
      case 'read-back': {
        readBack = compareClient(step, await effects.readClient(created().id));
        return { ok: true };
      }
      case 'prove': {
        const proof = await effects.prove(step, created().id);
        return proof.ok ? proof : { ok: false, failure: { kind: 'not-proven', error: proof.error } };
      }
      case 'make-token': {
        const made = await effects.makeToken(created().id);
        if (!made.ok) return { ok: false, failure: { kind: 'token-not-made', error: made.error } };
        tokenEndsAt = made.endsAt;
        return { ok: true };
      }
      case 'write-scim-file':
        return scimFileStep(step.path, await effects.writeScimFile(step, madeConnection()));
      case 'edit-framework-file':
        return fileStep(step.path, await effects.editFrameworkFile(step, created().id));
      case 'create-framework-file':
        return fileStep(step.path, await effects.createFrameworkFile(step, created().id));
    }
  }

  function changed({ before }: ChangeClientStep, outcome: EditOutcome): StepResult {
    if (outcome.kind !== 'changed') return { ok: false, failure: failureOfChange(before, outcome) };
    const { before: was, sent, after, unexpected } = outcome;
    change = { before: was, sent, after, unexpected };
    client = clientOf(after);
    return { ok: true };
  }

  function created(): OAuthClient {
    if (client === undefined) throw new Error('A plan creates its client before anything needs it.');
    return client;
  }

  /** A request whose answer was lost may have been carried out: look before saying so, and before sending again. */
  async function createOnce(request: OAuthClientRequest): Promise<StepResult> {
    if (sendsAnyway) lostAnswer = undefined;
    if (lostAnswer !== undefined) {
      const lookedUp = await adoptCreated(request, lostAnswer);
      if (lookedUp.ok || lookedUp.failure.kind === 'perhaps-created') return lookedUp;
    }
    const answer = await effects.createClient(request);
    if (answer.ok) {
      ({ client, secret } = answer.value);
      return { ok: true };
    }
    if (!mayHaveBeenCarriedOut(answer.error)) {
      return { ok: false, failure: { kind: 'not-created', error: answer.error } };
    }
    lostAnswer = answer.error;
    return await adoptCreated(request, answer.error);
  }

  async function adoptCreated(request: OAuthClientRequest, error: PlatformError): Promise<StepResult> {
    const found = await effects.findCreatedClient(request);
    if (!found.ok) return { ok: false, failure: { kind: 'perhaps-created', error, lookup: found.error } };
    if (found.value === undefined) return { ok: false, failure: { kind: 'not-created', error } };
    client = found.value;
    return { ok: true };
  }

  /** A client that had to be looked for comes without its secret; there is nothing to keep then, or it was kept before. */
  async function keepSecret(): Promise<StepResult> {
    if (client === undefined) return { ok: true };
    if (secret === undefined) {
      hasSecret = await effects.hasSecret(client.id);
      return { ok: true };
    }
    const kept = await effects.keepSecret(client, secret);
    if (!kept.ok) return { ok: false, failure: { kind: 'secret-not-kept', reason: kept.reason } };
    hasSecret = true;
    secret = undefined;
    return { ok: true };
  }

  function madeConnection(): MadeConnection {
    const { id, dateCreated, accessTokenValiditySeconds } = created();
    const createdAt = dateCreated ?? new Date().toISOString();
    const tokenDurationSeconds = durationReadBack(plan, readBack) ?? accessTokenValiditySeconds;
    return { clientId: id, createdAt, tokenEndsAt, tokenDurationSeconds };
  }

  function scimFileStep(path: string, result: ScimFileResult): StepResult {
    if (result.kind !== 'refused') return fileStep(path, result);
    const { reason, line } = result;
    return { ok: false, failure: { kind: 'scim-file-refused', path, reason, line } };
  }

  function fileStep(path: string, result: FileResult): StepResult {
    switch (result.kind) {
      case 'written':
        unsavedFile ||= !result.saved;
        return { ok: true };
      case 'changed-meanwhile':
        return { ok: false, failure: { kind: 'file-changed', path } };
      case 'failed':
        return { ok: false, failure: { kind: 'file-not-written', path, reason: result.reason } };
    }
  }

  function noteSecretKept(): void {
    hasSecret = true;
  }

  return { proceed, takeBack, keepAfterAll, undo, noteSecretKept, waitingSecret: () => secret };
}

/** A request that was noted, and whose answer never came. */
function lostIn({ plan, done, client }: ExecutionStart): PlatformError | undefined {
  const mayBeSent = done !== undefined && client === undefined && plan[done]?.kind === 'create-client';
  return mayBeSent ? ENDED_BEFORE_ANSWER : undefined;
}

/** Resolves when somebody cancels, and never where nobody does. */
async function aborted(signal: AbortSignal): Promise<Noted> {
  if (!signal.aborted)
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  return { ok: true };
}

/** When an adopted client was created, as far as the org said so. */
function dateOf({ adopted }: UseClientStep): Pick<OAuthClient, 'dateCreated'> {
  return adopted?.dateCreated === undefined ? {} : { dateCreated: adopted.dateCreated };
}
