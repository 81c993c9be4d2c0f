import { mayHaveBeenCarriedOut } from '../platform/errors.ts';
import { createsClient, newRoleIn } from '../procedures/plan.ts';
import { ENDED_BEFORE_ANSWER, type Failure, isOfTakingBack, type Run, type StoppedRun } from './run.ts';

/** What became of a step of a plan. */
export type StepOutcome =
  | 'done'
  /** There was nothing to do: the secret was lost with the answer. */
  | 'nothing-to-keep'
  /** The org did not show the client, so nothing was compared. */
  | 'not-compared'
  | 'under-way'
  | 'failed'
  /** A request was sent, and nobody knows what came of it. */
  | 'not-certain'
  | 'not-started';

/** What became of the step of a run that stands at this index of its plan. */
export function stepOutcome(run: Run, index: number): StepOutcome {
  const step = run.plan[index];
  if (index > run.done || step === undefined) return 'not-started';
  if (index === run.done) {
    if (run.kind !== 'stopped') return 'under-way';
    if (run.failure.kind === 'cancelled' || run.failure.kind === 'role-not-taken-back') return 'not-started';
    return isCertain(run.failure) ? 'failed' : 'not-certain';
  }
  if (step.kind === 'keep-secret' && !run.hasSecret) return 'nothing-to-keep';
  return step.kind === 'read-back' && run.readBack?.kind === 'unread' ? 'not-compared' : 'done';
}

function isCertain(failure: Failure): boolean {
  switch (failure.kind) {
    case 'interrupted':
      return failure.client === 'there';
    case 'role-interrupted':
      return failure.role === 'there';
    case 'role-not-given':
      return !mayHaveBeenCarriedOut(failure.error);
    default:
      return !NOT_CERTAIN.has(failure.kind);
  }
}

const NOT_CERTAIN: ReadonlySet<Failure['kind']> = new Set([
  'perhaps-created',
  'perhaps-changed',
  'role-perhaps-created',
]);

/**
 * What is left to do of a run that was noted before VS Code was closed, or ended; undefined where nothing is: it was
 * through, or nothing had been sent.
 */
export function interrupted(run: Run): StoppedRun | undefined {
  if (run.kind === 'finished' || run.kind === 'taken-back') return undefined;
  if (run.client === undefined && !createsClient(run.plan)) return undefined;
  if (run.kind === 'taking-back') {
    const error = ENDED_BEFORE_ANSWER;
    const failure: Failure =
      run.client === undefined
        ? { kind: 'role-not-taken-back', error }
        : { kind: 'not-taken-back', error, left: 'unknown' };
    return { ...run, kind: 'stopped', failure };
  }
  if (run.kind === 'stopped') {
    if (!standsAnything(run) && isCertain(run.failure)) return undefined;
    if (isOfTakingBack(run.failure) || run.failure.kind === 'role-not-taken-back') return run;
  }
  const { cancelled: _, ...progress } = { cancelled: undefined, ...run };
  return { ...progress, kind: 'stopped', failure: interruption(run) };
}

/** What VS Code's end has come between. */
function interruption(run: Extract<Run, { kind: 'running' | 'stopped' }>): Failure {
  const { client, role, plan, done } = run;
  if (client !== undefined) return { kind: 'interrupted', client: 'there' };
  const isCertainNow = run.kind === 'stopped' && isCertain(run.failure);
  if (newRoleIn(plan) === undefined || (plan[done]?.kind === 'create-client' && !isCertainNow))
    return { kind: 'interrupted', client: 'not-certain' };
  return { kind: 'role-interrupted', role: role === undefined ? 'not-certain' : 'there' };
}

/** Whether there is something that Save has made, or used. */
function standsAnything({ client, role }: Run): boolean {
  return client !== undefined || role !== undefined;
}
