import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { makeTemporaryFolder, type TemporaryFolder } from '../../host/temporaryFolder.ts';
import { FetchError } from '../../needs/advice.ts';
import { type Download, fetchDownload, findDownload, type Keeping } from '../../needs/downloads.ts';

describe('A download', () => {
  let folder: TemporaryFolder;
  let keeping: Keeping;
  let told: string[];
  const npm = process.env['npm_execpath'];

  beforeEach(async () => {
    folder = await makeTemporaryFolder('downloads');
    told = [];
    keeping = {
      folder: join(folder.path, 'ホーム フォルダー'),
      // Longer than any test takes, however busy the computer is.
      stalledAfterSeconds: 600,
      tell: (line) => told.push(line),
      tellEverySeconds: 600,
    };
    await mkdir(keeping.folder);
  });

  afterEach(async () => {
    if (npm === undefined) delete process.env['npm_execpath'];
    else process.env['npm_execpath'] = npm;
    await folder.remove();
  });

  /** Has a script in place of npm. */
  async function npmIs(script: string): Promise<void> {
    const path = join(folder.path, 'npm.mjs');
    await writeFile(path, script);
    process.env['npm_execpath'] = path;
  }

  const download: Download = {
    folder: 'thing-1.0.0',
    title: 'A thing',
    megabytes: 1,
    fill: async (unfinished, runNpm) => {
      await writeFile(join(unfinished, 'thing'), await runNpm(['pack', 'thing'], unfinished));
    },
  };

  async function failure(): Promise<FetchError> {
    const error = await fetchDownload(download, keeping).catch((reason: unknown) => reason);
    assert.ok(error instanceof FetchError, String(error));
    assert.deepEqual(await readdir(keeping.folder), [], 'nothing stays behind');
    assert.equal(await findDownload(download, keeping), undefined);
    return error;
  }

  it('is fetched once, whoever wants it at the same time, and is then found', async () => {
    await npmIs(`import { appendFileSync } from 'node:fs';
      appendFileSync(${JSON.stringify(join(folder.path, 'calls'))}, 'x'); console.log('the thing');`);
    const paths = await Promise.all([fetchDownload(download, keeping), fetchDownload(download, keeping)]);
    assert.equal(new Set(paths).size, 1);
    assert.equal(await readFile(join(folder.path, 'calls'), 'utf8'), 'x');
    assert.equal(await findDownload(download, keeping), paths[0]);
    assert.deepEqual(await readdir(keeping.folder), ['thing-1.0.0']);
    assert.deepEqual(await readdir(paths[0] ?? ''), ['thing'], 'without the cache it came through');
    assert.deepEqual(told.sort(), [
      'Another run is fetching A thing; this one waits for it.',
      'Fetching A thing from npm, once (about 1 MB) …',
    ]);
  });

  it('that stalls ends in time, and says that the registry does not answer', async () => {
    keeping.stalledAfterSeconds = 2;
    await npmIs('setInterval(() => {}, 1000);');
    assert.match((await failure()).message, /A thing could not be fetched: the npm registry does not answer/);
  });

  it('that comes slowly is no stall, and says how far it is', async () => {
    keeping.stalledAfterSeconds = 3;
    keeping.tellEverySeconds = 1;
    await npmIs(`import { appendFileSync } from 'node:fs';
      const cache = process.argv.find((each) => each.startsWith('--cache=')).slice('--cache='.length);
      let parts = 0;
      const timer = setInterval(() => {
        appendFileSync(cache + '/part', 'b'.repeat(100_000));
        parts += 1;
        if (parts === 8) clearInterval(timer);
      }, 500);`);
    await fetchDownload(download, keeping);
    assert.match(told.at(-1) ?? '', /^ {2}[01] of about 1 MB$/);
  });

  for (const [words, advice] of [
    [
      'npm error code ENOSPC\\nnpm error nospc ENOSPC: no space left on device, write',
      /the disk is full. Make room/,
    ],
    ['npm error code ENOTFOUND', /does not answer. Check the network/],
    ['npm error code E404\\nnpm error 404 Not Found', /see below/],
    ['npm error code EACCES', /cannot be written to/],
  ] as const) {
    it(`that fails with ${words.split('\\n')[0]} says what to do, with npm’s words as its cause`, async () => {
      await npmIs(`console.error(${JSON.stringify(words.replaceAll('\\n', '\n'))}); process.exit(1);`);
      const { message, cause } = await failure();
      assert.match(message, advice);
      assert.match(String(cause), new RegExp(words.split('\\n')[0] ?? ''));
    });
  }

  it('says which proxy it went through when nobody answers', async () => {
    process.env['npm_config_https_proxy'] = 'http://127.0.0.1:9';
    try {
      await npmIs(`console.error('npm error code ECONNREFUSED'); process.exit(1);`);
      assert.match((await failure()).message, /through the proxy that \w+ names/);
    } finally {
      delete process.env['npm_config_https_proxy'];
    }
  });

  it('takes away what a run that was killed left unfinished', async () => {
    await mkdir(join(keeping.folder, 'unfinished-abc'));
    await npmIs(`console.log('the thing');`);
    await fetchDownload(download, keeping);
    assert.deepEqual(await readdir(keeping.folder), ['thing-1.0.0']);
  });
});
