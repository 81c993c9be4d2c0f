import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { bundled } from '../../host/bundled.ts';
import { downloadsFolder, repoFolder } from '../../host/paths.ts';
import { run } from '../../host/processes.ts';
import { CANCEL_AFTER_SECONDS, HOSTS, SENDERS, Waited } from './longWaits/cases.ts';

const LIMIT_SECONDS = 30;
/** A busy computer starts slowly, but what waits is not kept waiting by it. */
const LATE_SECONDS = 10;

/** The Node.js that the tests run on, and those that were fetched because a VS Code runs on them. */
async function nodes(): Promise<string[]> {
  const folders = await readdir(downloadsFolder).catch(() => []);
  const fetched = folders
    .filter((name) => /^node-\d+-/.test(name))
    .map((name) => join(downloadsFolder, name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node'));
  return [process.execPath, ...fetched.filter((path) => existsSync(path))];
}

/** Waits through every case; those that never end are missing. */
async function waitThrough(node: string): Promise<Waited[]> {
  const script = await bundled('test/unit/platform/longWaits/waitThrough.ts');
  const printed = await run(node, ['--expose-gc', script], {
    cwd: repoFolder,
    output: 'keep',
  });
  return printed
    .trim()
    .split('\n')
    .map((line) => Waited.parse(JSON.parse(line)));
}

/** What is known as soon as there are headers is not waited for. */
function expected({ host, sender, isCancelled }: Omit<Waited, 'ended' | 'seconds'>) {
  if (sender === 'a login page' && host !== 'no headers') return { ended: 'unclear', seconds: 0 };
  return isCancelled
    ? { ended: 'cancelled', seconds: CANCEL_AFTER_SECONDS }
    : { ended: 'timeout', seconds: LIMIT_SECONDS };
}

describe('What waits for a host that says too little ends, through the real limits and under memory pressure', function () {
  this.timeout((LIMIT_SECONDS + 6 * LATE_SECONDS) * 1000);

  it('at its limit, or as soon as the person cancels, on each Node.js there is', async () => {
    for (const waited of await Promise.all((await nodes()).map(waitThrough))) {
      const found = waited.map(({ host, sender, isCancelled }) => `${host}, ${sender}, ${isCancelled}`);
      const all = HOSTS.flatMap((host) =>
        SENDERS.flatMap((sender) => [`${host}, ${sender}, false`, `${host}, ${sender}, true`]),
      );
      assert.deepEqual(found.sort(), all.sort());
      for (const each of waited) {
        const { ended, seconds } = expected(each);
        assert.equal(each.ended, ended, JSON.stringify(each));
        assert.ok(each.seconds >= seconds - 1 && each.seconds < seconds + LATE_SECONDS, JSON.stringify(each));
      }
    }
  });
});
