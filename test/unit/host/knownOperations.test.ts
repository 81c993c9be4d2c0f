import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { type Description, type DescriptionRead, refused } from '../../../src/core/privileges/description.ts';
import { KnownOperations } from '../../../src/core/privileges/knownOperations.ts';
import { writeReduced } from '../../../src/core/privileges/reduced.ts';
import { folderOfFiles } from '../../../src/disk/folderOfFiles.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../../host/temporaryFolder.ts';
import { operation } from '../privileges/operations.ts';
import { describedAs } from '../privileges/published.ts';

const FRANKFURT = 'https://api.mypurecloud.de';
const TOKYO = 'https://api.mypurecloud.jp';
const PRACTICE = 'http://127.0.0.1:7070';

const UNREACHABLE = refused({ kind: 'not-answered', error: { kind: 'unreachable', reason: 'no network' } });

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** Of somebody who never cancels. */
function forEver(): AbortSignal {
  return new AbortController().signal;
}

describe('The operations of an API', () => {
  let folder: TemporaryFolder;
  let now: Date;
  let asked: string[];
  let answer: (apiUrl: string, signal?: AbortSignal) => Promise<DescriptionRead>;
  let warnings: string[];

  beforeEach(async () => {
    folder = await makeTemporaryFolder('operations');
    now = new Date('2026-11-30T08:00:00Z');
    asked = [];
    warnings = [];
    answer = async (apiUrl) => ({ ok: true, description: describedBy(apiUrl) });
  });

  afterEach(async () => await folder.remove());

  it('are read from it once a month, whatever window asks', async () => {
    const first = await openWindow().of(FRANKFURT, forEver());
    assert.deepEqual(first, { ok: true, description: describedBy(FRANKFURT) });
    now = new Date('2026-12-29T08:00:00Z');
    await openWindow().of(FRANKFURT, forEver());
    assert.deepEqual(asked, [FRANKFURT]);
    now = new Date('2026-12-31T08:00:00Z');
    await openWindow().of(FRANKFURT, forEver());
    assert.deepEqual(asked, [FRANKFURT, FRANKFURT]);
  });

  it('are read anew on request', async () => {
    const window = openWindow();
    await window.of(FRANKFURT, forEver());
    await window.of(FRANKFURT, forEver(), true);
    assert.equal(asked.length, 2);
  });

  it('are those that were read last where they cannot be read now, and that is said', async () => {
    await openWindow().of(FRANKFURT, forEver());
    now = new Date('2027-02-01T08:00:00Z');
    answer = async () => UNREACHABLE;
    const known = await openWindow().of(FRANKFURT, forEver());
    assert.ok(!UNREACHABLE.ok);
    assert.deepEqual(known, {
      ok: true,
      description: describedBy(FRANKFURT, new Date('2026-11-30T08:00:00Z')),
      insteadOf: UNREACHABLE.why,
    });
  });

  it('are those of another region where its own were never read, but never those of a practice org', async () => {
    await openWindow().of(PRACTICE, forEver());
    answer = async () => UNREACHABLE;
    assert.deepEqual(await openWindow().of(FRANKFURT, forEver()), UNREACHABLE);
    answer = async (apiUrl) => ({ ok: true, description: describedBy(apiUrl) });
    await openWindow().of(TOKYO, forEver());
    answer = async () => UNREACHABLE;
    const known = await openWindow().of(FRANKFURT, forEver());
    assert.equal(known.ok && known.description.host, 'api.mypurecloud.jp');
    assert.deepEqual(await openWindow().of(PRACTICE, forEver()), UNREACHABLE);
  });

  it('that were read last are told without asking anybody, those of a practice org only where there are no others', async () => {
    assert.equal(await openWindow().newest(), undefined);
    const window = openWindow();
    let learnt = 0;
    const listening = window.onDidLearn(() => {
      learnt += 1;
    });
    await window.of(PRACTICE, forEver());
    assert.equal((await window.newest())?.host, '127.0.0.1:7070');
    await window.of(FRANKFURT, forEver());
    now = new Date('2026-12-01T08:00:00Z');
    await openWindow().of(TOKYO, forEver());
    assert.equal(
      (await window.newest())?.host,
      'api.mypurecloud.jp',
      'also where another window has read them',
    );
    now = new Date('2027-06-01T08:00:00Z');
    assert.equal((await openWindow().newest())?.host, 'api.mypurecloud.jp', 'however old they are');
    listening.dispose();
    await window.of(TOKYO, forEver(), true);
    assert.equal(learnt, 2);
    assert.equal(asked.length, 4);
  });

  it('of a practice org are asked for by each window, because another one may answer there tomorrow', async () => {
    const window = openWindow();
    await window.of(PRACTICE, forEver());
    await window.of(PRACTICE, forEver());
    await openWindow().of(PRACTICE, forEver());
    assert.equal(asked.length, 2);
  });

  it('are read once however many ask, and by the others when one of them cancels', async () => {
    const window = openWindow();
    // From memory, so that both wait by the time that the API is asked.
    await window.of(FRANKFURT, forEver());
    now = new Date('2027-02-01T08:00:00Z');
    asked = [];
    let end: () => void = () => undefined;
    let wasEnded = false;
    answer = async (apiUrl, signal) =>
      await new Promise((resolve) => {
        signal?.addEventListener('abort', () => {
          wasEnded = true;
        });
        end = () => resolve({ ok: true, description: describedBy(apiUrl) });
      });
    const cancelling = new AbortController();
    const cancelled = window.of(FRANKFURT, cancelling.signal);
    const other = window.of(FRANKFURT, forEver());
    await untilAsked();
    cancelling.abort();
    assert.deepEqual(await cancelled, refused({ kind: 'not-answered', error: { kind: 'cancelled' } }));
    assert.equal(wasEnded, false);
    end();
    assert.equal((await other).ok, true);
    assert.equal(asked.length, 1);
  });

  it('are no longer read once nobody waits for them', async () => {
    const ended = new Promise<void>((resolve) => {
      answer = async (_apiUrl, signal) =>
        await new Promise((answered) => {
          signal?.addEventListener('abort', () => {
            answered(UNREACHABLE);
            resolve();
          });
        });
    });
    const cancelling = new AbortController();
    const cancelled = openWindow().of(FRANKFURT, cancelling.signal);
    await untilAsked();
    cancelling.abort();
    await ended;
    assert.equal((await cancelled).ok, false);
  });

  it('can come out of a file, reduced or as the API gives it, and count for later', async () => {
    answer = async () => UNREACHABLE;
    const file = { host: 'api.mypurecloud.de', changed: now };
    const reduced = await writeReduced(describedBy(TOKYO));
    assert.equal((await openWindow().take(reduced, file)).ok, true);
    const published = describedAs([operation('GET /users/me')], { host: 'api.mypurecloud.de' });
    assert.equal((await openWindow().take(bytesOf(published), file)).ok, true);
    assert.equal((await openWindow().of(TOKYO, forEver())).ok, true);
    assert.equal((await openWindow().of(FRANKFURT, forEver())).ok, true);
  });

  for (const [what, text, kind] of [
    ['is no JSON', 'Dear administrator,', 'not-json'],
    ['is of another product', '{"swagger":"2.0","paths":{"/pets":{"get":{}}}}', 'other-product'],
    ['is cut off', '{"swagger":"2.0","paths":{"/api/v2/users/me":{"get":{', 'cut-off'],
  ] as const) {
    it(`cannot come out of a file that ${what}, and what was known stays`, async () => {
      const window = openWindow();
      await window.of(FRANKFURT, forEver());
      const read = await window.take(bytesOf(text), { host: 'api.mypurecloud.de', changed: now });
      assert.equal(!read.ok && read.why.kind, kind);
      assert.equal((await window.of(FRANKFURT, forEver())).ok, true);
      assert.equal(asked.length, 1);
    });
  }

  it('stay those that were read last where a file is older, which is used all the same for now', async () => {
    const window = openWindow();
    await window.of(FRANKFURT, forEver());
    const old = describedBy(FRANKFURT, new Date('2026-10-01T08:00:00Z'));
    const file = { host: 'api.mypurecloud.de', changed: now };
    assert.deepEqual(await window.take(await writeReduced(old), file), { ok: true, description: old });
    assert.deepEqual(await window.of(FRANKFURT, forEver()), {
      ok: true,
      description: describedBy(FRANKFURT),
    });
  });

  it('are read again where the file that keeps them is broken', async () => {
    await openWindow().of(FRANKFURT, forEver());
    const [name = ''] = await readdir(join(folder.path, 'operations'));
    const path = join(folder.path, 'operations', name);
    await writeFile(path, (await readFile(path)).subarray(0, 40));
    assert.equal((await openWindow().of(FRANKFURT, forEver())).ok, true);
    assert.equal(asked.length, 2);
    await openWindow().of(FRANKFURT, forEver());
    assert.equal(asked.length, 2);
  });

  it('are known for as long as the window lives where nothing can be written', async () => {
    await writeFile(join(folder.path, 'operations'), 'a file where the folder would be');
    const window = openWindow();
    await window.of(FRANKFURT, forEver());
    assert.equal((await window.of(FRANKFURT, forEver())).ok, true);
    assert.equal(asked.length, 1);
    assert.equal(warnings.length, 1);
  });

  it('are those of another region beside files that nobody here has written', async () => {
    await openWindow().of(TOKYO, forEver());
    for (const name of ['%.json.gz', '%E0%A4%A.json.gz', ' .json.gz', 'a b.json.gz'])
      await writeFile(join(folder.path, 'operations', name), 'something');
    answer = async () => UNREACHABLE;
    const known = await openWindow().of(FRANKFURT, forEver());
    assert.equal(known.ok && known.description.host, 'api.mypurecloud.jp');
  });

  for (const host of ['api.mypurecloud.de:99999', '..', '999.999.999.999']) {
    it(`can come out of a file that names ${host} as its host, which is none`, async () => {
      const text = describedAs([operation('GET /users/me')], { host });
      const file = { host: 'api.mypurecloud.de', changed: now };
      const read = await openWindow().take(bytesOf(text), file);
      assert.equal(read.ok && read.description.host, 'api.mypurecloud.de');
    });

    it(`cannot come out of a reduced file that names ${host}`, async () => {
      const reduced = await writeReduced({ ...describedBy(TOKYO), host });
      const read = await openWindow().take(reduced, { host: 'api.mypurecloud.de', changed: now });
      assert.equal(!read.ok && read.why.kind, 'damaged');
    });
  }

  it('leave no half file beside them', async () => {
    await mkdir(join(folder.path, 'operations'), { recursive: true });
    await openWindow().of(FRANKFURT, forEver());
    await openWindow().of(FRANKFURT, forEver(), true);
    assert.equal((await readdir(join(folder.path, 'operations'))).length, 1);
  });

  /** A window of VS Code that has just been opened. */
  function openWindow(): KnownOperations {
    return new KnownOperations(
      folderOfFiles(join(folder.path, 'operations')),
      (message) => warnings.push(message),
      () => now,
      async (apiUrl, _now, signal) => {
        asked.push(apiUrl);
        tellAsked();
        return await answer(apiUrl, signal);
      },
    );
  }

  let tellAsked: () => void = () => undefined;

  async function untilAsked(): Promise<void> {
    if (asked.length > 0) return;
    await new Promise<void>((resolve) => {
      tellAsked = resolve;
    });
  }

  function describedBy(apiUrl: string, date = now): Description {
    const operations = [operation('GET /users/me', { name: 'getUsersMe' })];
    const moment = date.toISOString();
    return { operations, host: new URL(apiUrl).host, date: moment, readAt: moment, unread: 0 };
  }
});
