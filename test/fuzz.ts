// npm run fuzz [-- TARGET …] [--cases N]: tries the properties that the unit tests state with 100,000 cases, or N, of each
// target. Prints a table; of a case that fails, what it is and the seed that makes it again. Ends with 1 if one did.
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CASES_FILE, TIMES_AS_MANY } from './fuzz/cases.ts';
import { testsWithProperties } from './fuzz/targets.ts';
import { endAtOnce } from './host/ending.ts';
import { repoFolder } from './host/paths.ts';
import { run } from './host/processes.ts';
import { describeError, say } from './host/say.ts';
import { makeTemporaryFolder } from './host/temporaryFolder.ts';

const mocha = [
  ...['--import', 'tsx', join('node_modules', 'mocha', 'bin', 'mocha.js')],
  ...['--exit', '--reporter', 'dot', '--require', join('test', 'fuzz', 'withoutLimit.ts')],
];

endAtOnce();
try {
  process.exitCode = await main();
} catch (error) {
  say(describeError(error));
  process.exitCode = 1;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { cases: { type: 'string', default: '100000' } },
    allowPositionals: true,
  });
  const wanted = Number(values.cases);
  if (!Number.isInteger(wanted) || wanted < 1)
    throw new Error(`--cases takes a number, not "${values.cases}".`);
  const targets = await testsWithProperties();
  const unknown = positionals.filter((name) => !targets.has(name));
  if (unknown.length > 0) {
    throw new Error(`There is no target ${unknown.join(', ')}. Targets: ${[...targets.keys()].join(', ')}`);
  }
  const rows: string[] = [];
  let failed = 0;
  for (const [target, files] of targets) {
    if (positionals.length > 0 && !positionals.includes(target)) continue;
    const { cases, seconds, failure } = await fuzz(target, files, wanted);
    if (failure !== undefined) {
      failed += 1;
      say(failure);
    }
    rows.push(`| ${target} | ${cases} | ${seconds} | ${failure === undefined ? 'none' : 'see above'} |`);
  }
  say(['', '| target | cases | seconds | failed |', '|---|---|---|---|', ...rows].join('\n'));
  return failed > 0 ? 1 : 0;
}

/** Runs a target's tests once as usual, which says how many cases these are, and then as many times as many as are wanted. */
async function fuzz(target: string, files: readonly string[], wanted: number) {
  const startedAt = Date.now();
  const folder = await makeTemporaryFolder('fuzz');
  const casesFile = join(folder.path, 'cases');
  const tryOut = async (timesAsMany: number) => {
    await rm(casesFile, { force: true });
    const env = { ...process.env, [CASES_FILE]: casesFile, [TIMES_AS_MANY]: String(timesAsMany) };
    await run(process.execPath, [...mocha, ...files], {
      cwd: repoFolder,
      env,
      output: 'keep',
      keepLines: 80,
    });
    const lines = (await readFile(casesFile, 'utf8')).trim().split('\n');
    return lines.reduce((sum, line) => sum + Number(line), 0);
  };
  let cases = 0;
  let failure: string | undefined;
  try {
    say(`${target}: ${files.join(', ')}`);
    cases = await tryOut(1);
    if (cases < wanted) {
      const timesAsMany = Math.ceil(wanted / cases);
      say(`${target}: ${cases * timesAsMany} cases …`);
      cases = await tryOut(timesAsMany);
    }
  } catch (error) {
    failure = describeError(error);
  } finally {
    await folder.remove();
  }
  return { cases, seconds: Math.round((Date.now() - startedAt) / 1000), failure };
}
