import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { TimeLimit } from '../../../src/core/platform/timeLimit.ts';

const SECONDS = 30;

describe('What may end a request', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));

  afterEach(() => mock.timers.reset());

  it('is its time limit', () => {
    const limit = new TimeLimit(SECONDS);
    mock.timers.tick(SECONDS * 1000 - 1);
    assert.equal(limit.ended, undefined);
    assert.equal(limit.signal.aborted, false);
    mock.timers.tick(1);
    assert.equal(limit.signal.aborted, true);
    assert.deepEqual(limit.ended, { kind: 'timeout', seconds: SECONDS });
  });

  it('is the person who cancels, before it and while it lasts', () => {
    assert.deepEqual(new TimeLimit(SECONDS, AbortSignal.abort()).ended, { kind: 'cancelled' });
    const person = new AbortController();
    const limit = new TimeLimit(SECONDS, person.signal);
    assert.equal(limit.signal.aborted, false);
    person.abort();
    assert.equal(limit.signal.aborted, true);
    assert.deepEqual(limit.ended, { kind: 'cancelled' });
  });

  it('is nothing any more once it is over', () => {
    const person = new AbortController();
    const limit = new TimeLimit(SECONDS, person.signal);
    limit.over();
    mock.timers.tick(SECONDS * 1000);
    person.abort();
    assert.equal(limit.signal.aborted, false);
    assert.equal(limit.ended, undefined);
  });

  it('ends a pause that it lasts no longer than, and no other', async () => {
    const limit = new TimeLimit(SECONDS);
    let paused = 0;
    const pause = async (milliseconds: number) => {
      await limit.pause(milliseconds);
      paused += 1;
    };
    const [short, long] = [pause(700), pause(SECONDS * 2000)];
    mock.timers.tick(699);
    await Promise.resolve();
    assert.equal(paused, 0);
    mock.timers.tick(1);
    await short;
    assert.equal(paused, 1);
    mock.timers.tick(SECONDS * 1000);
    await long;
    assert.equal(paused, 2);
  });
});
