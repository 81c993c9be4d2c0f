// npm run flaky [-- --since COMMIT] [--again]: runs the stages again and again while all cores are busy, to find the tests that
// fail now and then. With --since also the test files that have changed since that commit. What was interrupted goes on where
// it stopped, as long as no file has changed; --again starts anew. Prints a table; the output of runs that failed is kept in
// .vscode-test/flaky/.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import * as z from 'zod/mini';
import { endAtOnce } from './host/ending.ts';
import { downloadsFolder, repoFolder } from './host/paths.ts';
import { run } from './host/processes.ts';
import { describeError, say } from './host/say.ts';

/** How often a test that has changed is run, and each one that is quick because it needs neither an editor nor a browser. */
const OFTEN = 20;

/** How often each stage is run. */
const STAGES = { unit: OFTEN, org: OFTEN, webview: 3, vscode: 3, e2e: 3, oldest: 3, package: 3 };

const Tally = z.object({ runs: z.number(), failed: z.number(), seconds: z.array(z.number()) });
const State = z.object({ tree: z.string(), tallies: z.record(z.string(), Tally) });
type State = z.infer<typeof State>;

/** Arguments of `npm test`, how often it is run with them, and what the table calls that. */
type Job = { name: string; args: string[]; times: number };

const folder = join(downloadsFolder, 'flaky');
const stateFile = join(folder, 'state.json');

endAtOnce();
const { values } = parseArgs({ options: { since: { type: 'string' }, again: { type: 'boolean' } } });
if (values.again) await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const state = await readState();
const jobs = [
  ...Object.entries(STAGES).map(([stage, times]) => ({ name: stage, args: [stage], times })),
  ...(values.since === undefined ? [] : await changedFiles(values.since)),
];
const load = Array.from({ length: availableParallelism() }, () => new Worker('for (;;);', { eval: true }));
for (const job of jobs) await runJob(job);
await Promise.all(load.map(async (worker) => await worker.terminate()));
printTable();
process.exit(jobs.some(({ name }) => (state.tallies[name]?.failed ?? 0) > 0) ? 1 : 0);

async function runJob({ name, args, times }: Job): Promise<void> {
  const tally = state.tallies[name] ?? { runs: 0, failed: 0, seconds: [] };
  state.tallies[name] = tally;
  while (tally.runs < times) {
    const startedAt = Date.now();
    const failure = await run(process.execPath, ['--import', 'tsx', join('test', 'run.ts'), ...args], {
      cwd: repoFolder,
      output: 'keep',
      keepLines: Number.POSITIVE_INFINITY,
    }).then(
      () => undefined,
      (error: unknown) => describeError(error),
    );
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    tally.runs += 1;
    tally.seconds.push(seconds);
    if (failure !== undefined) {
      tally.failed += 1;
      const log = join(folder, `${name.replace(/\W+/g, '-')}-${tally.runs}.log`);
      await writeFile(log, failure);
      say(`${name}, run ${tally.runs}: failed, see ${log}`);
    } else {
      say(`${name}, run ${tally.runs} of ${times}: passed in ${seconds} s`);
    }
    await writeFile(stateFile, JSON.stringify(state));
  }
}

/** What an interrupted run has done, if it was about the very files that are here now. */
async function readState(): Promise<State> {
  const tree = await treeOf();
  const text = await readFile(stateFile, 'utf8').catch(() => undefined);
  const last = text === undefined ? undefined : State.parse(JSON.parse(text));
  return last?.tree === tree ? last : { tree, tallies: {} };
}

/** Stands for all files of the repository as they are. */
async function treeOf(): Promise<string> {
  const parts = [
    await git('rev-parse', 'HEAD'),
    await git('diff', 'HEAD'),
    await git('status', '--porcelain'),
  ];
  return createHash('sha256').update(parts.join('\0')).digest('hex');
}

/**
 * A job for each stage that has test files that have changed since a commit: all of them together, because an editor takes
 * longer to start than most of them take. A stage that is run as often as a whole has them in it.
 */
async function changedFiles(commit: string): Promise<Job[]> {
  const names = await git('diff', '--name-only', '--diff-filter=d', commit, '--', 'test');
  const tests = names.split('\n').filter((path) => path.endsWith('.test.ts'));
  return Object.entries(STAGES).flatMap(([stage, times]) => {
    const changed = tests.filter((path) => path.startsWith(`test/${stage}/`));
    if (times >= OFTEN || changed.length === 0) return [];
    const files = changed.flatMap((path) => ['--file', join(basename(dirname(path)), basename(path))]);
    return [{ name: `${stage}, changed since ${commit}`, args: [stage, ...files], times: OFTEN }];
  });
}

async function git(...args: string[]): Promise<string> {
  return await run('git', args, { cwd: repoFolder, output: 'keep' });
}

function printTable(): void {
  say('\n| what | runs | failed | seconds |\n|---|---|---|---|');
  for (const [name, { runs, failed, seconds }] of Object.entries(state.tallies)) {
    say(`| ${name} | ${runs} | ${failed} | ${Math.min(...seconds)} to ${Math.max(...seconds)} |`);
  }
}
