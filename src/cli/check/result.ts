import type { DiagnosticCode } from '../../core/findings/catalogue.ts';
import type { Severity } from '../../core/findings/entry.ts';
import { EXIT, type ExitCode } from '../io.ts';

/** A place between two characters: line and column count from 0, the column in UTF-16 units, as an editor has them. */
export type Position = { readonly line: number; readonly column: number };
export type Range = { readonly start: Position; readonly end: Position };

/** A finding as it is told, in the words of the reader. Paths begin in the folder of the run, with `/` between folders. */
export type Problem = {
  readonly path: string;
  readonly range: Range;
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly text: string;
  readonly related: readonly { readonly path: string; readonly range: Range; readonly text: string }[];
  /** `--fix` repairs it. */
  readonly isFixable: boolean;
  /** What it is known by when lines have moved. Nothing that the file keeps secret is in it. */
  readonly identity: string;
};

/** What was to be checked and could not be, and why; of a file, where it stops making sense. */
export type NotChecked = { readonly path: string; readonly reason: string; readonly position?: Position };

/** A repair that was made. The line, from 1, is the one where the problem was. */
export type Fixed = {
  readonly path: string;
  readonly line: number;
  readonly code: DiagnosticCode;
  readonly text: string;
};

/** What a baseline did to the answer. */
export type BaselineUse =
  | { readonly kind: 'none' }
  /** `gone`: what it lists of files that were checked, and that is not found any more. */
  | {
      readonly kind: 'used';
      readonly file: string;
      readonly leftOut: number;
      readonly gone: readonly Listed[];
    }
  | { readonly kind: 'written'; readonly file: string; readonly listed: number };

/** A problem in a baseline. */
export type Listed = { readonly path: string; readonly code: string };

/** What came of a check. */
export type CheckResult = {
  /** By path, then by place. */
  readonly problems: readonly Problem[];
  /** The paths of those that were looked into. */
  readonly checked: readonly string[];
  readonly notChecked: readonly NotChecked[];
  /** What is about no Embeddable Framework. */
  readonly otherProducts: readonly string[];
  readonly fixed: readonly Fixed[];
  readonly baseline: BaselineUse;
  readonly tooManyWarnings: boolean;
  readonly exitCode: ExitCode;
};

/** How many there are of each severity. */
export function countsOf(problems: readonly Problem[]): Readonly<Record<Severity, number>> {
  const count = (severity: Severity) => problems.filter((problem) => problem.severity === severity).length;
  return {
    error: count('error'),
    warning: count('warning'),
    information: count('information'),
    hint: count('hint'),
  };
}

/** Before anything was looked at. */
export const NOTHING_SEEN = {
  problems: [],
  checked: [],
  notChecked: [],
  otherProducts: [],
  fixed: [],
  baseline: { kind: 'none' },
} as const satisfies Omit<CheckResult, 'exitCode' | 'tooManyWarnings'>;

/** What a result comes to: with `maxWarnings`, more of them than that make it fail. */
export function withExitCode(
  result: Omit<CheckResult, 'exitCode' | 'tooManyWarnings'>,
  maxWarnings = Number.POSITIVE_INFINITY,
): CheckResult {
  const { error, warning } = countsOf(result.problems);
  const tooManyWarnings = warning > maxWarnings;
  const outcome = error > 0 || tooManyWarnings ? EXIT.failed : EXIT.fine;
  return { ...result, tooManyWarnings, exitCode: result.notChecked.length > 0 ? EXIT.notChecked : outcome };
}

/** Whether a problem alone, or with others of its kind, makes the run fail. */
export function fails(
  { severity }: Pick<Problem, 'severity'>,
  { tooManyWarnings }: Pick<CheckResult, 'tooManyWarnings'>,
): boolean {
  return severity === 'error' || (severity === 'warning' && tooManyWarnings);
}

/** The same in groups, each in its order. */
export function grouped<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
