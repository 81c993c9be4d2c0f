import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { run, startProcess, stopProcess } from '../host/processes.ts';

/**
 * Version 10 needs a newer Node.js. It is no dependency: 108 packages (64 MB) that few need would make `npm ci` slower for
 * everybody. npm fetches it once, as it fetches vsce.
 */
const STRYKER = '@stryker-mutator/core@9.6.1';
/** A message, and not a rule, is what a text literal is part of. */
const LEFT_OUT = ['StringLiteral'];
/**
 * A file of tests that takes longer than so many starts of an empty program is left out: it would run for each mutant. In
 * seconds, it would depend on the computer.
 */
export const MOST_STARTS = 20;
/**
 * How much longer than without a mutant the tests may take before they count as never ending: seconds, and times. Most that
 * never end are found sooner, by how often they come to the mutant; this must not be too short for a computer that is busy.
 */
export const PATIENCE = { seconds: 30, times: 8 };
const FETCH_SECONDS = 300;
/** Its own trace fills the last of its lines; which test has failed stands before. */
const SHOWN_LINES = 60;
/** All tests of all files of a run, once, on a computer that is busy. */
const DRY_RUN_MINUTES = 30;

const RUNNER = 'test/mutation/runner.ts';

/** What an outcome hangs on beside file and tests. */
export const CONDITIONS = JSON.stringify([STRYKER, RUNNER, LEFT_OUT, MOST_STARTS, PATIENCE]);

/** What a file of tests takes in starts of an empty program, or why its tests fail without any mutant. */
export type Duration = { readonly starts: number } | { readonly fails: string };

/**
 * How long files of tests take, one after the other in one process. Its own work is measured, because how long one waits for
 * it hangs on what else the computer does.
 */
export async function durationsOf(
  tests: readonly string[],
  folder: string,
): Promise<ReadonlyMap<string, Duration>> {
  const node = async (...args: string[]) =>
    await run(process.execPath, ['--import=tsx', ...args], { cwd: folder, output: 'keep' });
  const { user, system } = Usage.parse(JSON.parse(await node('-p', 'JSON.stringify(process.cpuUsage())')));
  const file = join(folder, 'durations.json');
  await node('test/mutation/durations.ts', file, ...tests);
  const measured = Measured.parse(JSON.parse(await readFile(file, 'utf8')));
  return new Map(
    measured.map(({ test, microseconds, fails }) => [
      test,
      fails === undefined ? { starts: microseconds / (user + system) } : { fails },
    ]),
  );
}

const Usage = z.object({ user: z.number(), system: z.number() });
const Measured = z.array(
  z.object({ test: z.string(), microseconds: z.number(), fails: z.optional(z.string()) }),
);

/**
 * Makes each mutant of some files in turn in a copy of the repository, and runs those of the tests of its file that reach it
 * until one fails. Where no file has tests it only makes a list of mutants. Returns Stryker's report. Throws where Stryker
 * fails.
 */
export async function mutate(
  testsOf: ReadonlyMap<string, readonly string[]>,
  folder: string,
): Promise<unknown> {
  const config = join(folder, 'stryker.json');
  const report = join(folder, 'mutation.json');
  await rm(report, { force: true });
  const ownTests = Object.fromEntries(testsOf);
  const settings = {
    ...([...testsOf.values()].flat().length === 0
      ? { testRunner: 'command', commandRunner: { command: 'exit 0' }, plugins: [] }
      : { testRunner: 'own', plugins: [join(folder, RUNNER)], ownTests, coverageAnalysis: 'perTest' }),
    mutate: [...testsOf.keys()],
    mutator: { excludedMutations: LEFT_OUT },
    // The copy is there to be changed.
    inPlace: true,
    // Stryker cannot read that of TypeScript 7, and need not.
    tsconfigFile: 'none.json',
    disableTypeChecks: false,
    dryRunTimeoutMinutes: DRY_RUN_MINUTES,
    timeoutMS: PATIENCE.seconds * 1000,
    timeoutFactor: PATIENCE.times,
    reporters: ['json'],
    jsonReporter: { fileName: report },
    allowConsoleColors: false,
    warnings: false,
  };
  await writeFile(config, JSON.stringify(settings));
  await runStryker(config, folder);
  return JSON.parse(await readFile(report, 'utf8'));
}

async function runStryker(config: string, folder: string): Promise<void> {
  const env = { ...process.env };
  // An npm script inherits these from its own npm; they would lead to the repository instead of its copy.
  delete env['npm_config_local_prefix'];
  delete env['INIT_CWD'];
  const npm = process.env['npm_execpath'];
  const [command, ...first] = npm === undefined ? ['npm'] : [process.execPath, npm];
  // What runs the tests is TypeScript too.
  const args = [...first, 'exec', '--yes', '--node-options=--import=tsx', '--', STRYKER, 'run', config];
  const { child, log } = await startProcess(command ?? 'npm', args, {
    cwd: folder,
    env,
    isReady: () => true,
    timeoutSeconds: FETCH_SECONDS,
  });
  try {
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    if (child.exitCode !== 0)
      throw new Error(`Stryker ended with ${child.exitCode}:\n${log.slice(-SHOWN_LINES).join('\n')}`);
  } finally {
    await stopProcess(child);
  }
}
