import { setTimeout } from 'node:timers/promises';
import type { Connected } from '../../core/operations/changeClient.ts';
import { startExecution } from '../../core/operations/execute.ts';
import type { Run, Saved } from '../../core/operations/run.ts';
import { type SecretKeeper, saveEffects } from '../../core/operations/saveEffects.ts';
import type { Plan } from '../../core/procedures/plan.ts';
import type { OpenOrg } from '../orgs/openOrg.ts';
import { planFiles } from './planFiles.ts';

/** What is carried out, and with what. */
type Work = {
  readonly plan: Plan;
  readonly saved: Saved;
  readonly secrets: SecretKeeper;
  /** The folder that files of the plan may not leave by a link. */
  readonly cwd: string;
  /** BCP 47 tag. */
  readonly language: string;
  readonly now: () => Date;
  /** Told of each step that begins. */
  readonly progress: (run: Run) => void;
};

/**
 * Does what a plan says, until all is done or one step fails; cancelled by the signal, what is under way is followed to its
 * end. A crash leaves no note here: whoever starts the process sees that it ended, and looks.
 */
export async function carryOut(
  { connection }: OpenOrg,
  { plan, saved, secrets, cwd, language, now, progress }: Work,
  signal: AbortSignal,
): Promise<Extract<Run, { kind: 'finished' | 'stopped' }>> {
  let last: Run | undefined;
  const wait = async (milliseconds: number) => await setTimeout(milliseconds);
  const connected: Connected = async (call) => await call(connection);
  const effects = saveEffects({ saved, connected, secrets, files: planFiles(cwd), language, now, wait });
  const execution = startExecution({ plan, saved }, effects, async (run) => {
    last = run;
    progress(run);
    return { ok: true };
  });
  await execution.proceed(signal);
  if (last?.kind === 'finished' || last?.kind === 'stopped') return last;
  throw new Error('A plan that is carried out ends.');
}
