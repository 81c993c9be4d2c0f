// npm test [-- STAGE …] [--file PART …] [--vscode oldest|newest|VERSION] [--pictures]: runs all stages, or those named, and
// prints the tests' counts in the last line. --file, given once or more often, leaves out the test files whose
// path contains none of these. --pictures keeps a picture of each step of a walk. --needs only says what is there of all that they need; --fetch only
// fetches it.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { addCounts, COUNTS_FILE, type Counts, failure, NOTHING_COUNTED, readCounts } from './host/counts.ts';
import { endAtOnce } from './host/ending.ts';
import { FILES } from './host/mochaSuite.ts';
import { repoFolder } from './host/paths.ts';
import { PICTURES } from './host/pictures.ts';
import { run } from './host/processes.ts';
import { describeError, say } from './host/say.ts';
import { beginTestRun, type TestRun } from './host/testRun.ts';
import { inEnvironment, type Need, provide } from './needs/needs.ts';
import { reportNeeds } from './needs/report.ts';
import { readVersion } from './needs/vscodeVersions.ts';

type Stage = {
  name: string;
  /** The stage tries the built extension, so `build` goes first; `with tests`: those that run inside VS Code, too. */
  needsBuild?: 'alone' | 'with tests';
  /** What it needs from outside. */
  needs?: readonly Need[];
  /** The VS Code that it is about, whatever --vscode says. */
  vscode?: 'oldest';
  /** It leaves a processor idle for so long that the stage after it runs at the same time; its output is shown afterwards. */
  leavesRoom?: true;
  /** Throws when something fails that is no test. */
  run(at: Place): Promise<Counts>;
};

/** Where a stage runs: what it may write to, the environment with what it needs, and what is built for all. */
type Place = Omit<TestRun, 'env'> & {
  env: NodeJS.ProcessEnv;
  buildsTests: boolean;
  /** Where its output goes: to the terminal as it comes, or, where another stage has that, to `print` when it is whole. */
  output: 'show' | 'keep';
  print: (text: string) => void;
};

/** The tests with this in their names run in the oldest VS Code, too. */
const ON_OLDEST = '@oldest';

/**
 * Megabytes for what is held for a moment only, of which properties and parsers make very much: to collect it took a quarter
 * of their time with the usual 16. The processes that mocha starts take it over.
 */
const ROOM_FOR_YOUNG = '--max-semi-space-size=64';

const stages: readonly Stage[] = [
  {
    name: 'lint',
    leavesRoom: true,
    run: async () => await command('node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings'),
  },
  { name: 'types', run: checkTypes },
  {
    name: 'build',
    run: async ({ distFolder, buildsTests }) =>
      await command('esbuild.js', ...(buildsTests ? ['--tests'] : []), '--outdir', distFolder),
  },
  { name: 'unit', leavesRoom: true, run: suite('unit', { seconds: 30, jobs: 3 }) },
  { name: 'org', run: suite('org', { seconds: 30, jobs: 3 }) },
  { name: 'webview', needs: ['chromium'], run: suite('webview', { seconds: 60, jobs: 2 }) },
  { name: 'vscode', needsBuild: 'with tests', needs: ['vscode'], run: windows({ count: 2 }) },
  {
    name: 'e2e',
    needsBuild: 'alone',
    needs: ['chromium', 'servedVSCode'],
    run: suite('e2e', { seconds: 180, jobs: 2 }),
  },
  {
    name: 'oldest',
    needsBuild: 'with tests',
    needs: ['vscode', 'chromium', 'servedVSCode'],
    vscode: 'oldest',
    leavesRoom: true,
    run: besideEachOther(
      windows({ count: 1, grep: ON_OLDEST }),
      suite('e2e', { seconds: 180, jobs: 2, grep: ON_OLDEST }),
    ),
  },
  {
    name: 'package',
    needsBuild: 'alone',
    needs: ['chromium', 'servedVSCode', 'packer'],
    run: suite('package', { seconds: 180, jobs: 2 }),
  },
];

