import * as z from 'zod/mini';

/** From this share of killed mutants on, in percent, all is well. */
export const ENOUGH_PERCENT = 85;

/** A mutant that is known by what it put in the place of what. */
const Mutant = z.object({
  line: z.number(),
  mutator: z.string(),
  original: z.string(),
  replacement: z.string(),
  /** `timed-out`: the tests did not end, which is as good as a test that fails, but may come from a slow computer. */
  fate: z.enum(['killed', 'timed-out', 'survived', 'without-test']),
});
export type Mutant = z.infer<typeof Mutant>;

/** What became of the mutants of one file, and the tests that were asked. */
export const Outcome = z.object({ file: z.string(), tests: z.array(z.string()), mutants: z.array(Mutant) });
export type Outcome = z.infer<typeof Outcome>;

const Position = z.object({ line: z.number(), column: z.number() });
const Report = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.string(),
      mutants: z.array(
        z.object({
          mutatorName: z.string(),
          replacement: z.optional(z.string()),
          // Any other word would be counted wrongly.
          status: z.enum(['Killed', 'Timeout', 'Survived', 'NoCoverage', 'Ignored']),
          location: z.object({ start: Position, end: Position }),
        }),
      ),
    }),
  ),
});

/**
 * The outcomes for files with their tests out of Stryker's report. What was left out on purpose (text literals) is not counted; what no
 * test reaches has survived; where there are no tests at all, nothing else can have become of a mutant.
 * Throws where the report has a word that nobody here knows, or is about another file.
 */
export function outcomesOf(testsOf: ReadonlyMap<string, readonly string[]>, report: unknown): Outcome[] {
  const { files } = Report.parse(report);
  const strange = Object.keys(files).filter((file) => !testsOf.has(file));
  if (strange.length > 0) throw new Error(`Stryker tells of ${strange.join(', ')}, which was not asked for.`);
  return [...testsOf].map(([file, tests]) => {
    // Where nothing was mutated, it tells nothing.
    const { source, mutants } = files[file] ?? { source: '', mutants: [] };
    return { file, tests: [...tests], mutants: mutantsOf(source, mutants, tests.length > 0) };
  });
}

function mutantsOf(
  source: string,
  mutants: z.infer<typeof Report>['files'][string]['mutants'],
  hasTests: boolean,
): Mutant[] {
  const lines = source.split('\n');
  return mutants.flatMap(({ mutatorName: mutator, replacement = '', status, location }) => {
    const fate = fateOf(status);
    if (fate === undefined) return [];
    const { start, end } = location;
    const last = start.line === end.line ? end.column - 1 : undefined;
    const first = (lines[start.line - 1] ?? '').slice(start.column - 1, last);
    const original = last === undefined ? `${first} …` : first;
    return [{ line: start.line, mutator, original, replacement, fate: hasTests ? fate : 'without-test' }];
  });
}

function fateOf(
  status: 'Killed' | 'Timeout' | 'Survived' | 'NoCoverage' | 'Ignored',
): Mutant['fate'] | undefined {
  switch (status) {
    case 'Killed':
      return 'killed';
    case 'Timeout':
      return 'timed-out';
    case 'Survived':
    case 'NoCoverage':
      return 'survived';
    case 'Ignored':
      return undefined;
  }
}

/** The share of mutants that tests noticed, in percent, never rounded up; undefined where there is none. */
export function percentOf(mutants: readonly Mutant[]): number | undefined {
  if (mutants.length === 0) return undefined;
  const noticed = mutants.filter(({ fate }) => fate === 'killed' || fate === 'timed-out').length;
  return Math.floor((noticed / mutants.length) * 1000) / 10;
}

/** The table of all files, the worst first, and below it each mutant that nobody noticed, or that only never ended. */
export function reportLines(outcomes: readonly Outcome[]): string[] {
  const percent = (mutants: readonly Mutant[]) => percentOf(mutants) ?? 100;
  const sorted = outcomes.toSorted(
    (one, other) => percent(one.mutants) - percent(other.mutants) || one.file.localeCompare(other.file),
  );
  return [
    '| file | mutants | killed | timed out | survived | without test | percent |',
    '|---|---|---|---|---|---|---|',
    ...sorted.map(({ file, mutants }) => row(file, mutants)),
    row(
      'all',
      outcomes.flatMap(({ mutants }) => mutants),
    ),
    ...listed('Survived', sorted, 'survived'),
    ...listed('Without test', sorted, 'without-test'),
    ...listed(
      'Timed out (counted as killed: see that it never ends, and is not only slow)',
      sorted,
      'timed-out',
    ),
  ];
}

function row(name: string, mutants: readonly Mutant[]): string {
  const count = (fate: Mutant['fate']) => mutants.filter((mutant) => mutant.fate === fate).length;
  const counts = [count('killed'), count('timed-out'), count('survived'), count('without-test')];
  return `| ${[name, mutants.length, ...counts, percentOf(mutants)?.toFixed(1) ?? '–'].join(' | ')} |`;
}

function listed(title: string, outcomes: readonly Outcome[], fate: Mutant['fate']): string[] {
  const lines = outcomes.flatMap(({ file, mutants }) =>
    mutants
      .filter((mutant) => mutant.fate === fate)
      .toSorted((one, other) => one.line - other.line)
      .map(
        ({ line, mutator, original, replacement }) =>
          `  ${file}:${line} ${mutator}: ${inShort(original)} → ${inShort(replacement)}`,
      ),
  );
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines];
}

function inShort(code: string): string {
  const line = code.replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line === '' ? '(nothing)' : line;
}
