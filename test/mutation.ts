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
import { ENOUGH_PERCENT, Outcome, outcomeOf, percentOf, reportLines } from './mutation/outcome.ts';
import { type Choice, chooseTests, disablingLines, type Files, keyOf } from './mutation/ownTests.ts';
import { CONDITIONS, MOST_STARTS, mutate, startsOf } from './mutation/stryker.ts';
import { copyRepository } from './mutation/workingCopy.ts';

const Kept = z.object({ key: z.string(), outcome: Outcome });
const KeptStarts = z.object({ key: z.string(), starts: z.number() });
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
  const starts = new Map<string, number>();
  const startsOfTest = async (test: string) => {
    const known = starts.get(test) ?? (await keptStartsOf(test, copy, files));
    starts.set(test, known);
    return known;
  };
  const outcomes: Outcome[] = [];
  let failed = 0;
  for (const source of sources) {
    try {
      if (await isOfTypesOnly(files.get(source) ?? '')) {
        outcomes.push({ file: source, tests: [], mutants: [] });
        continue;
      }
      const choice = await chooseTests(source, files, startsOfTest, MOST_STARTS);
      const key = keyOf(source, choice.own, files, CONDITIONS);
      const kept = values.again ? undefined : await readKept(source, key);
      const outcome = kept ?? (await tried(source, choice, copy));
      outcomes.push(outcome);
      if (kept === undefined) await write(keptFile(source), { key, outcome });
    } catch (error) {
      say(describeError(error));
      failed += 1;
    }
  }
  for (const line of ['', ...reportLines(outcomes)]) say(line);
  if (failed > 0) say(`\n${failed} ${failed === 1 ? 'file' : 'files'} could not be tried.`);
  const percent = percentOf(outcomes.flatMap(({ mutants }) => mutants));
  return failed > 0 || (percent !== undefined && percent < ENOUGH_PERCENT) ? 1 : 0;
}

type Copy = () => Promise<string>;

/** The outcome for one file. Its quickest tests go first, because the first one that fails ends the run. */
async function tried(source: string, { own, asked }: Choice, copy: Copy): Promise<Outcome> {
  say(`${source}, with ${asked.length === 0 ? 'no tests' : asked.join(', ')} …`);
  for (const test of own.filter((each) => !asked.includes(each)))
    say(`  left out, because it takes longer than ${MOST_STARTS} starts of Node.js: ${test}`);
  const outcome = outcomeOf(source, asked, await mutate(source, asked, await copy()));
  say(`  ${outcome.mutants.length} mutants, ${percentOf(outcome.mutants)?.toFixed(1) ?? '–'} %`);
  return outcome;
}

/** How long a file of tests takes, measured once as long as it is the same: what it tests changes little of that. */
async function keptStartsOf(test: string, copy: Copy, files: Files): Promise<number> {
  const file = keptFile(test);
  const key = keyOf(test, [test], files, CONDITIONS);
  const kept = KeptStarts.safeParse(await readJson(file));
  if (kept.success && kept.data.key === key) return kept.data.starts;
  const starts = await startsOf(test, await copy());
  await write(file, { key, starts });
  return starts;
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
