import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run, startProcess, stopProcess } from '../host/processes.ts';
import { describeError } from '../host/say.ts';

/**
 * Version 10 needs a newer Node.js. It is no dependency: 108 packages (64 MB) that few need would make `npm ci` slower for
 * everybody. npm fetches it once, as it fetches vsce.
 */
const STRYKER = '@stryker-mutator/core@9.6.1';
/** A message, and not a rule, is what a text literal is part of. */
const LEFT_OUT = ['StringLiteral'];
/**
 * A file of tests that takes longer than so many starts of an empty program is left out: it would run for each mutant. In
 * seconds, it would depend on what else the computer does.
 */
export const MOST_STARTS = 25;
/**
 * How much longer than without a mutant the tests may take before they count as never ending: seconds, and times. Most that
 * never end are found sooner, by how often they come to the mutant; this must not be too short for a computer that is busy.
 */
const PATIENCE = { seconds: 30, times: 8 };
const FETCH_SECONDS = 300;

const RUNNER = 'test/mutation/runner.ts';

/** What an outcome hangs on beside file and tests. */
export const CONDITIONS = JSON.stringify([STRYKER, RUNNER, LEFT_OUT, MOST_STARTS, PATIENCE]);

/**
 * How long a file of tests takes alone, in starts of an empty program. Throws when a test in it fails, or none is in it.
 */
export async function startsOf(test: string, folder: string): Promise<number> {
  const empty = await millisecondsOf([process.execPath, '--import=tsx', '-e', '0'], folder);
  const tests = await millisecondsOf(mochaOf([test]), folder).catch((error: unknown) => {
    throw new Error(`${test} fails without any mutant:\n${describeError(error)}`);
  });
  return tests / empty;
}

async function millisecondsOf([command = '', ...args]: string[], folder: string): Promise<number> {
  const startedAt = performance.now();
  await run(command, args, { cwd: folder, output: 'keep' });
  return performance.now() - startedAt;
}

/**
 * Makes each mutant of a file in turn in a copy of the repository, and runs those of these tests that reach it until one fails. With no
 * tests it only makes a list of mutants. Returns Stryker's report. Throws where Stryker fails.
 */
export async function mutate(source: string, tests: readonly string[], folder: string): Promise<unknown> {
  const config = join(folder, 'stryker.json');
  const report = join(folder, 'mutation.json');
  await rm(report, { force: true });
  const settings = {
    ...(tests.length === 0
      ? { testRunner: 'command', commandRunner: { command: 'exit 0' }, plugins: [] }
      : { testRunner: 'own', plugins: [join(folder, RUNNER)], ownTests: tests, coverageAnalysis: 'perTest' }),
    mutate: [source],
    mutator: { excludedMutations: LEFT_OUT },
    // The copy is there to be changed.
    inPlace: true,
    // Stryker cannot read that of TypeScript 7, and need not.
    tsconfigFile: 'none.json',
    disableTypeChecks: false,
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

function mochaOf(tests: readonly string[]): string[] {
  const mocha = join('node_modules', 'mocha', 'bin', 'mocha.js');
  // Given to mocha, the import would make it start a second process for each mutant.
  return [process.execPath, '--import=tsx', mocha, '--bail', '--exit', '--timeout=30000', ...tests];
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
      throw new Error(`Stryker ended with ${child.exitCode}:\n${log.slice(-15).join('\n')}`);
  } finally {
    await stopProcess(child);
  }
}
