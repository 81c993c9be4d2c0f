import assert from 'node:assert/strict';
import { mkdir, rmdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { alone } from '../../../src/host/signIn/alone.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../../host/temporaryFolder.ts';

describe('What only one window may do at a time', () => {
  let storage: TemporaryFolder;
  let folder: string;

  beforeEach(async () => {
    storage = await makeTemporaryFolder('alone');
    folder = join(storage.path, 'starting');
  });

  afterEach(async () => await storage.remove());

  it('is done by one after the other, however many want it', async () => {
    let atWork = 0;
    let most = 0;
    const work = async () => {
      atWork += 1;
      most = Math.max(most, atWork);
      await sleep(2);
      atWork -= 1;
    };
    await Promise.all(Array.from({ length: 5 }, async () => await alone(folder, work)));
    assert.equal(most, 1);
  });

  it('can be done again after it failed', async () => {
    const failing = alone(folder, async () => await Promise.reject(new Error('The port is in use.')));
    await assert.rejects(failing, /port is in use/);
    assert.equal(await alone(folder, async () => 'done'), 'done');
  });

  it('waits for a window that is at work, and not for one that was closed long ago', async () => {
    await mkdir(folder);
    const waiting = alone(folder, async () => 'done');
    const first = await Promise.race([waiting, sleep(150).then(() => 'still waiting')]);
    assert.equal(first, 'still waiting');
    await rmdir(folder);
    assert.equal(await waiting, 'done');

    await mkdir(folder);
    const long = new Date(Date.now() - 61_000);
    await utimes(folder, long, long);
    assert.equal(await alone(folder, async () => 'done'), 'done');
  });

  it('says why when it cannot be agreed on', async () => {
    await writeFile(join(storage.path, 'a-file'), '');
    const work = async () => 'done';
    await assert.rejects(alone(join(storage.path, 'a-file', 'starting'), work), /ENOTDIR|ENOENT/);
  });
});
