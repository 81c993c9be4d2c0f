// Runs one suite with mocha:
//   node --import tsx test/host/runSuite.ts SUITE TIMEOUT_SECONDS JOBS
// writes the counts to the file that TEST_COUNTS_FILE names and ends with 1 when a test failed.
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runMocha } from './mochaSuite.ts';
import { repoFolder } from './paths.ts';

const [, , suite = '', timeoutSeconds, jobs] = process.argv;
const folder = join(repoFolder, 'test', suite);
// git keeps no empty folder: a suite without one has no tests yet.
const names = await readdir(folder, { recursive: true }).catch(() => []);
const files = names
  .filter((name) => name.endsWith('.test.ts'))
  .sort()
  .map((name) => join(folder, name));
const counts = await runMocha(files, {
  timeoutSeconds: Number(timeoutSeconds),
  jobs: Number(jobs),
  hooks: names.filter((name) => name === 'rootHooks.ts').map((name) => join(folder, name)),
  linePrefix: '',
});
await writeFile(process.env['TEST_COUNTS_FILE'] ?? '', JSON.stringify(counts));
// A test may have left something open; it must not keep the run from ending.
process.exit(counts.failed > 0 ? 1 : 0);
