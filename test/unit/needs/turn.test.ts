import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { makeTemporaryFolder, type TemporaryFolder } from '../../host/temporaryFolder.ts';
import { inTurn } from '../../needs/turn.js';

describe('Two runs that want to fetch at once', () => {
  let folder: TemporaryFolder;
  let file: string;

  beforeEach(async () => {
    folder = await makeTemporaryFolder('turn');
    file = join(folder.path, 'fetching');
  });

  afterEach(async () => await folder.remove());

  /** Another process that has the turn until it is ended. */
  async function holder() {
    const script = `import { inTurn } from ${JSON.stringify(join(import.meta.dirname, '..', '..', 'needs', 'turn.js'))};
      await inTurn(${JSON.stringify(file)}, () => {}, async () => { console.log('has it'); await new Promise((r) => process.stdin.on('end', r).resume()); });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
    await once(child.stdout, 'data');
    return child;
  }

  it('take turns: the second says that it waits, once, and goes on when the first is done', async () => {
    const first = await holder();
    const waits: string[] = [];
    const second = inTurn(
      file,
      () => {
        waits.push('waits');
        first.stdin.end();
      },
      async () => 'done',
    );
    assert.equal(await second, 'done');
    assert.deepEqual(waits, ['waits']);
    assert.deepEqual(await readdir(folder.path), []);
  });

  it('do not wait for one that was killed', async () => {
    const first = await holder();
    first.kill('SIGKILL');
    await once(first, 'exit');
    assert.equal(
      await inTurn(
        file,
        () => assert.fail('waited for a dead process'),
        async () => 'done',
      ),
      'done',
    );
  });

  it('wait for one of another computer, whose processes cannot be seen from here', async () => {
    const dead = spawn(process.execPath, ['-e', '']);
    await once(dead, 'exit');
    await writeFile(file, JSON.stringify({ pid: dead.pid, host: `not-${hostname()}` }));
    let waited = false;
    await inTurn(
      file,
      () => {
        waited = true;
        void rm(file);
      },
      async () => 'done',
    );
    assert.ok(waited);
  });

  it('do not wait for one of another computer that has been silent for long', async () => {
    await writeFile(file, JSON.stringify({ pid: process.pid, host: `not-${hostname()}` }));
    const longAgo = new Date(Date.now() - 3_600_000);
    await utimes(file, longAgo, longAgo);
    assert.equal(
      await inTurn(
        file,
        () => undefined,
        async () => 'done',
      ),
      'done',
    );
  });

  it('are one at a time, however many there are and whichever fail', async () => {
    let atWork = 0;
    let most = 0;
    const ends = await Promise.allSettled(
      Array.from({ length: 6 }, async (_, index) => {
        await inTurn(
          file,
          () => undefined,
          async () => {
            atWork += 1;
            most = Math.max(most, atWork);
            await new Promise((resolve) => setImmediate(resolve));
            atWork -= 1;
            if (index % 2 === 0) throw new Error('The disk is full.');
          },
        );
      }),
    );
    assert.equal(most, 1);
    assert.equal(ends.filter(({ status }) => status === 'rejected').length, 3);
  });
});
