import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { repoFolder } from '../../host/paths.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../../host/temporaryFolder.ts';

const FILES = 6;
const LOSES_A_PROMISE = `it('loses a promise', async () => {
  Promise.reject(new Error('lost'));
  await new Promise((resolve) => setImmediate(resolve));
});`;

describe('Files of tests that run one after the other in one process, as in VS Code', () => {
  let folder: TemporaryFolder;

  beforeEach(async () => {
    folder = await makeTemporaryFolder('mocha');
  });

  afterEach(async () => await folder.remove());

  it('hand on a rejection that nobody handles no more often the more of them ran, and leave nothing behind', async () => {
    const files = Array.from({ length: FILES }, (_, index) => join(folder.path, `${index}.mjs`));
    for (const file of files) await writeFile(file, LOSES_A_PROMISE);
    const suite = pathToFileURL(join(repoFolder, 'test', 'host', 'mochaSuite.ts')).href;
    const script = `import { runMocha } from ${JSON.stringify(suite)};
      const told = [];
      const passed = [];
      process.on('unhandledRejection', () => { told[told.length - 1] += 1; });
      for (const file of ${JSON.stringify(files)}) {
        told.push(0);
        const options = { timeoutSeconds: 10, jobs: 1, linePrefix: '', grep: '' };
        passed.push((await runMocha([file], options)).passed);
      }
      const left = ['unhandledRejection', 'uncaughtException'].map((name) => process.listenerCount(name));
      console.log(JSON.stringify({ told, passed, left }));`;
    const args = ['--import', 'tsx', '--input-type=module', '-e', script];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: repoFolder });
    // mocha itself hands each on once more.
    assert.deepEqual(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''), {
      told: files.map(() => 2),
      passed: files.map(() => 1),
      left: [1, 0],
    });
  });
});
