// What Stryker runs the tests with (a plugin of it): one process for many mutants, and for each only the tests of its file that
// reach it. Stryker's own starts a process for each mutant of what runs when a file is loaded.
import { resolve } from 'node:path';
import { Load, resultsOf, type TestResult, titlesOf, told } from './load.ts';

/** What became of the tests with a mutant. */
type Found =
  | { kind: 'not-loaded'; reason: string }
  | { kind: 'endless' }
  | { kind: 'failed'; file: string; test: TestResult; tests: readonly TestResult[] }
  | { kind: 'passed'; tests: readonly TestResult[] };
/** The tests of each file that is mutated, by its name. */
type Settings = { ownTests: Readonly<Record<string, readonly string[]>> };
type MutantRun = {
  activeMutant: { id: string; fileName: string };
  /** `static`: it counts from the time of loading on. */
  mutantActivation: 'static' | 'runtime';
  testFilter?: readonly string[] | undefined;
  hitLimit?: number;
};

class OwnTestRunner {
  static readonly inject = ['options'] as const;
  /** What notices one mutant of a file often notices the next: the tests that did so last come first. */
  private readonly testsOf: Map<string, readonly string[]>;
  private readonly titlesIn = new Map<string, ReadonlySet<string>>();
  /** As it is without a mutant while it is loaded. */
  private whole = new Load();

  constructor({ ownTests }: Settings) {
    this.testsOf = new Map(
      Object.entries(ownTests).map(([file, tests]) => [resolve(file), tests.map((test) => resolve(test))]),
    );
  }

  async capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun() {
    const files = new Set([...this.testsOf.values()].flat());
    // What runs while a file is loaded must not count as reached by a test.
    for (const file of files) await this.whole.testsIn(file);
    let isMeasuring = true;
    const tests: TestResult[] = [];
    for (const file of files) {
      const mocha = await this.whole.testsIn(file);
      mocha.suite.beforeEach(function () {
        if (isMeasuring) told.currentTestId = this.currentTest?.fullTitle();
      });
      tests.push(...(await resultsOf(mocha)));
    }
    isMeasuring = false;
    return { status: 'complete', tests, mutantCoverage: told.mutantCoverage };
  }

  async mutantRun(run: MutantRun) {
    if (run.mutantActivation === 'static') return outcomeOf(await this.tried(run, new Load()));
    const isUnused = !this.whole.isUsed;
    const found = await this.tried(run, this.whole);
    // It is reached by the tests of another file alone, perhaps because what it gives is remembered since then.
    if (found.kind === 'passed' && found.tests.length === 0)
      return outcomeOf(await this.tried({ ...run, testFilter: undefined }, new Load()));
    if (await this.isCertain(found, isUnused)) return outcomeOf(found);
    const again = await this.tried(run, new Load());
    this.whole = new Load();
    // What was left behind is in no file that can be loaded again. Then Stryker tries it in a new process.
    if (again.kind === 'failed' && !(await this.passesWithout(again))) process.exit(1);
    return outcomeOf(again);
  }

  /** Whether nothing that was left behind can have failed a test, or kept one from coming to the mutant. */
  private async isCertain(found: Found, isUnused: boolean): Promise<boolean> {
    switch (found.kind) {
      case 'not-loaded':
      case 'endless':
        return true;
      case 'failed':
        return isUnused || (await this.passesWithout(found));
      case 'passed':
        return found.tests.every(({ hits }) => hits > 0);
    }
  }

  private async passesWithout({ file, test }: { file: string; test: TestResult }): Promise<boolean> {
    const tests = await resultsOf(await this.whole.testsIn(file), [test.id]);
    return tests.every(({ status }) => status === 0);
  }

  /** Runs the tests with a mutant until one fails. */
  private async tried({ activeMutant, testFilter, hitLimit }: MutantRun, load: Load): Promise<Found> {
    const most = hitLimit ?? Number.POSITIVE_INFINITY;
    Object.assign(told, { activeMutant: activeMutant.id, hitLimit: most, hitCount: 0 });
    const files = this.testsOf.get(activeMutant.fileName) ?? [];
    const tests: TestResult[] = [];
    load.isUsed = true;
    try {
      for (const file of files) {
        const titles = this.titlesIn.get(file);
        const wanted = testFilter?.filter((title) => titles?.has(title) ?? true);
        if (wanted?.length === 0) continue;
        const mocha = await load.testsIn(file);
        this.titlesIn.set(file, titlesOf(mocha));
        tests.push(...(await resultsOf(mocha, wanted)));
        if ((told.hitCount ?? 0) > most) return { kind: 'endless' };
        const test = tests.find(({ status }) => status === 1);
        if (test === undefined) continue;
        this.testsOf.set(activeMutant.fileName, [file, ...files.filter((each) => each !== file)]);
        return { kind: 'failed', file, test, tests };
      }
      return { kind: 'passed', tests };
    } catch (error) {
      return { kind: 'not-loaded', reason: String(error) };
    } finally {
      told.activeMutant = told.hitLimit = told.hitCount = undefined;
    }
  }
}

/** What Stryker is told of it. */
function outcomeOf(found: Found) {
  switch (found.kind) {
    case 'not-loaded':
      return { status: 'killed', killedBy: ['loading'], failureMessage: found.reason, nrOfTests: 0 };
    case 'endless':
      return { status: 'timeout', reason: 'It went on and on.' };
    case 'passed':
      return { status: 'survived', nrOfTests: found.tests.length };
    case 'failed': {
      const { id, failureMessage = '' } = found.test;
      return { status: 'killed', killedBy: [id], failureMessage, nrOfTests: found.tests.length };
    }
  }
}

/** Stryker looks for this name. */
export const strykerPlugins = [{ kind: 'TestRunner', name: 'own', injectableClass: OwnTestRunner }];
