import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { selectionOf } from '../../faults/cells.ts';
import { Matrix, type Result } from '../../faults/matrix.ts';
import { operations } from '../../faults/operations/all.ts';
import { notReached } from '../../faults/reached.ts';
import { failureOf } from '../../faults/table.ts';

describe('Whatever befalls a request of the extension', function () {
  // Some of it only waits, and a busy computer waits longer.
  this.timeout(120_000);
  const names = new Set<string>();
  let matrix: Matrix;

  before(async () => {
    matrix = await Matrix.open();
  });
  after(async () => await matrix.close());

  it('what is said is what stands, of each request and each kind of trouble once', async () => {
    const rows = await matrix.rows(operations, { isWhole: false, names });
    const results: Result[] = [];
    await matrix.run(selectionOf(rows), (result) => results.push(result));
    assert.ok(results.length > 20);
    assert.deepEqual(
      results.flatMap((result) => failureOf(result) ?? []),
      [],
    );
  });

  it('each function of the platform that asks a host is among them', () => {
    assert.deepEqual(notReached(names), []);
  });
});
