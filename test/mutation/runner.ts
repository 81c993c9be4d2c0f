// What Stryker runs the tests with (a plugin of it): one process for many mutants, and for each only the tests that reach it.
// Stryker's own cannot be taken: it has a mocha of its own, in which the tests of another mocha are not seen, and starts a
// process for each mutant of what runs when a file is loaded.
import assert from 'node:assert/strict';
import { register } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
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

/** `hits`: how often it came to the mutant. */
type TestResult = { id: string; name: string; timeSpentMs: number; hits: number } & (
  | { status: 0; failureMessage?: undefined }
  | { status: 1; failureMessage: string }
);
/** What became of the tests with a mutant. */
type Found =
  | { kind: 'not-loaded'; reason: string }
  | { kind: 'endless' }
  | { kind: 'failed'; test: TestResult; tests: readonly TestResult[] }
  | { kind: 'passed'; tests: readonly TestResult[] };
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

// The smallest made-up case that fails is of no interest, and other cases each time would make other figures.
fc.configureGlobal({ endOnFailure: true, seed: 1 });

/** The tests with all that they use of the repository, loaded once; each file of tests when it is first needed. */
class Load {
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

class OwnTestRunner {
  static readonly inject = ['options'] as const;
  /** What notices one mutant of a file often notices the next: the file that did so last comes first. */
  private files: readonly string[];
  private readonly titlesIn = new Map<string, ReadonlySet<string>>();
  /** As it is without a mutant while it is loaded. */
  private whole = new Load();

  constructor({ ownTests }: Settings) {
    this.files = ownTests.map((test) => resolve(test));
  }

  async capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun() {
    // What runs while a file is loaded must not count as reached by a test.
    for (const file of this.files) await this.whole.testsIn(file);
    let isMeasuring = true;
    const tests: TestResult[] = [];
    for (const file of this.files) {
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
    if (await this.isCertain(found, isUnused)) return outcomeOf(found);
    const again = await this.tried(run, new Load());
    this.whole = new Load();
    // What was left behind is in no file that can be loaded again. Then Stryker tries it in a new process.
    if (again.kind === 'failed' && !(await this.passesWithout(again.test))) process.exit(1);
    return outcomeOf(again);
  }

  /** Whether nothing that was left behind can have failed a test, or kept one from coming to the mutant. */
  private async isCertain(found: Found, isUnused: boolean): Promise<boolean> {
    switch (found.kind) {
      case 'not-loaded':
      case 'endless':
        return true;
      case 'failed':
        return isUnused || (await this.passesWithout(found.test));
      case 'passed':
        return found.tests.every(({ hits }) => hits > 0);
    }
  }

  private async passesWithout({ id }: TestResult): Promise<boolean> {
    const file = this.files.find((each) => this.titlesIn.get(each)?.has(id));
    const tests = file === undefined ? [] : await resultsOf(await this.whole.testsIn(file), [id]);
    return tests.every(({ status }) => status === 0);
  }

  /** Runs the tests with a mutant until one fails. */
  private async tried({ activeMutant, testFilter, hitLimit }: MutantRun, load: Load): Promise<Found> {
    const most = hitLimit ?? Number.POSITIVE_INFINITY;
    Object.assign(told, { activeMutant: activeMutant.id, hitLimit: most, hitCount: 0 });
    const tests: TestResult[] = [];
    load.isUsed = true;
    try {
      for (const file of this.files) {
        const titles = this.titlesIn.get(file);
        const wanted = testFilter?.filter((title) => titles?.has(title) ?? true);
        if (wanted?.length === 0) continue;
        const mocha = await load.testsIn(file);
        this.titlesIn.set(file, titlesOf(mocha));
        tests.push(...(await resultsOf(mocha, wanted)));
        if ((told.hitCount ?? 0) > most) return { kind: 'endless' };
        const test = tests.find(({ status }) => status === 1);
        if (test === undefined) continue;
        this.files = [file, ...this.files.filter((each) => each !== file)];
        return { kind: 'failed', test, tests };
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

function titlesOf({ suite }: Mocha): ReadonlySet<string> {
  const titles = new Set<string>();
  suite.eachTest((test) => titles.add(test.fullTitle()));
  return titles;
}

/** Runs all tests, or those with these titles, until one fails. */
function resultsOf(mocha: Mocha, titles?: readonly string[]): Promise<TestResult[]> {
  mocha.grep(
    titles === undefined ? /(?:)/ : new RegExp(titles.map((title) => `^${literally(title)}$`).join('|')),
  );
  const tests: TestResult[] = [];
  let startedAt = performance.now();
  let hitsBefore = told.hitCount ?? 0;
  const add = (title: string, outcome: { status: 0 } | { status: 1; failureMessage: string }) => {
    const hits = (told.hitCount ?? 0) - hitsBefore;
    tests.push({ id: title, name: title, timeSpentMs: performance.now() - startedAt, hits, ...outcome });
    startedAt = performance.now();
    hitsBefore += hits;
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
