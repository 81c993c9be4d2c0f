import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, it } from 'mocha';
import * as z from 'zod/mini';
import { repoFolder } from '../host/paths.ts';
import { run } from '../host/processes.ts';
import { makeTemporaryFolder } from '../host/temporaryFolder.ts';
import { runNpm } from '../needs/npm.js';

const Introduction = z.object({ baseUrl: z.string(), region: z.string() });

describe('The practice org as an npm package', () => {
  it('is installed without a network or anything else, starts by its name, answers, and ends', async function () {
    this.timeout(60_000);
    const folder = await makeTemporaryFolder('practice-org-package');
    try {
      const pack = join(repoFolder, 'src', 'practiceOrg', 'npm', 'pack.js');
      await run(process.execPath, [pack], { cwd: folder.path, output: 'keep' });
      const [packed, ...others] = await readdir(folder.path);
      const { version } = JSON.parse(await readFile(join(repoFolder, 'package.json'), 'utf8'));
      assert.deepEqual([packed, others], [`genesys-practice-org-${version}.tgz`, []]);

      await writeFile(join(folder.path, 'package.json'), '{}');
      const flags = ['--offline', '--no-audit', '--no-fund', '--ignore-scripts'];
      await runNpm(['install', ...flags, `./${packed}`], { cwd: folder.path, stalledAfterSeconds: 30 });
      const installed = join(folder.path, 'node_modules');
      const packages = (await readdir(installed)).filter((name) => !name.startsWith('.'));
      assert.deepEqual(packages, ['genesys-practice-org']);
      await readFile(join(installed, 'genesys-practice-org', 'README.md'));

      const program = join(installed, '.bin', 'genesys-practice-org');
      const org = spawn(program, ['--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
      const [line] = await once(createInterface(org.stdout), 'line');
      const { baseUrl } = Introduction.parse(JSON.parse(String(line)));
      const answer = await fetch(`${baseUrl}/api/v2/users/me`);
      assert.equal(answer.status, 401, 'nobody is signed in');
      org.kill('SIGTERM');
      assert.deepEqual(await once(org, 'exit'), [0, null]);
    } finally {
      await folder.remove();
    }
  });
});
