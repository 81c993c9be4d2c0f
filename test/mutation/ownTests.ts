import { createHash } from 'node:crypto';
import * as path from 'node:path/posix';

/** Files below the repository by their path, with their text. */
export type Files = ReadonlyMap<string, string>;

const CORE = 'src/core/';
const UNIT = 'test/unit/';
/** How time grows says nothing of what a rule decides, and measuring it for each mutant takes for ever. */
const GROWTH = 'test/unit/growth/';

const FROM = /^(?:import|export)\b(?! type\b)([^;'"]*?)\bfrom\s*['"](\.[^'"]+)['"]/gm;
const PLAIN = /^import\s*['"](\.[^'"]+)['"]|\bimport\(\s*['"](\.[^'"]+)['"]/gm;

/**
 * The unit tests of a file of core: those that import it. Where none does, those that import a file that imports it, and so
 * on, to the nearest; and those of its name, such as one that tries it in a practice org, through all that is around it. Empty
 * where no test reaches it, because then none can notice a change of it. `leftOut` are as if they were not there.
 * What a test imports of the tests is a part of it; but what stands in another folder, and is perhaps shared by all, only
 * where no test is nearer. What only lends a type is not imported.
 */
export function ownTests(source: string, files: Files, leftOut: ReadonlySet<string> = new Set()): string[] {
  const isTest = (file: string) =>
    file.startsWith(UNIT) && file.endsWith('.test.ts') && !measuresGrowth(file, files) && !leftOut.has(file);
  const tests = [...files.keys()].filter(isTest);
  const near = usesOf(tests, files, (test, part) => path.dirname(test) === path.dirname(part));
  const far = usesOf(tests, files, () => true);
  const ofItsName = (test: string) => path.basename(test, '.test.ts') === path.basename(source, '.ts');
  const named = tests.filter((test) => ofItsName(test) && reaches([...(far.get(test) ?? [])], source, files));
  const seen = new Set([source]);
  let targets = new Set(seen);
  while (targets.size > 0) {
    for (const uses of [near, far]) {
      const own = tests.filter((test) => [...targets].some((target) => uses.get(test)?.has(target)));
      if (own.length > 0) return [...new Set([...own, ...named])].sort();
    }
    targets = new Set(importersOf(targets, files).filter((file) => !seen.has(file)));
    for (const file of targets) seen.add(file);
  }
  return [];
}

/** `own` are those that are nearest; `asked`, the quickest first, those of them that are asked. */
export type Choice = { readonly own: readonly string[]; readonly asked: readonly string[] };

/**
 * Which tests are asked: of the nearest ones those that take `most` or less. Where all take longer, such as one that tries
 * hundreds of made-up cases and is the only one to import the file, the quickest of them, after those that are next.
 */
export async function chooseTests(
  source: string,
  files: Files,
  durationOf: (test: string) => Promise<number>,
  most: number,
): Promise<Choice> {
  const nearest = ownTests(source, files);
  const durations = new Map<string, number>();
  const sorted = async (tests: readonly string[]) => {
    for (const test of tests) durations.set(test, await durationOf(test));
    return tests.toSorted((one, other) => (durations.get(one) ?? 0) - (durations.get(other) ?? 0));
  };
  const isQuick = (test: string) => (durations.get(test) ?? 0) <= most;
  const [quickest, ...others] = await sorted(nearest);
  if (quickest === undefined) return { own: [], asked: [] };
  if (isQuick(quickest)) return { own: nearest, asked: [quickest, ...others.filter(isQuick)] };
  const next = ownTests(source, files, new Set(nearest));
  return { own: [...nearest, ...next], asked: [...(await sorted(next)).filter(isQuick), quickest] };
}

function measuresGrowth(test: string, files: Files): boolean {
  return test.startsWith(GROWTH) || importsOf(test, files).some((part) => part.startsWith(GROWTH));
}

/** What a file imports of the repository, but for types. */
export function importsOf(file: string, files: Files): string[] {
  const text = files.get(file) ?? '';
  const named = [...text.matchAll(FROM)].filter(([, names = '']) => !lendsTypesOnly(names));
  const targets = [
    ...named.map(({ 2: target = '' }) => target),
    ...[...text.matchAll(PLAIN)].map(([, plain, dynamic]) => plain ?? dynamic ?? ''),
  ];
  return [...new Set(targets.map((target) => path.join(path.dirname(file), target)))];
}

/**
 * Stands for all that the outcome for a file hangs on: its text, that of its tests with what they use beside them, and
 * `conditions`, such as the version of the tool. Another key means that it must be tried again.
 */
export function keyOf(source: string, tests: readonly string[], files: Files, conditions: string): string {
  const parts = [source, ...new Set(tests.flatMap((test) => [test, ...partsOfTest(test, files)]))].sort();
  const hash = createHash('sha256').update(conditions);
  for (const file of parts) hash.update(`\0${file}\0${files.get(file) ?? ''}`);
  return hash.digest('hex');
}

/** The lines in which a comment would keep mutants from being made. */
export function disablingLines(text: string): number[] {
  return text
    .split('\n')
    .flatMap((line, index) => (/\bStryker\s+(?:disable|restore)\b/i.test(line) ? [index + 1] : []));
}

/** The files of core that each test imports, by itself and through those of its parts that count. */
function usesOf(
  tests: readonly string[],
  files: Files,
  counts: (test: string, part: string) => boolean,
): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    tests.map((test) => {
      const parts = [test, ...partsOfTest(test, files).filter((part) => counts(test, part))];
      const used = parts.flatMap((part) => importsOf(part, files)).filter((file) => file.startsWith(CORE));
      return [test, new Set(used)];
    }),
  );
}

/** Whether one of these is the source, or imports it, directly or through others. */
function reaches(from: readonly string[], source: string, files: Files): boolean {
  const seen = new Set(from);
  for (const file of seen) for (const next of importsOf(file, files)) seen.add(next);
  return seen.has(source);
}

/** The files beside the tests that a test imports, directly or through one another. */
function partsOfTest(test: string, files: Files): string[] {
  const parts = new Set<string>();
  const add = (file: string) => {
    for (const part of importsOf(file, files)) {
      if (!part.startsWith('test/') || parts.has(part) || part === test) continue;
      parts.add(part);
      add(part);
    }
  };
  add(test);
  return [...parts];
}

function importersOf(targets: ReadonlySet<string>, files: Files): string[] {
  return [...files.keys()].filter(
    (file) => file.startsWith(CORE) && importsOf(file, files).some((target) => targets.has(target)),
  );
}

/** `{ type A, type B }` */
function lendsTypesOnly(names: string): boolean {
  const [, inside] = /^\s*\{([^}]*)\}\s*$/.exec(names) ?? [];
  const each = inside?.split(',').filter((name) => name.trim() !== '');
  return each?.every((name) => /^\s*type\s/.test(name)) ?? false;
}