endAtOnce();
try {
  await main();
} catch (error) {
  say(describeError(error));
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values, positionals: names } = parseArgs({
    options: {
      needs: { type: 'boolean' },
      fetch: { type: 'boolean' },
      vscode: { type: 'string' },
      file: { type: 'string', multiple: true },
      pictures: { type: 'boolean' },
    },
    allowPositionals: true,
  });
  if (values.needs) {
    process.exitCode = (await reportNeeds()) ? 0 : 1;
  } else if (values.fetch) {
    const needs = stages.flatMap((stage) => stage.needs ?? []);
    for (const version of ['newest', 'oldest']) await provide(needs, readVersion(version));
  } else {
    if (values.file !== undefined) process.env[FILES] = values.file.join('\n');
    if (values.pictures) process.env[PICTURES] = 'true';
    await runStages(choose(names, values.vscode), values.vscode);
  }
}

/** With --vscode, all that a VS Code is needed for runs in that one, and the stage about the oldest has nothing to add. */
function choose(names: string[], version: string | undefined): readonly Stage[] {
  const unknown = names.filter((name) => !stages.some((stage) => stage.name === name));
  if (unknown.length > 0) {
    const known = stages.map(({ name }) => name).join(', ');
    throw new Error(`There is no stage ${unknown.join(', ')}. Stages: ${known}`);
  }
  if (version !== undefined) readVersion(version);
  const chosen = stages.filter(({ name, vscode }) =>
    names.length > 0 ? names.includes(name) : version === undefined || vscode === undefined,
  );
  const needsBuild = chosen.some((stage) => stage.needsBuild !== undefined);
  return stages.filter((stage) => chosen.includes(stage) || (needsBuild && stage.name === 'build'));
}

async function runStages(chosen: readonly Stage[], version = 'newest'): Promise<void> {
  const testRun = await beginTestRun();
  Object.assign(process.env, testRun.env);
  let total = NOTHING_COUNTED;
  let notRun = 0;
  let tellBuilt: (isBuilt: boolean) => void = () => undefined;
  const built = new Promise<boolean>((resolve) => {
    tellBuilt = resolve;
  });
  const environments = beginToProvide(chosen, version, built);
  // To build them takes as long as to build the rest.
  const buildsTests =
    !chosen.some(({ needsBuild }) => needsBuild === 'alone') ||
    chosen.some(({ needsBuild }) => needsBuild === 'with tests');
  const runOne = async (stage: Stage, { output, print }: Pick<Place, 'output' | 'print'>) => {
    print(`\n── ${stage.name}`);
    const ready = await environments.get(stage);
    if (ready === undefined || typeof ready === 'string') {
      print(`── ${stage.name} not run: ${ready}`);
      notRun += 1;
      return;
    }
    const counts = await runStage(stage, { ...testRun, env: ready, buildsTests, output, print });
    if (stage.name === 'build') tellBuilt(counts.failures.length === 0);
    total = addCounts(total, counts);
  };
  for (const [shown, beside] of sideBySide(chosen)) {
    const kept: string[] = [];
    await Promise.all([
      runOne(shown, { output: 'show', print: say }),
      beside && runOne(beside, { output: 'keep', print: (text) => kept.push(text) }),
    ]);
    for (const text of kept) say(text);
  }
  const more = [
    ...(total.skipped > 0 ? [`${total.skipped} skipped`] : []),
    ...(notRun > 0 ? [`${notRun} ${notRun === 1 ? 'stage' : 'stages'} not run`] : []),
  ];
  // Where a long output is cut, its end still tells what to look for.
  for (const line of total.failures) say(`Failed: ${line}`);
  say(`\n${[`${total.passed} passed`, `${total.failures.length} failed`, ...more].join(', ')}`);
  const parts = process.env[FILES]?.split('\n');
  const isNothing = parts !== undefined && notRun === 0 && isDeepStrictEqual(total, NOTHING_COUNTED);
  if (isNothing)
    say(`No test was run: in these stages, no path of a test file contains "${parts.join('" or "')}".`);
  process.exitCode = total.failures.length + notRun > 0 || isNothing ? 1 : 0;
}

/** The stages in their order, each alone or with the one that runs beside it. */
function sideBySide([first, ...others]: readonly Stage[]): [Stage, Stage?][] {
  if (first === undefined) return [];
  const [next, ...rest] = others;
  return first.leavesRoom && next !== undefined
    ? [[first, next], ...sideBySide(rest)]
    : [[first], ...sideBySide(others)];
}

/**
 * Gets what the stages need, one after the other, while those before them run: much of it comes from far away. For what
 * tries the build, once that is there. Of each stage: its environment, or why it cannot run, in a sentence.
 */
