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
 * on, to the nearest. Empty where no test reaches it, because then none can notice a change of it.
 * What a test imports of the tests is a part of it; but what stands in another folder, and is perhaps shared by all, only
 * where no test is nearer. What only lends a type is not imported.
 */
export function ownTests(source: string, files: Files): string[] {
  const isTest = (file: string) =>
    file.startsWith(UNIT) && !file.startsWith(GROWTH) && file.endsWith('.test.ts');
  const tests = [...files.keys()].filter(isTest);
  const near = usesOf(tests, files, (test, part) => path.dirname(test) === path.dirname(part));
  const far = usesOf(tests, files, () => true);
  const seen = new Set([source]);
  let targets = new Set(seen);
  while (targets.size > 0) {
    for (const uses of [near, far]) {
      const own = tests.filter((test) => [...targets].some((target) => uses.get(test)?.has(target)));
      if (own.length > 0) return own.sort();
    }
    targets = new Set(importersOf(targets, files).filter((file) => !seen.has(file)));
    for (const file of targets) seen.add(file);
  }
  return [];
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
