import assert from 'node:assert/strict';
import { mkdir, readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, it } from 'mocha';
import { planFiles } from '../../../../src/cli/save/planFiles.ts';
import { makeTemporaryFolder } from '../../../host/temporaryFolder.ts';

describe('A file of a plan that the command line carries out', () => {
  it('is not written where its folder has become a link that leads out since the plan was shown', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = await makeTemporaryFolder('plan-files');
    try {
      const [cwd, elsewhere] = ['project', 'elsewhere'].map((name) => join(folder.path, name));
      assert.ok(cwd !== undefined && elsewhere !== undefined);
      for (const each of [cwd, elsewhere]) await mkdir(each);
      await symlink('../elsewhere', join(cwd, 'src'));
      const step = {
        kind: 'create-framework-file' as const,
        uri: pathToFileURL(join(cwd, 'src', 'framework.js')).href,
        path: 'src/framework.js',
        regions: ['mypurecloud.com'],
        dedicatedLoginWindow: false,
        pkce: true,
        text: '',
      };
      const result = await planFiles(cwd).createFrameworkFile(step, 'an ID');
      assert.equal(result.kind, 'failed');
      assert.deepEqual(await readdir(elsewhere), []);
    } finally {
      await folder.remove();
    }
  });
});
