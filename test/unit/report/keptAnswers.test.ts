import assert from 'node:assert/strict';
import { appendFile, readdir, readFile, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { type Answer, KeptAnswers } from '../../../src/host/report/keptAnswers.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../../host/temporaryFolder.ts';

const HOUR = 3_600_000;
const ACCOUNT = 'mypurecloud.jp/org: 予約';

describe('What orgs have told for a report, over a reload', () => {
  let folder: TemporaryFolder;
  let warned: string[];

  beforeEach(async () => {
    folder = await makeTemporaryFolder('answers');
    warned = [];
  });

  afterEach(async () => await folder.remove());

  const open = (storage = folder.path) =>
    new KeptAnswers(storage, 12 * HOUR, (reason) => warned.push(reason));
  const used = (clientId: string, at = Date.now()): Answer => ({
    ...{ clientId, at, last: { kind: 'used', day: '2026-11-29' } },
  });
  const ids = (answers: readonly Answer[]) => answers.map(({ clientId }) => clientId);
  const path = async () => {
    const [name = ''] = await readdir(join(folder.path, 'reports'));
    return join(folder.path, 'reports', name);
  };

  it('is there for another window, each answer as it was given', async () => {
    const unused = { kind: 'scope-unused', right: 'users', instead: [] } as const;
    const compared: Answer = {
      ...{ clientId: 'b', at: Date.now() },
      calls: { kind: 'compared', unused: [unused], isWhole: true },
    };
    const kept = open();
    kept.note(ACCOUNT, used('a', Date.now() - HOUR));
    kept.note(ACCOUNT, compared);
    kept.note('another', used('c'));
    await kept.written();
    const answers = await open().read(ACCOUNT);
    assert.deepEqual(ids(answers), ['a', 'b']);
    assert.deepEqual(answers[1], compared);
  });

  it('is written by itself, a moment after it was told', async () => {
    open().note(ACCOUNT, used('a'));
    for (let tries = 0; tries < 200; tries += 1) {
      if ((await open().read(ACCOUNT)).length > 0) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    assert.fail('Nothing was written.');
  });

  it('goes once it is not good any more, from the disk as well', async () => {
    const kept = open();
    kept.note(ACCOUNT, used('old', Date.now() - 13 * HOUR));
    kept.note(ACCOUNT, used('of a clock that was ahead', Date.now() + HOUR));
    kept.note(ACCOUNT, used('new'));
    assert.deepEqual(ids(await kept.read(ACCOUNT)), ['new']);
    assert.doesNotMatch(await readFile(await path(), 'utf8'), /old|ahead/);
    const long = new Date(Date.now() - 13 * HOUR);
    await utimes(await path(), long, long);
    assert.deepEqual(await kept.read('another'), []);
    assert.deepEqual(await readdir(join(folder.path, 'reports')), []);
  });

  it('is what can be read of a file that broke off, or that somebody has changed', async () => {
    const kept = open();
    kept.note(ACCOUNT, used('a'));
    await kept.written();
    await appendFile(await path(), `[]\n{"clientId":1}\n{"clientId":"b","at":${Date.now()},"last":{"kin`);
    assert.deepEqual(ids(await kept.read(ACCOUNT)), ['a']);
    kept.note(ACCOUNT, used('c'));
    assert.deepEqual(ids(await kept.read(ACCOUNT)), ['a', 'c']);
  });

  it('is forgotten with its org, also what was not written yet', async () => {
    const kept = open();
    kept.note(ACCOUNT, used('a'));
    await kept.forget(ACCOUNT);
    assert.deepEqual(await open().read(ACCOUNT), []);
  });

  it('is lost on a disk that refuses, and nothing else happens', async () => {
    const kept = open(join(folder.path, 'a file'));
    await appendFile(join(folder.path, 'a file'), '');
    kept.note(ACCOUNT, used('a'));
    await kept.written();
    assert.deepEqual(await kept.read(ACCOUNT), []);
    assert.equal(warned.length, 1);
  });
});