function beginToProvide(
  chosen: readonly Stage[],
  version: string,
  built: Promise<boolean>,
): ReadonlyMap<Stage, ReturnType<typeof environmentOf>> {
  let before: Promise<unknown> = Promise.resolve();
  return new Map(
    chosen.map((stage) => {
      const environment = before.then(async () =>
        stage.needsBuild !== undefined && !(await built)
          ? 'the build failed'
          : await environmentOf(stage, stage.vscode ?? version),
      );
      before = environment;
      return [stage, environment];
    }),
  );
}

/** The environment with what a stage needs; why it cannot be had, in a sentence, where that is so. */
async function environmentOf(stage: Stage, version: string): Promise<NodeJS.ProcessEnv | string> {
  try {
    return { ...process.env, ...inEnvironment(await provide(stage.needs ?? [], readVersion(version))) };
  } catch (error) {
    return describeError(error);
  }
}

/** A stage that fails without a failed test (a lint error, a suite that cannot be loaded) counts as one failure. */
async function runStage(stage: Stage, at: Place): Promise<Counts> {
  const startedAt = Date.now();
  const counts = await stage.run(at).catch((error: unknown) => {
    at.print(describeError(error));
    return failure(describeError(error));
  });
  const result = counts.failures.length > 0 ? 'failed' : 'passed';
  at.print(`── ${stage.name} ${result} in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
  return counts;
}

async function checkTypes(): Promise<Counts> {
  const projects = ['tsconfig.json', 'src/core', 'webview', 'test'];
  // Beside each other they keep all cores busy: a second thread would only check again what the first one has checked. And
  // each ends before it pays to collect its garbage.
  const env = { ...process.env, GOGC: 'off', GOMEMLIMIT: '2GiB' };
  const checks = projects.map((project) =>
    run(process.execPath, ['node_modules/typescript/bin/tsc', '--singleThreaded', '-p', project], {
      cwd: repoFolder,
      env,
      output: 'show',
    }),
  );
  const failed = (await Promise.allSettled(checks)).filter((check) => check.status === 'rejected');
  if (failed[0] !== undefined) throw failed[0].reason;
  return NOTHING_COUNTED;
}

/** Something that either works or throws. */
async function command(...args: string[]): Promise<Counts> {
  await run(process.execPath, args, { cwd: repoFolder, output: 'show' });
  return NOTHING_COUNTED;
}

/** The tests of a folder. `jobs` is how many files run at the same time: those with a browser or a VS Code wait a lot. */
function suite(folder: string, options: { seconds: number; jobs: number; grep?: string }): Stage['run'] {
  const { seconds, jobs, grep = '' } = options;
  return counted('runSuite.ts', folder, String(seconds), String(jobs), grep);
}

/** The tests that run inside VS Code, in so many windows at the same time. */
function windows({ count, grep = '' }: { count: number; grep?: string }): Stage['run'] {
  return counted('runWindows.ts', String(count), grep);
}

/** Two parts of a stage at the same time. What the first one throws is told before what the other does. */
function besideEachOther(one: Stage['run'], other: Stage['run']): Stage['run'] {
  return async (at) => {
    const [first, second] = await Promise.allSettled([one(at), other(at)]);
    if (first.status === 'rejected') throw first.reason;
    if (second.status === 'rejected') throw second.reason;
    return addCounts(first.value, second.value);
  };
}

/** A script of test/host/ that leaves the counts of its tests. */
function counted(script: string, ...args: string[]): Stage['run'] {
  return async ({ resultsFolder, env, output, print }) => {
    const countsFile = join(resultsFolder, `${[script, ...args].join('-').replace(/\W+/g, '-')}.json`);
    await rm(countsFile, { force: true });
    const flags = [ROOM_FOR_YOUNG, '--import', 'tsx'];
    const ending = await run(process.execPath, [...flags, join('test', 'host', script), ...args], {
      cwd: repoFolder,
      env: { ...env, [COUNTS_FILE]: countsFile },
      output,
      keepLines: Number.POSITIVE_INFINITY,
    }).then(
      (printed) => {
        if (printed !== '') print(printed);
        return undefined;
      },
      (error: unknown) => error,
    );
    const counts = await readCounts(countsFile);
    if (counts === undefined || (ending !== undefined && counts.failures.length === 0)) {
      throw ending ?? new Error(`${script} left no counts.`);
    }
    // A test that failed has said so itself, which where it was kept is in the error.
    if (ending !== undefined && output === 'keep') print(describeError(ending));
    return counts;
  };
}
