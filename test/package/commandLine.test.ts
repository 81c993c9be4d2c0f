import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { repoFolder } from '../host/paths.ts';
import { run } from '../host/processes.ts';
import { makeTemporaryFolder } from '../host/temporaryFolder.ts';
import { runNpm } from '../needs/npm.js';
import { answerOf, inShort } from '../unit/cli/answers.ts';
import { FAULTY } from '../unit/cli/project.ts';

describe('The command line as an npm package', () => {
  it('is installed without a network or anything else, and checks a sample by its name', async function () {
    this.timeout(60_000);
    const folder = await makeTemporaryFolder('command-line-package');
    try {
      const pack = join(repoFolder, 'src', 'cli', 'npm', 'pack.js');
      await run(process.execPath, [pack], { cwd: folder.path, output: 'keep' });
      const [packed, ...others] = await readdir(folder.path);
      const { version } = JSON.parse(await readFile(join(repoFolder, 'package.json'), 'utf8'));
      assert.deepEqual([packed, others], [`genesys-oauth-${version}.tgz`, []]);

      await writeFile(join(folder.path, 'package.json'), '{}');
      const flags = ['--offline', '--no-audit', '--no-fund', '--ignore-scripts'];
      await runNpm(['install', ...flags, `./${packed}`], { cwd: folder.path, stalledAfterSeconds: 30 });
      const installed = join(folder.path, 'node_modules');
      const packages = (await readdir(installed)).filter((name) => !name.startsWith('.'));
      assert.deepEqual(packages, ['genesys-oauth']);
      assert.deepEqual((await readdir(join(installed, 'genesys-oauth'))).sort(), [
        'LICENSE',
        'README.ja.md',
        'README.md',
        'THIRD-PARTY-NOTICES.txt',
        'findings.ja.md',
        'findings.md',
        'genesys-oauth.cjs',
        'package.json',
        'practice-org.mjs',
        'requests',
        'skills',
      ]);
      const notices = await readFile(join(installed, 'genesys-oauth', 'THIRD-PARTY-NOTICES.txt'), 'utf8');
      assert.match(notices, /^@modelcontextprotocol\/sdk \d/m);

      await mkdir(join(folder.path, 'src'));
      await writeFile(join(folder.path, 'src', 'framework.js'), FAULTY);
      const program = join(installed, '.bin', 'genesys-oauth');
      const check = async (...args: readonly string[]) =>
        await new Promise<{ code: unknown; out: string }>((resolve) => {
          execFile(program, ['check', ...args], { cwd: folder.path }, (error, out) =>
            resolve({ code: error?.code ?? 0, out }),
          );
        });
      const { code, out } = await check();
      assert.deepEqual([code, inShort(answerOf({ out }))], [1, ['src/framework.js:4 malformed-client-id']]);
      const japanese = await check('--lang', 'ja', '--format', 'text');
      assert.match(japanese.out, /チェックしたファイル: 1。エラー: 1、/);
    } finally {
      await folder.remove();
    }
  });
});
