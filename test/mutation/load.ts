// Loads files of tests into this process, and runs the tests in them, as often as wanted and loaded anew where wanted.
// Stryker's own mocha cannot be taken: in it, the tests of another mocha are not seen.
import assert from 'node:assert/strict';
import { register } from 'node:module';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import Mocha from 'mocha';
import { PATIENCE } from './stryker.ts';

/** What Stryker's instrumented code and this file tell each other. */
type Told = {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: unknown;
};
declare global {
  var __stryker__: Told | undefined;
}
// The instrumented code looks for it when it is loaded.
globalThis.__stryker__ ??= {};
export const told: Told = globalThis.__stryker__;

/** `hits`: how often it came to the mutant. */
export type TestResult = { id: string; name: string; timeSpentMs: number; hits: number } & (
  | { status: 0; failureMessage?: undefined }
  | { status: 1; failureMessage: string }
);
/** Whatever a file with `?load=…` imports of the repository is loaded again for it, and not what packages are made of. */
const LOADED_AGAIN = `export async function resolve(specifier, context, next) {
  const found = await next(specifier, context);
  const load = /[?&](load=\\d+)/.exec(context.parentURL ?? '')?.[1];
  const isOwn = found.url.startsWith('file:') && !found.url.includes('/node_modules/');
  return load && isOwn ? { ...found, url: found.url + (found.url.includes('?') ? '&' : '?') + load } : found;
}`;
register(`data:text/javascript,${encodeURIComponent(LOADED_AGAIN)}`);

// Where nothing is said, Node.js looks for the words in the file of the test, which may take minutes for one loaded again.
const { ok } = assert;
Object.assign(assert, {
  ok: (value: unknown, message: string | Error = 'It is not so.') => ok(value, message),
});

// The smallest made-up case that fails is of no interest, and other cases each time would make other figures.
fc.configureGlobal({ endOnFailure: true, seed: 1 });

/** The tests with all that they use of the repository, loaded once; each file of tests when it is first needed. */
export class Load {
  private static count = 0;
  private readonly query: string;
  private readonly mochas = new Map<string, Mocha>();
  /** A mutant was tried in it, and may have left something behind, such as what a function remembers. */
  isUsed = false;

  constructor() {
    Load.count += 1;
    this.query = `load=${Load.count}`;
  }

  async testsIn(file: string): Promise<Mocha> {
    const loaded = this.mochas.get(file);
    if (loaded !== undefined) return loaded;
    const mocha = new Mocha({ timeout: 30_000, reporter: Mocha.reporters.Base });
    mocha.cleanReferencesAfterRun(false);
    mocha.suite.emit('pre-require', globalThis, file, mocha);
    await import(`${pathToFileURL(file)}?${this.query}`);
    bailAt(mocha.suite);
    this.mochas.set(file, mocha);
    return mocha;
  }
}

/** The names of all tests in it. */
export function titlesOf({ suite }: Mocha): ReadonlySet<string> {
  const titles = new Set<string>();
  suite.eachTest((test) => titles.add(test.fullTitle()));
  return titles;
}

/** Runs all tests, or those with these titles, until one fails. */
export function resultsOf(mocha: Mocha, titles?: readonly string[]): Promise<TestResult[]> {
  mocha.grep(
    titles === undefined ? /(?:)/ : new RegExp(titles.map((title) => `^${literally(title)}$`).join('|')),
  );
  const tests: TestResult[] = [];
  let startedAt = performance.now();
  let hitsBefore = told.hitCount ?? 0;
  const add = (title: string, outcome: { status: 0 } | { status: 1; failureMessage: string }) => {
    const hits = (told.hitCount ?? 0) - hitsBefore;
    const timeSpentMs = performance.now() - startedAt;
    if (told.activeMutant === undefined) usualMilliseconds.set(title, timeSpentMs);
    tests.push({ id: title, name: title, timeSpentMs, hits, ...outcome });
    startedAt = performance.now();
    hitsBefore += hits;
  };
  return new Promise((done) => {
    const runner = mocha.run(() => done(tests));
    runner.on('hook', (hook) => hook.timeout(0));
    runner.on('test', (test) => test.timeout(limitOf(test.fullTitle())));
    runner.on('pass', (test) => add(test.fullTitle(), { status: 0 }));
    runner.on('fail', (test, error: Error) =>
      // A hook fails in the name of the test that it is for.
      add(test.ctx?.currentTest?.fullTitle() ?? test.fullTitle(), {
        status: 1,
        failureMessage: error.message,
      }),
    );
  });
}

/** What each test last took without a mutant. */
const usualMilliseconds = new Map<string, number>();

/**
 * When a test has failed, in milliseconds: its own limit would fail one that is only slow on a computer that is busy. Without
 * one (0) where it is not known what is usual: Stryker has a limit for all tests together.
 */
function limitOf(title: string): number {
  const usual = usualMilliseconds.get(title);
  return usual === undefined ? 0 : PATIENCE.seconds * 1000 + PATIENCE.times * usual;
}

/** A suite knows of `bail` only what was said before it was made. */
function bailAt(suite: Mocha.Suite): void {
  suite.bail(true);
  suite.suites.forEach(bailAt);
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
