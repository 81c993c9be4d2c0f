// What Stryker runs the tests with (a plugin of it): one process for many mutants, and for each only the tests that reach it.
// Stryker's own cannot be taken: it has a mocha of its own, in which the tests of another mocha are not seen, and starts a
// process for each mutant of what runs when a file is loaded.
import assert from 'node:assert/strict';
import { register } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import Mocha from 'mocha';

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
const told: Told = globalThis.__stryker__;

type TestResult = { id: string; name: string; timeSpentMs: number } & (
  | { status: 0 }
  | { status: 1; failureMessage: string }
);
type Settings = { ownTests: readonly string[] };
type MutantRun = {
  activeMutant: { id: string };
  /** `static`: it counts from the time of loading on. */
  mutantActivation: 'static' | 'runtime';
  testFilter?: readonly string[];
  hitLimit?: number;
};

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

class OwnTestRunner {
  static readonly inject = ['options'] as const;
  private readonly files: readonly string[];
  private loads = 0;
  private runs = 0;
  /** As it is without a mutant while it is loaded. */
  private whole: Mocha | undefined;

  constructor({ ownTests }: Settings) {
    this.files = ownTests.map((test) => resolve(test));
  }

  async capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun() {
    const mocha = await this.wholeOne();
    let isMeasuring = true;
    mocha.suite.beforeEach(function () {
      if (isMeasuring) told.currentTestId = this.currentTest?.fullTitle();
    });
    const tests = await resultsOf(mocha);
    isMeasuring = false;
    return { status: 'complete', tests, mutantCoverage: told.mutantCoverage };
  }

  async mutantRun({ activeMutant: { id: mutant }, mutantActivation, testFilter, hitLimit }: MutantRun) {
    const whole = await this.wholeOne();
    this.runs += 1;
    let mocha = whole;
    if (mutantActivation === 'static') {
      told.activeMutant = mutant;
      try {
        mocha = await this.load();
      } catch (error) {
        told.activeMutant = undefined;
        return { status: 'killed', killedBy: ['loading'], failureMessage: String(error), nrOfTests: 0 };
      }
    }
    told.hitLimit = hitLimit;
    told.hitCount = hitLimit === undefined ? undefined : 0;
    told.activeMutant = mutant;
    const tests = await resultsOf(mocha, testFilter);
    const isEndless = told.hitLimit !== undefined && (told.hitCount ?? 0) > told.hitLimit;
    told.activeMutant = told.hitLimit = told.hitCount = undefined;
    if (isEndless) return { status: 'timeout', reason: 'It went on and on.' };
    const failed = tests.find((test) => test.status === 1);
    if (failed === undefined) return { status: 'survived', nrOfTests: tests.length };
    const { id, failureMessage } = failed;
    // A mutant before may have left something behind by which a test fails. Then Stryker tries it in a new process.
    if (this.runs > 1 && (await resultsOf(whole, [id])).some(({ status }) => status === 1)) process.exit(1);
    return { status: 'killed', killedBy: [id], failureMessage, nrOfTests: tests.length };
  }

  private async wholeOne(): Promise<Mocha> {
    this.whole ??= await this.load();
    return this.whole;
  }

  /** Another mocha with the tests, and all that they use of the repository, loaded again. */
  private async load(): Promise<Mocha> {
    const mocha = new Mocha({ timeout: 30_000, reporter: Mocha.reporters.Base });
    mocha.cleanReferencesAfterRun(false);
    this.loads += 1;
    for (const file of this.files) {
      mocha.suite.emit('pre-require', globalThis, file, mocha);
      await import(`${pathToFileURL(file)}?load=${this.loads}`);
    }
    bailAt(mocha.suite);
    return mocha;
  }
}

/** Runs all tests, or those with these titles, until one fails. */
function resultsOf(mocha: Mocha, titles?: readonly string[]): Promise<TestResult[]> {
  mocha.grep(
    titles === undefined ? /(?:)/ : new RegExp(titles.map((title) => `^${literally(title)}$`).join('|')),
  );
  const tests: TestResult[] = [];
  let startedAt = performance.now();
  const add = (title: string, outcome: { status: 0 } | { status: 1; failureMessage: string }) => {
    tests.push({ id: title, name: title, timeSpentMs: performance.now() - startedAt, ...outcome });
    startedAt = performance.now();
  };
  return new Promise((done) => {
    const runner = mocha.run(() => done(tests));
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

/** A suite knows of `bail` only what was said before it was made. */
function bailAt(suite: Mocha.Suite): void {
  suite.bail(true);
  suite.suites.forEach(bailAt);
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** Stryker looks for this name. */
export const strykerPlugins = [{ kind: 'TestRunner', name: 'own', injectableClass: OwnTestRunner }];
