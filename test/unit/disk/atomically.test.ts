import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, lstat, mkdir, readdir, readFile, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { createFile, putFile, replaceFile, takesNoSecondFile } from '../../../src/disk/atomically.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../../host/temporaryFolder.ts';

describe('A file on the disk', () => {
  let folder: TemporaryFolder;
  let path: string;
  const bytes = (text: string) => new TextEncoder().encode(text);
  const left = async () => await readdir(folder.path);

  beforeEach(async () => {
    folder = await makeTemporaryFolder('atomically');
    path = join(folder.path, 'file.json');
  });

  afterEach(async () => await folder.remove());

  it('that is replaced is never there by half, whoever reads it meanwhile', async () => {
    const [old, next] = ['old '.repeat(500_000), 'next'.repeat(500_000)];
    await writeFile(path, old);
    let isDone = false;
    const replacing = (async () => {
      for (let round = 0; round < 5; round += 1) await replaceFile(path, bytes(round % 2 ? old : next));
      isDone = true;
    })();
    let looks = 0;
    while (!isDone) {
      const text = await readFile(path, 'utf8');
      assert.ok(text === old || text === next, `${text.length} characters`);
      looks += 1;
    }
    await replacing;
    assert.ok(looks > 0);
    assert.deepEqual(await left(), ['file.json']);
  });

  it('that is replaced may be read and run by whom it was before', async function () {
    if (process.platform === 'win32') this.skip();
    await writeFile(path, 'old', { mode: 0o640 });
    await replaceFile(path, bytes('new'));
    assert.equal((await stat(path)).mode & 0o777, 0o640);
  });

  it('that is given piece by piece has all of them, and is as it was where one of them fails', async () => {
    const pieces = function* () {
      yield 'one ';
      yield '二';
    };
    await createFile(path, pieces());
    assert.equal(await readFile(path, 'utf8'), 'one 二');
    const failing = function* () {
      yield 'other';
      throw new Error('no more');
    };
    await assert.rejects(replaceFile(path, failing()), /no more/);
    assert.equal(await readFile(path, 'utf8'), 'one 二');
    assert.deepEqual(await left(), ['file.json']);
  });

  it('that cannot be replaced is as it was, with nothing beside it', async () => {
    await mkdir(path);
    await assert.rejects(replaceFile(path, bytes('new')));
    assert.deepEqual(await left(), ['file.json']);
  });

  it('that is replaced behind a link is written where the link leads, and the link stays one', async function () {
    if (process.platform === 'win32') this.skip();
    const link = join(folder.path, 'link.json');
    await writeFile(path, 'old');
    await symlink('file.json', link);
    await replaceFile(link, bytes('new'));
    assert.ok((await lstat(link)).isSymbolicLink());
    assert.equal(await readFile(path, 'utf8'), 'new');
  });

  it('is never put into the place of what is no file, such as a pipe or a device', async function () {
    if (process.platform === 'win32') this.skip();
    execFileSync('mkfifo', [path]);
    await assert.rejects(replaceFile(path, bytes('new')));
    assert.ok((await lstat(path)).isFIFO());
  });

  it('that could not be replaced is told by a rejection, which nobody overlooks', async function () {
    if (process.getuid?.() === 0 || process.platform === 'win32') this.skip();
    await writeFile(path, 'old');
    await chmod(folder.path, 0o555);
    await assert.rejects(replaceFile(path, bytes('new')), takesNoSecondFile);
    await chmod(folder.path, 0o755);
    assert.equal(await readFile(path, 'utf8'), 'old');
  });

  it('that is put into its place may be there or not, and keeps what it holds where that fails', async () => {
    await putFile(path, bytes('new'));
    await putFile(path, bytes('newer'));
    assert.equal(await readFile(path, 'utf8'), 'newer');
    await assert.rejects(putFile(join(path, 'below'), bytes('new')));
    assert.equal(await readFile(path, 'utf8'), 'newer');
  });

  it('is made by one alone of all who make it at once', async () => {
    const texts = Array.from({ length: 8 }, (_, index) => `of ${index}`);
    const made = await Promise.allSettled(texts.map(async (text) => await createFile(path, bytes(text))));
    const winners = made.flatMap(({ status }, index) => (status === 'fulfilled' ? [texts[index]] : []));
    assert.deepEqual(winners, [await readFile(path, 'utf8')]);
    assert.deepEqual(await left(), ['file.json']);
  });

  it('that is there is not made again', async () => {
    await writeFile(path, 'of another team');
    await assert.rejects(createFile(path, bytes('ours')), { code: 'EEXIST' });
    assert.equal(await readFile(path, 'utf8'), 'of another team');
  });

  for (const [what, write] of Object.entries({ 'is replaced': replaceFile, 'is made': createFile })) {
    it(`that ${what} sweeps up what a process that was killed has left beside it, and no draft under way`, async () => {
      if (write === replaceFile) await writeFile(path, 'old');
      const [longAgo, now] = ['long-ago', 'now'].map((id) => `.genesys-oauth-wizard-${id}.tmp`);
      assert.ok(longAgo !== undefined && now !== undefined);
      for (const draft of [longAgo, now]) await writeFile(join(folder.path, draft), 'half');
      const anHourAgo = new Date(Date.now() - 3_600_000);
      await utimes(join(folder.path, longAgo), anHourAgo, anHourAgo);
      await write(path, bytes('new'));
      assert.deepEqual((await left()).sort(), [now, 'file.json']);
    });
  }
});
