import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { within } from '../../../src/host/within.ts';

describe('What VS Code does not answer', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  it('ends after the time that it had, and says so', async () => {
    const waiting = within(10, new Promise<never>(() => undefined));
    mock.timers.tick(9_999);
    const ended = assert.rejects(waiting, /did not answer within 10 seconds/);
    mock.timers.tick(1);
    await ended;
  });

  it('is what it is where it comes in time', async () => {
    assert.equal(await within(10, Promise.resolve('noted')), 'noted');
    await assert.rejects(within(10, Promise.reject(new Error('refused'))), /refused/);
    mock.timers.tick(20_000);
  });
});
