// What Stryker runs the tests with (a plugin of it): one process for many mutants, and for each only the tests that reach it.
// Stryker's own cannot be taken: it has a mocha of its own, in which the tests of another mocha are not seen.
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
  mutantActivation: 'static' | 'runtime';
  testFilter?: readonly string[];
  hitLimit?: number;
};

class OwnTestRunner {
  static readonly inject = ['options'] as const;
  private readonly mocha: Mocha;
  private isLoaded = false;
  private isMeasuring = false;

  constructor({ ownTests }: Settings) {
    this.mocha = new Mocha({ timeout: 30_000, reporter: Mocha.reporters.Base });
    this.mocha.cleanReferencesAfterRun(false);
    for (const test of ownTests) this.mocha.addFile(test);
    const noteTest = (id: string | undefined) => {
      if (this.isMeasuring) told.currentTestId = id;
    };
    this.mocha.suite.beforeEach(function () {
      noteTest(this.currentTest?.fullTitle());
    });
  }

  /** What was loaded once stays, so that a mutant of what runs at loading needs a process of its own. */
  async capabilities() {
    return { reloadEnvironment: false };
  }

  async dryRun() {
    this.isMeasuring = true;
    await this.load();
    const tests = await this.run();
    this.isMeasuring = false;
    return { status: 'complete', tests, mutantCoverage: told.mutantCoverage };
  }

  async mutantRun({ activeMutant, mutantActivation, testFilter, hitLimit }: MutantRun) {
    const isFirst = !this.isLoaded;
    if (isFirst) {
      told.activeMutant = mutantActivation === 'static' ? activeMutant.id : undefined;
      try {
        await this.load();
      } catch (error) {
        return { status: 'killed', killedBy: ['loading'], failureMessage: String(error), nrOfTests: 0 };
      }
    }
    told.hitLimit = hitLimit;
    told.hitCount = hitLimit === undefined ? undefined : 0;
    told.activeMutant = activeMutant.id;
    this.mocha.grep(testFilter === undefined ? /(?:)/ : onlyThose(testFilter));
    const tests = await this.run();
    const isEndless = told.hitLimit !== undefined && (told.hitCount ?? 0) > told.hitLimit;
    told.activeMutant = told.hitLimit = told.hitCount = undefined;
    if (isEndless) return { status: 'timeout', reason: 'It went on and on.' };
    const failed = tests.find((test) => test.status === 1);
    if (failed === undefined) return { status: 'survived', nrOfTests: tests.length };
    // A mutant before may have left something behind by which a test fails. Then Stryker tries it in a new process.
    if (!isFirst && !(await this.passes(failed.id))) process.exit(1);
    const { id, failureMessage } = failed;
    return { status: 'killed', killedBy: [id], failureMessage, nrOfTests: tests.length };
  }

  private async passes(title: string): Promise<boolean> {
    this.mocha.grep(onlyThose([title]));
    return (await this.run()).every(({ status }) => status === 0);
  }

  private async load(): Promise<void> {
    await this.mocha.loadFilesAsync();
    bailAt(this.mocha.suite);
    this.isLoaded = true;
  }

  private run(): Promise<TestResult[]> {
    const tests: TestResult[] = [];
    let startedAt = performance.now();
    const add = (title: string, outcome: { status: 0 } | { status: 1; failureMessage: string }) => {
      tests.push({ id: title, name: title, timeSpentMs: performance.now() - startedAt, ...outcome });
      startedAt = performance.now();
    };
    return new Promise((resolve) => {
      const runner = this.mocha.run(() => resolve(tests));
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
}

/** A suite knows of `bail` only what was said before it was made. */
function bailAt(suite: Mocha.Suite): void {
  suite.bail(true);
  suite.suites.forEach(bailAt);
}

function onlyThose(titles: readonly string[]): RegExp {
  return new RegExp(titles.map((title) => `^${title.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}$`).join('|'));
}

/** Stryker looks for this name. */
export const strykerPlugins = [{ kind: 'TestRunner', name: 'own', injectableClass: OwnTestRunner }];
