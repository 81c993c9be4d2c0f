// npm run mutation -- PATH [PATH …] [--again]: how well the unit tests of files below src/core notice a change. Of each file,
// one small change at a time is made (a mutant), and its own tests are run: one that fails has killed it. Prints a table and
// what survived; ends with 1 below 85 %. What was interrupted goes on where it stopped, as long as neither a file nor its
// tests have changed; --again starts anew.
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { transform } from 'esbuild';
import * as z from 'zod/mini';
import { endAtOnce } from './host/ending.ts';
import { downloadsFolder, repoFolder } from './host/paths.ts';
import { describeError, say } from './host/say.ts';
import { ENOUGH_PERCENT, Outcome, outcomesOf, percentOf, reportLines } from './mutation/outcome.ts';
import {
  type Choice,
  chooseTests,
  disablingLines,
  type Files,
  keyOf,
  ownTests,
} from './mutation/ownTests.ts';
import { CONDITIONS, type Duration, durationsOf, MOST_STARTS, mutate } from './mutation/stryker.ts';
import { copyRepository } from './mutation/workingCopy.ts';

const Kept = z.object({ key: z.string(), outcome: Outcome });
const KeptStarts = z.object({ key: z.string(), starts: z.number() });
/** Files that are tried in one start of Stryker. */
const MOST_TOGETHER = 10;
const keptFolder = join(downloadsFolder, 'mutation');

endAtOnce();
try {
  process.exitCode = await main();
} catch (error) {
  say(describeError(error));
  process.exitCode = 1;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { again: { type: 'boolean' } },
    allowPositionals: true,
  });
  const files = await readFiles();
  const sources = await chosen(positionals, files);
  let copied: Promise<string> | undefined;
  const copy: Copy = () => {
    copied ??= copyRepository();
    return copied;
  };
  const durationOf = await durationsFor(sources, copy, files);
  const outcomes: Outcome[] = [];
  const open: Open[] = [];
  let failed = 0;
  for (const source of sources) {
    try {
      if (await isOfTypesOnly(files.get(source) ?? '')) {
        outcomes.push({ file: source, tests: [], mutants: [] });
        continue;
      }
      const choice = await chooseTests(source, files, durationOf, MOST_STARTS);
      const key = keyOf(source, choice.own, files, CONDITIONS);
      const kept = values.again ? undefined : await readKept(source, key);
      if (kept === undefined) open.push({ source, choice, key });
      else outcomes.push(kept);
    } catch (error) {
      say(describeError(error));
      failed += 1;
    }
  }
  const pieces = inPieces(open);
  for (let together = pieces.shift(); together !== undefined; together = pieces.shift()) {
    try {
      outcomes.push(...(await tried(together, copy)));
    } catch (error) {
      say(describeError(error));
      // What one of them breaks, perhaps a test that fails after those of another, is not to keep the others from being tried.
      const middle = Math.ceil(together.length / 2);
      if (middle < together.length) pieces.unshift(together.slice(0, middle), together.slice(middle));
      else failed += together.length;
    }
  }
  for (const line of ['', ...reportLines(outcomes)]) say(line);
  if (failed > 0) say(`\n${failed} ${failed === 1 ? 'file' : 'files'} could not be tried.`);
  const percent = percentOf(outcomes.flatMap(({ mutants }) => mutants));
  return failed > 0 || (percent !== undefined && percent < ENOUGH_PERCENT) ? 1 : 0;
}

type Copy = () => Promise<string>;

/** A file that is still to be tried, and what its outcome will be kept for. */
type Open = { readonly source: string; readonly choice: Choice; readonly key: string };

/** One start of Stryker for many files costs less; but what is interrupted is lost for all of them. */
function inPieces(open: readonly Open[]): Open[][] {
  const pieces = Math.ceil(open.length / MOST_TOGETHER);
  return Array.from({ length: pieces }, (_, piece) =>
    open.slice(piece * MOST_TOGETHER, (piece + 1) * MOST_TOGETHER),
  );
}

/** The outcomes for some files, which are kept. The quickest tests of each go first, because the first one that fails ends it. */
async function tried(together: readonly Open[], copy: Copy): Promise<Outcome[]> {
  for (const { source, choice } of together) {
    const { own, asked } = choice;
    say(`${source}, with ${asked.length === 0 ? 'no tests' : asked.join(', ')}`);
    for (const test of own.filter((each) => !asked.includes(each)))
      say(`  left out, because it takes longer than ${MOST_STARTS} starts of Node.js: ${test}`);
  }
  say('…');
  const testsOf = new Map(together.map(({ source, choice }) => [source, choice.asked] as const));
  const outcomes = outcomesOf(testsOf, await mutate(testsOf, await copy()));
  for (const outcome of outcomes) {
    const key = together.find(({ source }) => source === outcome.file)?.key ?? '';
    await write(keptFile(outcome.file), { key, outcome });
    const percent = percentOf(outcome.mutants)?.toFixed(1) ?? '–';
    say(`${outcome.file}: ${outcome.mutants.length} mutants, ${percent} %`);
  }
  return outcomes;
}

