import assert from 'node:assert/strict';
import promises, { mkdir, rmdir, utimes, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { type Mock, mock } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { alone } from '../../../src/disk/alone.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../../host/temporaryFolder.ts';

describe('What only one window may do at a time', () => {
  let storage: TemporaryFolder;
  let folder: string;
  /** Every try to make the folder, which is how a window looks whether another one is at work. */
  let looks: Mock<typeof promises.mkdir>;

  beforeEach(async () => {
    storage = await makeTemporaryFolder('alone');
    folder = join(storage.path, 'starting');
    looks = mock.method(promises, 'mkdir');
    syncBuiltinESMExports();
  });

  afterEach(async () => {
    looks.mock.restore();
    syncBuiltinESMExports();
    await storage.remove();
  });

  /** A window that looks for the second time knows what came of the first. */
  async function untilLooked(times: number): Promise<void> {
    const before = looks.mock.callCount();
    while (looks.mock.callCount() < before + times) await nextTurn();
  }

  it('is done by one after the other, however many want it', async () => {
    let atWork = 0;
    let most = 0;
    let waiting = 5;
    const work = async () => {
      atWork += 1;
      most = Math.max(most, atWork);
      waiting -= 1;
      if (waiting > 0) await untilLooked(2);
      atWork -= 1;
    };
    await Promise.all(Array.from({ length: waiting }, async () => await alone(folder, work)));
    assert.equal(most, 1);
  });

  it('can be done again after it failed', async () => {
    const failing = alone(folder, async () => await Promise.reject(new Error('The port is in use.')));
    await assert.rejects(failing, /port is in use/);
    assert.equal(await alone(folder, async () => 'done'), 'done');
  });

  it('waits for a window that is at work, and not for one that was closed long ago', async () => {
    await mkdir(folder);
    let isDone = false;
    const waiting = alone(folder, async () => {
      isDone = true;
    });
    await untilLooked(2);
    assert.equal(isDone, false);
    await rmdir(folder);
    await waiting;
    assert.equal(isDone, true);

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
