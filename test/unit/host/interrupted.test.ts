import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { isAnythingNoted, ROTATIONS_KEY, RUN_KEY } from '../../../src/host/interrupted/noted.ts';
import { byThisProcess, isUnderWay } from '../../../src/host/interrupted/processes.ts';
import { Rotations } from '../../../src/host/interrupted/rotations.ts';
import { makeTemporaryFolder } from '../../host/temporaryFolder.ts';

function memento(values: Record<string, unknown> = {}) {
  const kept = new Map(Object.entries(values));
  return {
    keys: () => [...kept.keys()],
    get: (key: string) => kept.get(key),
    update: async (key: string, value: unknown) => void kept.set(key, value),
    setKeysForSync: () => undefined,
  };
}

/** The ID of a process that has ended. */
function ended(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

const rotation = {
  id: 'client-1',
  name: 'CRM',
  orgName: 'Made Up Ltd.',
  region: 'mypurecloud.jp',
  account: 'mypurecloud.jp/org-1',
  since: '2025-11-22T09:00:00.000Z',
};

describe('At the start of VS Code', () => {
  it('nothing more is loaded where nothing is noted', async () => {
    const [workspaceState, globalState] = [memento(), memento()];
    const context = { workspaceState, globalState };
    assert.equal(isAnythingNoted(context), false);
    await workspaceState.update(RUN_KEY, {});
    assert.equal(isAnythingNoted(context), true);
    await workspaceState.update(RUN_KEY, undefined);
    const rotations = new Rotations(globalState, tmpdir());
    await rotations.begin(rotation);
    assert.equal(isAnythingNoted(context), true);
    await rotations.end(rotation.id);
    assert.equal(isAnythingNoted(context), false);
  });

  it('what another process is still at was not interrupted', async () => {
    assert.equal(await isUnderWay(byThisProcess({})), true);
    assert.equal(await isUnderWay({ pid: ended() }), false);
    for (const odd of [undefined, null, {}, { pid: 'x' }, { pid: -1 }, { pid: 0 }])
      assert.equal(await isUnderWay(odd), false);
  });

  it('what a former process of the same number was at was interrupted', async () => {
    for (const process of ['another', undefined, null, 7])
      assert.equal(await isUnderWay({ ...byThisProcess({}), process }), false);
    const rotations = new Rotations(
      memento({ [ROTATIONS_KEY]: [{ ...rotation, pid: process.pid }] }),
      tmpdir(),
    );
    assert.equal((await rotations.interrupted()).length, 1);
  });

  it('what a remote host has noted is not asked of a process here', async () => {
    const host = 'elsewhere.test';
    const now = new Date().toISOString();
    const storage = memento({
      [ROTATIONS_KEY]: [
        { ...rotation, id: 'now', pid: ended(), host, since: now },
        { ...rotation, id: 'long-ago', pid: process.ppid, host },
      ],
    });
    const left = await new Rotations(storage, tmpdir()).interrupted();
    assert.deepEqual(
      left.map(({ id }) => id),
      ['long-ago'],
    );
  });

  it('a rotation is told of whose process has ended, whatever else is noted', async () => {
    const left = { ...rotation, id: 'client-2', pid: ended() };
    const storage = memento({ [ROTATIONS_KEY]: [null, { id: 7 }, left] });
    const rotations = new Rotations(storage, tmpdir());
    await rotations.begin(rotation);
    assert.deepEqual(
      (await rotations.interrupted()).map(({ id }) => id),
      ['client-2'],
    );
  });

  it('no window writes over what another one has noted at the same time', async () => {
    // Each window has read what there is before either has written.
    const values = new Map<string, unknown>();
    const aWindow = () => {
      const read = new Map(values);
      return new Rotations(
        {
          keys: () => [...read.keys()],
          get: (key: string) => read.get(key),
          update: async (key: string, value: unknown) => void values.set(key, value),
        },
        tmpdir(),
      );
    };
    const [first, second] = [aWindow(), aWindow()];
    await first.begin(rotation);
    await second.begin({ ...rotation, id: 'client-2' });
    await aWindow().end('client-3');
    const left = [...values.values()].filter((value) => value !== undefined);
    assert.equal(left.length, 2, JSON.stringify(left));
  });

  it('nobody waits for a rotation that VS Code ended in the middle of', async () => {
    const folder = await makeTemporaryFolder('rotations');
    const left = { ...rotation, pid: ended() };
    const rotations = new Rotations(memento({ [`${ROTATIONS_KEY}.${rotation.id}`]: left }), folder.path);
    await mkdir(join(folder.path, `rotating-${rotation.id}`));
    assert.equal((await rotations.interrupted()).length, 1);
    assert.equal(await rotations.alone(rotation.id, async () => 'a secret'), 'a secret');
    await folder.remove();
  });
});