/**
 * Tells how long a file of tests takes, which is measured once as long as it is the same: what it tests changes little of that.
 * The tests of these files are measured together.
 */
async function durationsFor(sources: readonly string[], copy: Copy, files: Files) {
  const known = new Map<string, Duration>();
  const keyOfTest = (test: string) => keyOf(test, [test], files, CONDITIONS);
  const learn = async (tests: readonly string[]) => {
    const unknown: string[] = [];
    for (const test of tests.filter((each) => !known.has(each))) {
      const kept = KeptStarts.safeParse(await readJson(keptFile(test)));
      if (kept.success && kept.data.key === keyOfTest(test)) known.set(test, { starts: kept.data.starts });
      else unknown.push(test);
    }
    if (unknown.length === 0) return;
    say(
      `Measuring how long ${unknown.length === 1 ? unknown[0] : `${unknown.length} files of tests`} take …`,
    );
    for (const [test, duration] of await durationsOf(unknown, await copy())) {
      known.set(test, duration);
      if ('starts' in duration) await write(keptFile(test), { key: keyOfTest(test), ...duration });
    }
  };
  await learn([...new Set(sources.flatMap((source) => ownTests(source, files)))]);
  return async (test: string) => {
    await learn([test]);
    const duration = known.get(test);
    if (duration === undefined || 'fails' in duration)
      throw new Error(`${test} fails without any mutant: ${duration?.fails ?? 'it was not measured'}`);
    return duration.starts;
  };
}

/** Nothing is left of it once it is JavaScript, so that there is nothing to mutate. */
async function isOfTypesOnly(text: string): Promise<boolean> {
  const { code } = await transform(text, { loader: 'ts' });
  return code.trim() === '';
}

/** Everything that is mutated, and everything that tests it. */
async function readFiles(): Promise<Files> {
  const names = (await Promise.all(['src/core', 'test'].map(namesIn))).flat();
  const wanted = names.filter((name) => name.endsWith('.ts') && !name.startsWith('test/fixtures/'));
  return new Map(
    await Promise.all(
      wanted.map(async (name) => [name, await readFile(join(repoFolder, name), 'utf8')] as const),
    ),
  );
}

async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(join(repoFolder, folder), { recursive: true });
  return names.map((name) => `${folder}/${name.split(sep).join('/')}`);
}

/** The files that were named, or stand in folders that were. Throws a sentence for what cannot be mutated. */
async function chosen(paths: readonly string[], files: Files): Promise<string[]> {
  if (paths.length === 0) throw new Error('Name a file or a folder below src/core.');
  const sources: string[] = [];
  for (const path of paths) {
    const name = relative(repoFolder, join(process.cwd(), path)).split(sep).join('/');
    const isFolder = (await stat(join(repoFolder, name)).catch(() => undefined))?.isDirectory() ?? false;
    const found = [...files.keys()].filter(
      (file) => file === name || (isFolder && file.startsWith(`${name}/`)),
    );
    const inCore = found.filter((file) => file.startsWith('src/core/'));
    if (inCore.length === 0)
      throw new Error(`${path} is no file and no folder of TypeScript below src/core.`);
    sources.push(...inCore);
  }
  const refused = sources.flatMap((file) =>
    disablingLines(files.get(file) ?? '').map((line) => `${file}:${line}`),
  );
  if (refused.length > 0)
    throw new Error(`No comment may keep a mutant from being made. Remove it:\n${refused.join('\n')}`);
  return [...new Set(sources)].sort();
}

async function readKept(source: string, key: string): Promise<Outcome | undefined> {
  const kept = Kept.safeParse(await readJson(keptFile(source)));
  return kept.success && kept.data.key === key ? kept.data.outcome : undefined;
}

/** What was kept in a file; undefined where there is none. */
async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : JSON.parse(text);
}

async function write(file: string, kept: object): Promise<void> {
  await mkdir(keptFolder, { recursive: true });
  await writeFile(file, JSON.stringify(kept));
}

function keptFile(source: string): string {
  return join(keptFolder, `${source.replaceAll('/', '-')}.json`);
}
