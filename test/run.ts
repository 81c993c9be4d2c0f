// npm test [-- STAGE …]: runs all stages, or those named, and prints the tests' counts in the last line.
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Counts } from './host/mochaSuite.ts';
import { repoFolder, resultsFolder } from './host/paths.ts';
import { run } from './host/processes.ts';
import { describeError, say } from './host/say.ts';
import { runVSCodeSuite } from './host/vscodeSuite.ts';

type Stage = {
  name: string;
  /** The stage tries the built extension, so `build` goes first. */
  needsBuild: boolean;
  /** Throws when something failed. A suite also writes its counts to `countsFile`. */
  run(countsFile: string): Promise<unknown>;
};

const stages: Stage[] = [
  {
    name: 'lint',
    needsBuild: false,
    run: () => tool('@biomejs/biome/bin/biome', 'ci', '--error-on-warnings'),
  },
  { name: 'types', needsBuild: false, run: checkTypes },
  { name: 'build', needsBuild: false, run: () => node(['esbuild.js', '--tests']) },
  { name: 'unit', needsBuild: false, run: suite('unit', 10) },
  { name: 'org', needsBuild: false, run: suite('org', 10) },
  { name: 'webview', needsBuild: true, run: suite('webview', 30, 2) },
  { name: 'vscode', needsBuild: true, run: runVSCodeSuite },
  { name: 'e2e', needsBuild: true, run: suite('e2e', 90, 2) },
];

const countsSchema = z.object({ passed: z.number(), failed: z.number(), skipped: z.number() });

await main(process.argv.slice(2));

async function main(names: string[]): Promise<void> {
  const unknown = names.filter((name) => !stages.some((stage) => stage.name === name));
  if (unknown.length > 0) {
    say(`There is no stage ${unknown.join(', ')}. Stages: ${stages.map((stage) => stage.name).join(', ')}`);
    process.exit(1);
  }
  await mkdir(resultsFolder, { recursive: true });
  const chosen = stages.filter((stage) => names.length === 0 || names.includes(stage.name));
  const needsBuild = chosen.some((stage) => stage.needsBuild);
  const total: Counts = { passed: 0, failed: 0, skipped: 0 };
  let built = true;
  for (const stage of stages.filter(
    ({ name }) => chosen.some((one) => one.name === name) || (name === 'build' && needsBuild),
  )) {
    if (stage.needsBuild && !built) {
      say(`\n── ${stage.name}: not run, because the build failed`);
      continue;
    }
    const counts = await runStage(stage);
    built &&= stage.name !== 'build' || counts.failed === 0;
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
  }
  say(
    `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
  );
  process.exitCode = total.failed > 0 ? 1 : 0;
}

/** A stage that fails without a failed test (a lint error, a suite that cannot be loaded) counts as one failure. */
async function runStage(stage: Stage): Promise<Counts> {
  say(`\n── ${stage.name}`);
  const startedAt = Date.now();
  const countsFile = join(resultsFolder, `${stage.name}.json`);
  await rm(countsFile, { force: true });
  let failure = '';
  try {
    await stage.run(countsFile);
  } catch (error) {
    failure = describeError(error);
  }
  const counts = await readCounts(countsFile);
  if (failure !== '' && counts.failed === 0) {
    say(failure);
    counts.failed = 1;
  }
  const result = counts.failed > 0 ? 'failed' : 'passed';
  say(`── ${stage.name} ${result} in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
  return counts;
}

async function readCounts(file: string): Promise<Counts> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? { passed: 0, failed: 0, skipped: 0 } : countsSchema.parse(JSON.parse(text));
}

async function checkTypes(): Promise<void> {
  for (const project of ['tsconfig.json', 'src/core', 'webview', 'test']) {
    await tool('typescript/bin/tsc', '-p', project);
  }
}

/** `jobs` is how many files run at the same time: those that work with a browser or a VS Code wait a lot. */
function suite(name: string, timeoutSeconds: number, jobs = 1): Stage['run'] {
  const limits = [String(timeoutSeconds), String(jobs)];
  return (countsFile) =>
    node(['--import', 'tsx', join('test', 'host', 'runSuite.ts'), name, ...limits], {
      TEST_COUNTS_FILE: countsFile,
    });
}

function tool(path: string, ...args: string[]): Promise<unknown> {
  return node([join('node_modules', path), ...args]);
}

function node(args: string[], env: Record<string, string> = {}): Promise<unknown> {
  return run(process.execPath, args, {
    cwd: repoFolder,
    env: { ...process.env, ...env },
    output: 'show',
  });
}
