import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { describe, it } from 'mocha';
import { onceAtATime } from '../../../src/host/onceAtATime.ts';

describe('Work that runs once at a time', () => {
  it('is done once more for all who asked while it ran, and never twice at once', async () => {
    let [begun, atOnce, most] = [0, 0, 0];
    const ask = onceAtATime(async () => {
      begun += 1;
      atOnce += 1;
      most = Math.max(most, atOnce);
      await setImmediate();
      atOnce -= 1;
    });
    await Promise.all(Array.from({ length: 1000 }, async () => await ask()));
    assert.deepEqual([begun, most], [2, 1]);
    await ask();
    assert.equal(begun, 3);
  });

  it('goes on after it has failed', async () => {
    const outcomes = [Promise.reject(new Error('away')), Promise.resolve()];
    const ask = onceAtATime(async () => await outcomes.shift());
    await assert.rejects(ask(), /away/);
    await ask();
    assert.equal(outcomes.length, 0);
  });
});
