import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { inTurns, resultOf } from '../../../src/disk/turns.ts';

/** Steps of which each takes some milliseconds of the processor. */
function* slowWork(steps: number): Generator<number, string, undefined> {
  for (let step = 0; step < steps; step += 1) {
    const began = performance.now();
    while (performance.now() - began < 5);
    yield step;
  }
  return 'done';
}

/** How often something else had its turn while this went on. */
async function turnsOfOthers(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  const count = () => {
    turns += 1;
    next = setImmediate(count);
  };
  let next = setImmediate(count);
  await work();
  clearImmediate(next);
  return turns;
}

describe('A long work in turns', () => {
  it('lets everything else have its turn in between', async () => {
    assert.ok((await turnsOfOthers(async () => await resultOf(slowWork(40)))) > 3);
  });

  it('gives all its steps in their order, and what it comes to', async () => {
    const steps: number[] = [];
    for await (const step of inTurns(slowWork(12))) steps.push(step);
    assert.deepEqual(
      steps,
      Array.from({ length: 12 }, (_, step) => step),
    );
    assert.equal(await resultOf(slowWork(3)), 'done');
  });
});
