// Runs one suite with mocha:
//   node --import tsx test/host/runSuite.ts SUITE TIMEOUT_SECONDS JOBS [GREP]
// leaves its counts and ends with 1 when a test failed.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { leaveCounts } from './counts.ts';
import { endAtOnce } from './ending.ts';
import { runMocha, testFiles } from './mochaSuite.ts';
import { repoFolder } from './paths.ts';

endAtOnce();
const [, , suite = '', timeoutSeconds, jobs, grep = ''] = process.argv;
const folder = join(repoFolder, 'test', suite);
const names = await readdir(folder, { recursive: true });
const files = testFiles(suite, folder, grep).map((name) => join(folder, name));
const counts = await runMocha(files, {
  timeoutSeconds: Number(timeoutSeconds),
  jobs: Number(jobs),
  grep,
  loadFirst: [
    join(import.meta.dirname, 'worker.ts'),
    ...names.filter((name) => name === 'rootHooks.ts').map((name) => join(folder, name)),
  ],
  linePrefix: '',
});
await leaveCounts(counts);
// A test may have left something open; it must not keep the run from ending.
process.exit(counts.failures.length > 0 ? 1 : 0);
