import type { Run } from '../../core/operations/run.ts';
import type { DraftFinding } from '../../core/procedures/draftFinding.ts';
import type { ExitCode } from '../io.ts';
import type { Fault } from '../requests/fault.ts';
import type { Prepared } from './prepare.ts';

/** A finding, and where in the request its answer stands. */
export type ToldFinding = Pick<Fault, 'field' | 'position'> & { readonly finding: DraftFinding };

/** Why nothing was done although nothing is wrong with the request. */
export type NothingDone = 'no-yes' | 'no-secret-target' | 'nothing-to-change';

/** What is told of a request, in the order in which it becomes known. The last of it is one of those that end. */
export type Telling = {
  /** The request cannot be taken: ends. */
  faults(faults: readonly Fault[], exitCode: ExitCode): void;
  /** The org could not be looked at, or a place is not fit for a secret: what happened, why and what to do. Ends. */
  stopped(sentences: readonly string[], details: readonly string[], exitCode: ExitCode): void;
  /** What is wrong with it or worth knowing, and what would be done. */
  prepared(prepared: Prepared, findings: readonly ToldFinding[]): void;
  /** Nothing is done: ends. `undefined`: a finding stands in the way. */
  nothingDone(why: NothingDone | undefined, exitCode: ExitCode): void;
  /** Where a secret or a token is to be shown: at once, before anything else can go wrong. Rejects where nobody takes it. */
  secret(name: 'clientSecret' | 'accessToken', clientId: string, value: string): Promise<void>;
  /** What came of it: ends. `secretFile`: where the secret went. */
  ended(
    run: Extract<Run, { kind: 'finished' | 'stopped' }>,
    secretFile: string | undefined,
    exitCode: ExitCode,
  ): void;
};
