import type { MadeRole, RoleRequest } from '../platform/authorization.ts';
import { clientOf } from '../platform/clientRecord.ts';
import type { OAuthClient, OAuthClientRequest } from '../platform/oauthClients.ts';
import { withNewRole } from '../procedures/newRole.ts';
import { createsClient, type PlanStep, roleGivenTo } from '../procedures/plan.ts';
import { failureOfChange } from './changeRun.ts';
import type { EditOutcome } from './editClient.ts';
import type { Effects, MadeConnection, ScimFileResult } from './effects.ts';
import { type Execution, type ExecutionStart, lostIn, type Noted, type Report } from './execution.ts';
import type { RoleGiven } from './newRole.ts';
import { Once } from './once.ts';
import { compareClient, durationReadBack } from './readBack.ts';
import { type Failure, leftBy, withoutClient } from './run.ts';
import {
  cancelledBefore,
  failed,
  fileResult,
  givingResult,
  makingResult,
  type StepResult,
  withoutSecret,
} from './stepResult.ts';

type ChangeClientStep = Extract<PlanStep, { kind: 'change-client' }>;
type UseClientStep = Extract<PlanStep, { kind: 'use-client' }>;

/**
 * Carries out a plan and reports every change of state. The Client Secret never leaves this closure but through
 * `keepSecret`, and waits here when that fails, so that it can be tried again.
 */
