import * as l10n from '@vscode/l10n';
import type { Run } from '../../core/operations/run.ts';
import type { Plan } from '../../core/procedures/plan.ts';
import { reasonOf } from '../../core/reason.ts';
import { planStepTitle } from '../../core/texts/planSteps.ts';
import { adviceOn, errorDetails } from '../../core/texts/platformErrors.ts';
import { type Asked, has } from '../commandLine.ts';
import { EXIT, type ExitCode, tell } from '../io.ts';
import type { OpenOrg } from '../orgs/openOrg.ts';
import { diskText } from '../reading.ts';
import { fieldText } from '../requests/fault.ts';
import { fieldOf } from '../requests/fieldOf.ts';
import { statusOn } from '../status.ts';
import { carryOut } from './carryOut.ts';
import { endText, extentOf } from './endText.ts';
import { type HandOver, handingOver } from './handOver.ts';
import type { Preparation, Prepared } from './prepare.ts';
import { placed, type Read } from './request.ts';
import { SecretFile } from './secretFile.ts';
import { secretRefusal } from './secretRefusal.ts';
import type { NothingDone, Telling, ToldFinding } from './telling.ts';

/** What a request is judged and carried out with. */
export type Work = {
  readonly asked: Asked;
  readonly open: OpenOrg;
  readonly telling: Telling;
  readonly read: Read<unknown>;
  /** Somebody said that it is to be done. */
  readonly isAgreed: boolean;
  /** Whether a plan makes a secret that nobody has said the place of. */
  readonly lacksTarget: (plan: Plan) => boolean;
  /** The file that the secret goes into; undefined where there is none. */
  readonly secretPath: string | undefined;
  readonly signal: AbortSignal;
};

/** Tells what a request comes to, and carries it out where that is agreed and nothing stands in its way. */
export async function judge(preparation: Preparation, work: Work): Promise<ExitCode> {
  const { telling, read } = work;
  switch (preparation.kind) {
    case 'unread': {
      const { why, next } = adviceOn(preparation.error);
      const what = l10n.t('The client could not be read.');
      telling.stopped([what, why, next], errorDetails(preparation.error), EXIT.notChecked);
      return EXIT.notChecked;
    }
    case 'unknown-names':
      telling.faults(placed(read, preparation.faults), EXIT.failed);
      return EXIT.failed;
    case 'prepared':
      return await decide(preparation.prepared, work);
  }
}

async function decide(prepared: Prepared, work: Work): Promise<ExitCode> {
  const { telling, signal } = work;
  const { plan, saved } = prepared;
  telling.prepared(prepared, toldFindings(prepared, work));
  const end = (why: NothingDone | undefined, exitCode: ExitCode) => {
    telling.nothingDone(why, exitCode);
    return exitCode;
  };
  if (plan === undefined || saved === undefined) return end(undefined, EXIT.failed);
  if (plan.length === 0) return end('nothing-to-change', EXIT.fine);
  if (!work.isAgreed) return end('no-yes', EXIT.fine);
  if (work.lacksTarget(plan)) return end('no-secret-target', EXIT.notChecked);
  if (signal.aborted) return EXIT.interrupted;
  return await inSecretFile(work, async (to) => {
    const run = await carriedOut(plan, saved, to, work);
    const exitCode = exitCodeOf(run, signal);
    const secretFile = to?.kind === 'file' && to.file.isWritten ? to.file.path : undefined;
    const isUnheard = run.kind === 'stopped' && run.failure.kind === 'secret-not-kept' && to?.kind === 'show';
    try {
      if (isUnheard) tellElsewhere(run, work);
      telling.ended(run, secretFile, exitCode);
    } catch (error) {
      if (!isUnheard) tellElsewhere(run, work, reasonOf(error));
      // Whoever reads the answer alone must not take it for done.
      return exitCode === EXIT.fine ? EXIT.unfinished : exitCode;
    }
    return exitCode;
  });
}

/** Where nobody takes the answer, what stands in the org must not go untold. */
function tellElsewhere(run: Ended, { asked: { io } }: Work, ...more: readonly string[]): void {
  tell(io, [...endText(run).sentences, ...more]);
}

/** The file is made first, and does not stay where no secret came into it. */
async function inSecretFile(
  { secretPath, telling, asked }: Work,
  carry: (to: HandOver | undefined) => Promise<ExitCode>,
): Promise<ExitCode> {
  if (secretPath === undefined)
    return await carry(has(asked.words, 'reveal-secret') ? { kind: 'show' } : undefined);
  let file: SecretFile;
  try {
    file = await SecretFile.make(secretPath);
  } catch (error) {
    telling.stopped(secretRefusal(secretPath, diskText(error)), [], EXIT.notChecked);
    return EXIT.notChecked;
  }
  try {
    return await carry({ kind: 'file', file });
  } finally {
    await file.close();
  }
}

type Ended = Extract<Run, { kind: 'finished' | 'stopped' }>;

async function carriedOut(
  plan: Plan,
  saved: NonNullable<Prepared['saved']>,
  to: HandOver | undefined,
  { asked: { io, language }, open, telling, signal }: Work,
): Promise<Ended> {
  const status = statusOn(io.stderr);
  const progress = ({ plan, done }: Run) => {
    const step = plan[done];
    if (step !== undefined) status.say(planStepTitle(step));
  };
  try {
    const secrets = handingOver(to, telling);
    const { cwd, now } = io;
    return await carryOut(open, { plan, saved, secrets, cwd, language, now, progress }, signal);
  } finally {
    status.end();
  }
}

/** `unfinished`: something stands, or may, and not all is done. */
function exitCodeOf(run: Ended, { aborted }: AbortSignal): ExitCode {
  switch (extentOf(run)) {
    case 'all':
      return EXIT.fine;
    case 'nothing':
      return aborted ? EXIT.interrupted : EXIT.notChecked;
    case 'something':
      return EXIT.unfinished;
  }
}

function toldFindings({ findings, procedure }: Prepared, { read }: Work): readonly ToldFinding[] {
  return findings.map((finding) => {
    const path = fieldOf(finding, procedure);
    return path === undefined
      ? { finding, field: undefined, position: undefined }
      : { finding, field: fieldText(path), position: read.at(path) };
  });
}
