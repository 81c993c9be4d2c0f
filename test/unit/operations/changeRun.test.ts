import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  failureOfChange,
  NotChanged,
  PerhapsChanged,
  Undoing,
} from '../../../src/core/operations/changeRun.ts';
import type { ClientRecord } from '../../../src/core/platform/clientRecord.ts';
import type { PlatformError } from '../../../src/core/platform/errors.ts';

const BEFORE: ClientRecord = { id: 'client-1', name: 'CRM', state: 'active' };
const error: PlatformError = { kind: 'timeout', seconds: 30 };

describe('Why Save stops at a change of a client', () => {
  it('is what somebody else has changed since the person saw it', () => {
    const now = { ...BEFORE, name: 'Help desk' };
    const failure = failureOfChange(BEFORE, { kind: 'changed-meanwhile', now });
    assert.ok(failure.kind === 'changed-meanwhile');
    assert.deepEqual(
      failure.differences.map(({ field }) => field),
      ['name'],
    );
    assert.deepEqual(failure.now, now);
  });

  it('is the error of a request that was not carried out', () => {
    assert.deepEqual(failureOfChange(BEFORE, { kind: 'failed', error }), { kind: 'not-changed', error });
  });

  it('is that nobody knows, with both errors, where the answer was lost and looking did not help', () => {
    const outcome = { kind: 'uncertain' as const, error, lookup: error };
    assert.deepEqual(failureOfChange(BEFORE, outcome), { kind: 'perhaps-changed', error, lookup: error });
  });

  it('is read back as it was kept', () => {
    assert.deepEqual(NotChanged.parse({ kind: 'not-changed', error }), { kind: 'not-changed', error });
    assert.equal(NotChanged.safeParse({ kind: 'not-changed' }).success, false);
    assert.equal(PerhapsChanged.safeParse({ kind: 'perhaps-changed' }).success, false);
    for (const undoing of [
      { kind: 'under-way' },
      { kind: 'undone', record: BEFORE },
      { kind: 'failed', error },
    ])
      assert.deepEqual(Undoing.parse(undoing), undoing);
    assert.equal(Undoing.safeParse({ kind: 'failed' }).success, false);
  });
});
