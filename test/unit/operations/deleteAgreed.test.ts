import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ClientEffects } from '../../../src/core/operations/changeClient.ts';
import { deleteAgreed, deleteClient, restoreClient } from '../../../src/core/operations/deleteClient.ts';
import type { ClientRecord } from '../../../src/core/platform/clientRecord.ts';
import type { PlatformError, Result } from '../../../src/core/platform/errors.ts';

const ACTIVE: ClientRecord = { id: 'client-1', name: 'CRM', state: 'active' };
const INACTIVE: ClientRecord = { ...ACTIVE, state: 'inactive' };
const active = { found: ACTIVE };
const inactive = { found: INACTIVE };
const unreachable = { error: { kind: 'unreachable', reason: 'ENOTFOUND' } } as const;
const gone = { error: { kind: 'rejected', answer: { status: 404, code: 'client.not.found' } } } as const;

type Answer = { found: ClientRecord } | { error: PlatformError };

/** An org that answers each look with the next of these, and each request like this; none but these may be sent. */
function org(looks: readonly Answer[], answers: { write?: Answer; remove?: Answer } = {}) {
  const left = [...looks];
  const sent: string[] = [];
  const result = (answer: Answer | undefined): Result<ClientRecord> => {
    if (answer === undefined) assert.fail('was not to be sent');
    return 'error' in answer ? { ok: false, error: answer.error } : { ok: true, value: answer.found };
  };
  const effects: ClientEffects = {
    read: async () => result(left.shift()),
    write: async ({ state }) => {
      sent.push(`${state}`);
      return result(answers.write);
    },
    remove: async () => {
      sent.push('removed');
      return result(answers.remove);
    },
  };
  return { effects, sent };
}

describe('Deleting a client that the person has seen', () => {
  it('makes it inactive, deletes it, and sees that it is gone', async () => {
    const { effects, sent } = org([active, gone], { write: inactive, remove: inactive });
    assert.deepEqual(await deleteAgreed(effects, ACTIVE), { kind: 'deleted' });
    assert.deepEqual(sent, ['inactive', 'removed']);
  });

  it('is accepted, and no more is known, where the org cannot be asked afterwards', async () => {
    const { effects } = org([inactive, unreachable], { remove: inactive });
    assert.deepEqual(await deleteAgreed(effects, INACTIVE), { kind: 'accepted' });
  });

  it('has nothing to do where it is gone already', async () => {
    assert.deepEqual(await deleteAgreed(org([gone]).effects, ACTIVE), { kind: 'deleted' });
  });

  it('sends nothing where somebody has changed it since, and shows what it is now', async () => {
    const now = { ...ACTIVE, description: 'Used by the night shift' };
    assert.deepEqual(await deleteAgreed(org([{ found: now }]).effects, ACTIVE), {
      kind: 'changed-meanwhile',
      now,
    });
  });

  for (const seen of [ACTIVE, INACTIVE]) {
    const left = seen.state === 'inactive' ? 'inactive' : 'as-it-was';

    it(`leaves it ${seen.state} where it cannot be read`, async () => {
      const outcome = await deleteAgreed(org([unreachable]).effects, seen);
      assert.deepEqual(outcome, { kind: 'not-deleted', ...unreachable, left });
    });

    it(`leaves it ${seen.state} where the person cancels while it is read`, async () => {
      const outcome = await deleteAgreed(org([{ found: seen }]).effects, seen, AbortSignal.abort());
      assert.deepEqual(outcome, { kind: 'not-deleted', error: { kind: 'cancelled' }, left });
    });

    it(`leaves it ${seen.state} where the request did not even come to the org`, async () => {
      const { effects } = org([{ found: seen }, { found: seen }], {
        write: unreachable,
        remove: unreachable,
      });
      const outcome = await deleteAgreed(effects, seen);
      assert.deepEqual(outcome, { kind: 'not-deleted', ...unreachable, left });
    });
  }

  it('takes a client for deleted that somebody else deletes meanwhile', async () => {
    const { effects } = org([active], { write: gone });
    assert.deepEqual(await deleteClient(effects), { ok: true });
  });

  const waiting = { found: { ...INACTIVE, dateToDelete: '2026-12-06T09:00:00Z' } };

  it('does not take the day that an inactive client gets for its deletion, which was not asked for yet', async () => {
    const error = { kind: 'timeout', seconds: 30 } as const;
    const outcome = await deleteClient(org([active, waiting], { write: { error } }).effects);
    assert.deepEqual(outcome, { ok: false, error, left: 'inactive' });
  });

  it('has failed where the org refused it, although it waits to be deleted by then', async () => {
    const error = { kind: 'forbidden', answer: { status: 403 } } as const;
    const outcome = await deleteClient(org([inactive, waiting], { remove: { error } }).effects);
    assert.deepEqual(outcome, { ok: false, error, left: 'inactive' });
  });

  it('is not certain where it waited to be deleted before, and its answer was lost', async () => {
    const error = { kind: 'timeout', seconds: 30 } as const;
    const outcome = await deleteClient(org([waiting, waiting, waiting], { remove: { error } }).effects);
    assert.deepEqual(outcome, { ok: false, error, left: 'unknown' });
  });
});

describe('Making a client active again', () => {
  it('has failed where the org says that it did it, and the client is as before', async () => {
    const { effects } = org([inactive, inactive], { write: active });
    const restored = await restoreClient(effects);
    assert.deepEqual(restored, {
      ok: false,
      error: { kind: 'unexpected-answer', answer: { status: 200 } },
      left: 'inactive',
    });
  });

  it('says why where it cannot be read', async () => {
    assert.deepEqual(await restoreClient(org([unreachable]).effects), {
      ok: false,
      ...unreachable,
      left: 'as-it-was',
    });
  });
});
