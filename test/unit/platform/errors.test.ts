import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { mayHaveBeenCarriedOut, PlatformError, SIGNED_OUT } from '../../../src/core/platform/errors.ts';

describe('After a failed write', () => {
  const answer = { status: 0 };
  const uncertain: Record<PlatformError['kind'], boolean> = {
    cancelled: true,
    unreachable: false,
    'untrusted-certificate': false,
    'no-answer': true,
    timeout: true,
    'unexpected-answer': true,
    'too-much': true,
    'server-error': true,
    'signed-out': false,
    forbidden: false,
    rejected: false,
    'rate-limited': false,
  };
  const errors: PlatformError[] = [
    { kind: 'cancelled' },
    { kind: 'unreachable', reason: '' },
    { kind: 'untrusted-certificate', reason: '' },
    { kind: 'no-answer', reason: '' },
    { kind: 'timeout', seconds: 30 },
    { kind: 'unexpected-answer', answer },
    { kind: 'too-much', unit: 'megabytes', most: 40 },
    { kind: 'server-error', answer },
    { kind: 'signed-out', answer },
    { kind: 'forbidden', answer },
    { kind: 'rejected', answer },
    { kind: 'rate-limited', answer },
  ];
  for (const error of errors) {
    it(`${error.kind}: ${uncertain[error.kind] ? 'it may have been carried out' : 'it was not carried out'}`, () => {
      assert.equal(mayHaveBeenCarriedOut(error), uncertain[error.kind]);
    });
  }

  it('is still the same failure after it was kept', () => {
    const told = { status: 400, code: 'some.code', message: 'Why.', correlationId: 'corr-1' };
    for (const error of errors) {
      const whole = 'answer' in error ? { ...error, answer: told } : error;
      assert.deepEqual(PlatformError.parse(whole), whole);
    }
    const waits = { kind: 'rate-limited', answer, retryAfterSeconds: 7, refusedAt: '2026-11-30T09:00:00Z' };
    assert.deepEqual(PlatformError.parse(waits), waits);
    assert.equal(PlatformError.safeParse({ kind: 'forbidden' }).success, false);
    assert.equal(PlatformError.safeParse({ kind: 'too-much', unit: 'apples', most: 1 }).success, false);
  });
});

describe('An org that nobody is signed in to', () => {
  it('is one that would say so', () => {
    assert.deepEqual(SIGNED_OUT, { kind: 'signed-out', answer: { status: 401 } });
  });
});
