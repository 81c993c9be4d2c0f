import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { describe, it } from 'mocha';
import { repoFolder } from '../host/paths.ts';
import { makeTemporaryFolder } from '../host/temporaryFolder.ts';

const TESTS = `
  describe('A lamp', () => {
    it('burns', () => undefined);
    it('goes out', () => { throw new Error('It still burns.\\nFor an hour.'); });
  });`;

describe('What is counted of tests', () => {
  for (const jobs of [1, 2]) {
    it(`names each that failed, with the first line of why, run in ${jobs} at once`, async function () {
      this.timeout(60_000);
      const folder = await makeTemporaryFolder('failures');
      try {
        const files = ['one.test.cjs', 'two.test.cjs'].map((name) => join(folder.path, name));
        for (const file of files) await writeFile(file, TESTS);
        const script = `
          import { runMocha } from ${JSON.stringify(pathToFileURL(join(repoFolder, 'test/host/mochaSuite.ts')).href)};
          const options = { timeoutSeconds: 20, linePrefix: '', jobs: ${jobs}, grep: '' };
          const counts = await runMocha(${JSON.stringify(files)}, options);
          console.log(JSON.stringify(counts));
          process.exit();`;
        const scriptFile = join(folder.path, 'run.mts');
        await writeFile(scriptFile, script);
        const args = ['--import', 'tsx', scriptFile];
        const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: repoFolder });
        assert.deepEqual(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''), {
          passed: 2,
          failures: ['A lamp goes out: It still burns.', 'A lamp goes out: It still burns.'],
          skipped: 0,
        });
      } finally {
        await folder.remove();
      }
    });
  }
});
