import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import * as z from 'zod/mini';
import { type Counts, firstLine } from './counts.ts';

/** The variable that holds parts of the paths of the files to run, a line each; all files where it is not set. */
export const FILES = 'TEST_FILES';
/** The variable that holds what the names of the tests to run inside VS Code match. */
export const GREP = 'TEST_GREP';
/** The variable that names the folder where the windows of VS Code take their files from. */
export const QUEUE_FOLDER = 'TEST_QUEUE_FOLDER';

/** Begins each line of the report of tests inside VS Code, whose own log comes out of the same pipe. */
export const reportMark = '[tests] ';
/** The line after the report of one file. */
export const reportEnd = '[end of tests]';

/** In the names of files that take long, however little they do meanwhile: begun last, they would keep the others waiting. */
const LONG = ['longWaits', 'growth.test', 'secretsGoHome', 'interrupt'];

/**
 * Those of a suite's files below this folder, bundled or not, that hold tests that are to run: first what takes long. With
 * a grep, those whose text matches it: to load the others would take longer than the tests do.
 */
export function testFiles(suite: string, folder: string, grep: string): string[] {
  const parts = (process.env[FILES] ?? '').split('\n');
  const isMeant = (name: string) => {
    const path = join(suite, name).replace(/\.js$/, '.ts');
    return path.endsWith('.test.ts') && parts.some((part) => path.includes(part));
  };
  const isWanted = (name: string) =>
    grep === '' || new RegExp(grep).test(readFileSync(join(folder, name), 'utf8'));
  const isShort = (name: string) => Number(!LONG.some((part) => name.includes(part)));
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => isMeant(name) && isWanted(name));
  return files.sort((a, b) => isShort(a) - isShort(b) || (a < b ? -1 : 1));
}

export type SuiteOptions = {
  /** A test fails when it takes longer. */
  timeoutSeconds: number;
  /** Begins each line of the report. */
  linePrefix: string;
  /** How many files are run at the same time, in so many processes of their own; 1: one after the other in this one. */
  jobs: number;
  /** What the full names of the tests to run match, as a regular expression; empty: all of them. */
  grep: string;
  /** Modules that each process of its own loads first; their `mochaHooks` apply to every test. */
  loadFirst?: string[];
};

const print = Mocha.reporters.Base.consoleLog;

/** Runs test files with mocha and returns how many tests passed, failed and were skipped. */
export async function runMocha(files: string[], options: SuiteOptions): Promise<Counts> {
  Mocha.reporters.Base.consoleLog = (...parts: unknown[]) => print(options.linePrefix + format(...parts));
  const mocha = new Mocha({
    ui: 'bdd',
    reporter: 'spec',
    timeout: options.timeoutSeconds * 1000,
    forbidOnly: true,
    ...(options.grep !== '' && { grep: new RegExp(options.grep) }),
    parallel: options.jobs > 1,
    jobs: options.jobs,
    require: options.loadFirst ?? [],
  });
  for (const file of files) {
    mocha.addFile(file);
  }
  // The processes of their own load them.
  if (options.jobs === 1) await mocha.loadFilesAsync();
  return new Promise((resolve) => {
    const failures: string[] = [];
    const runner = mocha.run(() => {
      // Runners that stay hand each rejection that nobody handles to all the others: with ten of them that never ends.
      runner.dispose();
      resolve({ passed: runner.stats?.passes ?? 0, failures, skipped: runner.stats?.pending ?? 0 });
    });
    runner.on('fail', (test: Mocha.Runnable, error: unknown) => {
      failures.push(`${test.fullTitle()}: ${firstLine(messageOf(error))}`);
    });
  });
}

/** What went wrong, of an error that may come from another process, where it is no Error any more. */
function messageOf(error: unknown): string {
  const told = z.object({ message: z.string() }).safeParse(error);
  return told.data?.message ?? String(error);
}
