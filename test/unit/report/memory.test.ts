import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, it } from 'mocha';
import { bundled } from '../../host/bundled.ts';
import { repoFolder } from '../../host/paths.ts';

const MOST_MORE = 40_000_000;

/** Bytes, as a process of its own measures them. */
async function measured(clients: number): Promise<number> {
  const args = ['--expose-gc', await bundled('test/report/memory.ts'), String(clients)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: repoFolder });
  return Number(stdout);
}

describe('A report of 10,000 clients', () => {
  it('needs no more than 40 MB more than one of 10, with its clients, a former report and in each form', async function () {
    this.timeout(240_000);
    const [few, many] = [await measured(10), await measured(10_000)];
    assert.ok(many > few, `${few} and ${many} bytes`);
    assert.ok(many - few <= MOST_MORE, `${((many - few) / 1e6).toFixed(1)} MB more`);
  });
});
