import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Asked, answered, askedAgain, latest } from '../../../src/core/clientPage/asked.ts';
import type { PlatformError } from '../../../src/core/platform/errors.ts';

const known: Asked<number> = { kind: 'known', value: 7 };
const unreachable: PlatformError = { kind: 'unreachable', reason: 'no network' };
const forbidden: PlatformError = { kind: 'forbidden', answer: { status: 403 } };

describe('What an org has to be asked for', () => {
  it('is not told only where the org does not let one know it', () => {
    assert.equal(answered(known, { ok: false, error: forbidden }).kind, 'untold');
    for (const error of [
      unreachable,
      { kind: 'timeout', seconds: 6 },
      { kind: 'server-error', answer: { status: 500 } },
      { kind: 'signed-out', answer: { status: 401 } },
    ] satisfies PlatformError[]) {
      assert.deepEqual(answered(known, { ok: false, error }), { kind: 'failed', error, former: 7 });
    }
  });

  it('stays what it was while it is asked for again, and after a failure, until there is an answer', () => {
    const again = askedAgain(known);
    const failed = answered(again, { ok: false, error: unreachable });
    const onceMore = askedAgain(failed);
    for (const each of [known, again, failed, onceMore]) assert.equal(latest(each), 7);
    assert.equal(latest(answered(onceMore, { ok: true, value: 8 })), 8);
    assert.equal(latest(answered(onceMore, { ok: false, error: forbidden })), undefined);
    assert.deepEqual(answered({ kind: 'reading' }, { ok: false, error: unreachable }), {
      kind: 'failed',
      error: unreachable,
    });
  });
});