export function startExecution(start: ExecutionStart, effects: Effects, report: Report): Execution {
  const { plan, saved } = start;
  let {
    done = 0,
    client,
    role,
    hasSecret = false,
    unsavedFile = false,
    readBack,
    tokenEndsAt,
    change,
  } = start;
  let secret: string | undefined;
  const once = new Once(lostIn(start));
  /** The step whose request is sent although something speaks against it, which the person knows. */
  let sentAnyway: PlanStep | undefined;
  /** How the tries to delete the client, or to keep it after all, have left it so far. */
  let left = leftBy(start.failure);

  async function proceed(signal: AbortSignal, { createAnyway } = { createAnyway: false }): Promise<void> {
    sentAnyway = createAnyway ? plan[done] : undefined;
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
        ? cancelledBefore(step, once.lostAnswer)
        : noted.ok
          ? await doStep(step, signal)
          : failed({ kind: 'creation-not-noted', reason: noted.reason });
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
   * A client, or its role, is made only when that is noted, so that a crash leaves something to go on from; a request that
   * was lost is noted already. Nothing else waits: a secret is to be kept, and a step that is done again does no harm.
   */
  async function untilSafe(step: PlanStep, noting: Promise<Noted>, signal: AbortSignal): Promise<Noted> {
    if ((step.kind !== 'create-client' && step.kind !== 'create-role') || step === sentAnyway)
      return { ok: true };
    const noted = await Promise.race([noting, aborted(signal)]);
    return once.lostAnswer === undefined ? noted : { ok: true };
  }

  async function takeBack({ deleteAnyway } = { deleteAnyway: false }): Promise<void> {
    if ((client === undefined && role === undefined) || !createsClient(plan)) return;
    // Noted before anything is sent, so that nobody goes on with a client that is inactive or gone.
    const noting = report({ kind: 'taking-back', ...progress() });
    const noted: Noted = deleteAnyway ? { ok: true } : await noting;
    if (!noted.ok) {
      const failure: Failure = { kind: 'deletion-not-noted', reason: noted.reason, left };
      void report({ kind: 'stopped', ...progress(), failure });
      return;
    }
    const gone = client;
    if (client !== undefined) {
      const deleted = await effects.deleteClient(client);
      if (!deleted.ok) {
        const { error } = deleted;
        left = deleted.left;
        void report({ kind: 'stopped', ...progress(), failure: { kind: 'not-taken-back', error, left } });
        return;
      }
      secret = undefined;
      hasSecret = false;
    }
    // Last, so that no client is ever without what it needs.
    if (role !== undefined && !(await takeRoleBack(role, gone))) return;
    void report({ kind: 'taken-back', ...progress(), client: gone });
  }

  async function takeRoleBack(made: MadeRole, gone: OAuthClient | undefined): Promise<boolean> {
    if (client !== undefined) {
      ({ done, client, hasSecret, readBack, tokenEndsAt } = withoutClient(progress()));
      void report({ kind: 'taking-back', ...progress() });
    }
    const deleted = await effects.deleteRole(made, [
      ...roleGivenTo(plan),
      ...(gone === undefined ? [] : [gone.id]),
    ]);
    if (deleted.ok) role = undefined;
    else {
      const failure: Failure = { kind: 'role-not-taken-back', error: deleted.error };
      void report({ kind: 'stopped', ...progress(), failure });
    }
    return deleted.ok;
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
    return { saved, plan, done, client, role, hasSecret, readBack, tokenEndsAt, unsavedFile, change };
  }

  async function doStep(step: PlanStep, signal: AbortSignal): Promise<StepResult> {
    if (step === sentAnyway) once.forget();
    switch (step.kind) {
      case 'create-role':
        return await createRoleOnce(step.body);
      case 'give-role':
        return roleGiven(await effects.giveRole(step, createdRole(), signal));
      case 'create-client':
        return await createOnce(withNewRole(step.body, role?.id));
      case 'change-client':
        return changed(step, await effects.changeClient(step));
      case 'use-client':
        client = { id: step.id, name: step.name, ...dateOf(step) };
        hasSecret = step.adopted?.hasSecret ?? false;
        return { ok: true };
      case 'keep-secret':
        return await keepSecret();
      case 'read-back': {
        const body = withNewRole(step.body, role?.id);
        readBack = compareClient({ ...step, body }, await effects.readClient(created().id));
        return { ok: true };
      }
      case 'prove': {
        const proof = await effects.prove(step, created().id);
        return proof.ok ? proof : failed({ kind: 'not-proven', error: proof.error });
      }
      case 'make-token': {
        const made = await effects.makeToken(created().id);
        if (!made.ok) return failed({ kind: 'token-not-made', error: made.error });
        tokenEndsAt = made.endsAt;
        return { ok: true };
      }
      case 'write-scim-file':
        return fileStep(step.path, await effects.writeScimFile(step, madeConnection()));
      case 'edit-framework-file':
        return fileStep(step.path, await effects.editFrameworkFile(step, created().id));
      case 'create-framework-file':
        return fileStep(step.path, await effects.createFrameworkFile(step, created().id));
    }
  }

  function changed({ before }: ChangeClientStep, outcome: EditOutcome): StepResult {
    if (outcome.kind !== 'changed') return failed(failureOfChange(before, outcome));
    const { before: was, sent, after, unexpected } = outcome;
    change = { before: was, sent, after, unexpected };
    client = clientOf(after);
    return { ok: true };
  }

  function created(): OAuthClient {
    if (client === undefined) throw new Error('A plan creates its client before anything needs it.');
    return client;
  }

  function createdRole(): MadeRole {
    if (role === undefined) throw new Error('A plan makes its role before anything needs it.');
    return role;
  }

  function roleGiven(given: RoleGiven): StepResult {
    return given.kind === 'role-gone' ? withoutRole() : givingResult(given);
  }

  /** Save stands where it was before the role was made, and whatever was asked for with that is of no account. */
  function withoutRole(): StepResult {
    role = undefined;
    done = plan.findIndex(({ kind }) => kind === 'create-role');
    once.forget();
    return failed({ kind: 'role-gone' });
  }

  async function createRoleOnce(request: RoleRequest): Promise<StepResult> {
    const making = await once.make(
      async () => await effects.createRole(request),
      async () => await effects.findCreatedRole(request),
    );
    return makingResult('role', making, (made) => {
      role = made;
    });
  }

  async function createOnce(request: OAuthClientRequest): Promise<StepResult> {
    const making = await once.make(
      async () => await effects.createClient(request),
      async () => withoutSecret(await effects.findCreatedClient(request)),
    );
    // Somebody may have deleted the role meanwhile, which is why no client can have it.
    if (making.kind === 'not-made' && role !== undefined && (await effects.isRoleThere(role)) === false)
      return withoutRole();
    return makingResult('client', making, (made) => {
      ({ client, secret } = made);
    });
  }

  /** A client that had to be looked for comes without its secret; there is nothing to keep then, or it was kept before. */
  async function keepSecret(): Promise<StepResult> {
    if (client === undefined) return { ok: true };
    if (secret === undefined) {
      hasSecret = await effects.hasSecret(client.id);
      return { ok: true };
    }
    const kept = await effects.keepSecret(client, secret);
    if (!kept.ok) return failed({ kind: 'secret-not-kept', reason: kept.reason });
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

  function fileStep(path: string, result: ScimFileResult): StepResult {
    unsavedFile ||= result.kind === 'written' && !result.saved;
    return fileResult(path, result);
  }

  function noteSecretKept(): void {
    hasSecret = true;
  }

  return { proceed, takeBack, keepAfterAll, undo, noteSecretKept, waitingSecret: () => secret };
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
