import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { nearestById } from '../../../src/core/clients/nearIds.ts';

const ID = '5f0c3c1e-8a44-4d5c-9b0e-2f6f0a7d9e31';
const OTHER = '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d';
const SAME_START = '5f0c3c1e-8a55-4d5c-9b0e-2f6f0a7d9999';

function near(written: string, ids: readonly string[] = [OTHER, SAME_START, ID]) {
  return nearestById(
    written,
    ids.map((id) => ({ id })),
  ).map(({ client, likeness }) =>
    likeness.kind === 'differs' ? `${client.id} ${likeness.count}` : `${client.id} start`,
  );
}

describe('The clients whose ID may be meant by what a file says', () => {
  it('are those that begin in the same way where it was cut off, the longest first', () => {
    assert.deepEqual(near(ID.slice(0, 20)), [`${ID} start`, `${SAME_START} start`]);
    assert.deepEqual(near(ID.slice(0, 8)), [`${SAME_START} start`, `${ID} start`]);
  });

  it('are those in which few characters differ, before those that only begin in the same way', () => {
    assert.deepEqual(near(ID.replace('2f6f', '2f7f')), [`${ID} 1`, `${SAME_START} start`]);
    assert.deepEqual(near(ID.slice(1)), [`${ID} 1`]);
    assert.deepEqual(near(ID.replaceAll('-', '')), [`${ID} 4`, `${SAME_START} start`]);
  });

  it('do not depend on capitals, dashes and what stands around it', () => {
    assert.deepEqual(near(` "{${ID.toUpperCase().replaceAll('-', '–').slice(0, -1)}}",`, [ID]), [`${ID} 1`]);
  });

  it('are none where too little is the same', () => {
    for (const written of ['', 'your-client-id', ID.slice(0, 7), ID.slice(-20), 'x'.repeat(10_000)])
      assert.deepEqual(near(written), [], written);
  });
});
