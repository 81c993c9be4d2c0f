import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { SecretFile, secretPlace } from '../../../../src/cli/save/secretFile.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../../../host/temporaryFolder.ts';

const SECRETS = {
  clientId: '0b1f0c5e-1111-4111-8111-000000000002',
  clientSecret: 'canary-secret',
  clientName: 'CRM "live"',
  organization: 'Acme',
  region: 'mypurecloud.com',
};

describe('the file for a secret', () => {
  let folder: TemporaryFolder;
  const path = (...parts: readonly string[]) => join(folder.path, ...parts);

  beforeEach(async () => {
    folder = await makeTemporaryFolder('secret');
  });
  afterEach(async () => await folder.remove());

  const isFit = async (name: string, env: NodeJS.ProcessEnv = process.env) =>
    await secretPlace(name, folder.path, env);

  describe('is refused', () => {
    it('where there is something of its name: a file, a folder, a link that leads nowhere', async () => {
      await writeFile(path('a.json'), '');
      await mkdir(path('b'));
      await symlink(path('nowhere'), path('c.json'));
      for (const name of ['a.json', 'b', 'c.json'])
        assert.match(reasonOf(await isFit(name)), /already, and nothing is overwritten/, name);
    });

    it('where its folder is not there, and is not made', async () => {
      assert.match(reasonOf(await isFit('new/a.json')), /folder is not there/);
      assert.deepEqual(await readdir(folder.path), []);
    });

    it('where its folder is a file', async () => {
      await writeFile(path('file'), '');
      assert.match(reasonOf(await isFit('file/a.json')), /folder is not there/);
    });

    it('without running a program that the repository names', async () => {
      await mkdir(path('tree'));
      git('tree', 'init', '-q');
      git('tree', 'config', 'core.fsmonitor', `touch '${path('was-run')}'; false`);
      assert.match(reasonOf(await isFit('tree/secret.json')), /git would take it/);
      assert.deepEqual(await readdir(folder.path), ['tree']);
    });

    it('where git would take it, through a link to the work tree, too', async () => {
      await mkdir(path('tree', 'deep'), { recursive: true });
      git('tree', 'init', '-q');
      await symlink(path('tree', 'deep'), path('way'));
      for (const name of ['tree/a.json', 'tree/deep/a.json', 'way/a.json'])
        assert.match(reasonOf(await isFit(name)), /git would take it/, name);
    });

    it('where git has it already, whatever is ignored by now', async () => {
      await mkdir(path('tree'));
      git('tree', 'init', '-q');
      await writeFile(path('tree', 'a.json'), '{}');
      git('tree', 'add', 'a.json');
      await writeFile(path('tree', '.gitignore'), '*.json\n');
      execFileSync('rm', [path('tree', 'a.json')]);
      assert.match(reasonOf(await isFit('tree/a.json')), /git would take it/);
    });

    it('in a work tree of which git tells nothing', async () => {
      await mkdir(path('tree', '.git'), { recursive: true });
      assert.match(reasonOf(await isFit('tree/a.json')), /git did not tell/);
      git('tree', 'init', '-q');
      assert.match(reasonOf(await isFit('tree/a.json', { PATH: folder.path })), /git did not tell/);
    });
  });

  it('may be where git ignores it, whichever repository the environment names', async () => {
    await mkdir(path('tree', 'kept'), { recursive: true });
    git('tree', 'init', '-q');
    await writeFile(path('tree', '.gitignore'), '/kept/\n*.secret\n');
    const env = { ...process.env, GIT_DIR: path('elsewhere'), GIT_WORK_TREE: path('elsewhere') };
    for (const name of ['tree/kept/a.json', 'tree/a.secret'])
      assert.equal((await isFit(name, env)).ok, true, name);
  });

  it('may be outside of a work tree, and looking makes nothing', async () => {
    const place = await isFit('a.json', { PATH: folder.path });
    assert.ok(place.ok);
    assert.deepEqual(await readdir(folder.path), []);
  });

  describe('that is made', () => {
    it('is for its owner alone before a secret is in it, whatever the umask says', async () => {
      for (const [index, umask] of [0o000, 0o777].entries()) {
        const before = process.umask(umask);
        try {
          const file = await SecretFile.make(path(`${index}.json`));
          assert.equal((await stat(file.path)).mode & 0o777, 0o600);
          await file.close();
        } finally {
          process.umask(before);
        }
      }
    });

    it('holds the secret, then the token beside it, as JSON at each moment', async () => {
      const file = await SecretFile.make(path('a.json'));
      await file.write(SECRETS);
      assert.deepEqual(await held(), SECRETS);
      await file.addToken('canary-token');
      assert.deepEqual(await held(), { ...SECRETS, accessToken: 'canary-token' });
      await file.close();
      assert.equal((await stat(file.path)).mode & 0o777, 0o600);
    });

    it('is gone again where no secret came', async () => {
      const file = await SecretFile.make(path('a.json'));
      await file.close();
      assert.deepEqual(await readdir(folder.path), []);
    });

    it('takes no file that came meanwhile', async () => {
      await writeFile(path('a.json'), 'theirs');
      await assert.rejects(SecretFile.make(path('a.json')), { code: 'EEXIST' });
      assert.equal(await readFile(path('a.json'), 'utf8'), 'theirs');
    });
  });

  async function held(): Promise<unknown> {
    return JSON.parse(await readFile(path('a.json'), 'utf8'));
  }

  function git(within: string, ...args: readonly string[]): void {
    execFileSync('git', ['-C', path(within), ...args]);
  }
});

function reasonOf(place: Awaited<ReturnType<typeof secretPlace>>): string {
  assert.ok(!place.ok, 'it is refused');
  return place.reason;
}
