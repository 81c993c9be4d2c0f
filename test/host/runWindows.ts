// Runs the built test/vscode/ inside VS Code:
//   node --import tsx test/host/runWindows.ts WINDOWS [GREP]
// in so many windows at once, of which each takes the next file that no other has taken. Leaves the counts, and ends with 1
// when a test failed.
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { DATA_FOLDER } from '../canaries/issued.js';
import { provision } from '../needs/needs.ts';
import {
  addCounts,
  COUNTS_FILE,
  type Counts,
  failure,
  leaveCounts,
  NOTHING_COUNTED,
  readCounts,
} from './counts.ts';
import { endAtOnce } from './ending.ts';
import { FILES, GREP, QUEUE_FOLDER, testFiles } from './mochaSuite.ts';
import { extensionFolder, FIXTURES_FOLDER, fixturesFolder } from './paths.ts';
import { describeError } from './say.ts';
import { copySampleWorkspace, makeTemporaryFolder } from './temporaryFolder.ts';

/** Takes the arguments of the desktop's executable. */
const servedExecutable = join(
  import.meta.dirname,
  'served',
  process.platform === 'win32' ? 'vscode.cmd' : 'vscode.js',
);

const builtTests = join(extensionFolder, 'dist', 'test', 'vscode');

endAtOnce();
const [, , windows, grep = ''] = process.argv;
const queue = await makeTemporaryFolder('queue');
const env = { [QUEUE_FOLDER]: queue.path, [GREP]: grep, [FILES]: process.env[FILES] ?? '' };
// On a desktop each window takes the focus from the others, which tests of an editor notice.
const isServed = (await provision('vscode')).kind === 'served';
const files = testFiles('vscode', builtTests, grep);
const count = isServed ? Math.min(Number(windows), files.length) : 1;
const results = await Promise.all(Array.from({ length: count }, async () => await runWindow()));
const total = results.reduce(addCounts, NOTHING_COUNTED);
await leaveCounts(total);
process.exit(total.failures.length > 0 ? 1 : 0);

/** A window that ends without its counts counts as one failure. */
async function runWindow(): Promise<Counts> {
  const vscode = await provision('vscode');
  const workspace = await copySampleWorkspace();
  const data = await makeTemporaryFolder('window');
  const countsFile = join(data.path, 'counts.json');
  try {
    await runTests({
      vscodeExecutablePath: vscode.kind === 'desktop' ? vscode.path : servedExecutable,
      extensionDevelopmentPath: extensionFolder,
      extensionTestsPath: join(builtTests, 'index.js'),
      launchArgs: [
        workspace.path,
        `--user-data-dir=${join(data.path, 'user')}`,
        `--extensions-dir=${join(data.path, 'extensions')}`,
        // Secrets are kept without a keyring, which a machine that only tests need not have.
        '--password-store=basic',
      ],
      extensionTestsEnv: {
        ...env,
        ...{ [FIXTURES_FOLDER]: fixturesFolder, [COUNTS_FILE]: countsFile, [DATA_FOLDER]: data.path },
      },
    });
    return (await readCounts(countsFile)) ?? failure('A window of VS Code ended before its tests.');
  } catch (error) {
    const counts = await readCounts(countsFile);
    if (counts !== undefined && counts.failures.length > 0) return counts;
    return addCounts(counts ?? NOTHING_COUNTED, failure(describeError(error)));
  } finally {
    await data.remove();
    await workspace.remove();
  }
}
