import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { aContext, onAdminPage } from '../procedures/situations.ts';
import { CLIENT, going, rehearse } from './rehearse.ts';

const note = async () => ({ ok: false, reason: 'the disk is full' }) as const;

describe('What a crash must leave a note of', () => {
  it('is a client that is about to be made: without a note, nothing is sent unless the person says so', async () => {
    const { proceed, calls, last } = rehearse({}, { note });
    await proceed(going());
    const run = last();
    assert.ok(run?.kind === 'stopped');
    assert.deepEqual(run.failure, { kind: 'creation-not-noted', reason: 'the disk is full' });
    assert.deepEqual(calls, []);
    await proceed(going(), { createAnyway: true });
    assert.deepEqual(calls, ['create', 'keep', 'read', 'edit']);
  });

  it('is no step that can be done again', async () => {
    const context = aContext({ destination: onAdminPage() });
    const { proceed, last } = rehearse({}, { note, context, draft: { clientId: CLIENT.id } });
    await proceed(going());
    assert.equal(last()?.kind, 'finished');
  });

  it('is waited for, and no longer than until the person cancels', async () => {
    const abort = new AbortController();
    let isNoting: (value: unknown) => void = () => undefined;
    const noting = new Promise((resolve) => {
      isNoting = resolve;
    });
    const { proceed, calls, last } = rehearse(
      {},
      {
        note: () => {
          isNoting(undefined);
          return new Promise(() => undefined);
        },
      },
    );
    const saving = proceed(abort.signal);
    await noting;
    assert.deepEqual(calls, []);
    abort.abort();
    await saving;
    const run = last();
    assert.ok(run?.kind === 'stopped' && run.failure.kind === 'cancelled');
    assert.deepEqual(calls, []);
  });

  it('is not waited for by somebody who cancelled before, though the disk never answers', async () => {
    const { proceed, calls, last } = rehearse({}, { note: () => new Promise(() => undefined) });
    await proceed(AbortSignal.abort());
    const run = last();
    assert.ok(run?.kind === 'stopped' && run.failure.kind === 'cancelled');
    assert.deepEqual(calls, []);
  });

  it('is a deletion: without a note, the client stays as it is unless the person says so', async () => {
    const before = { done: 3, client: CLIENT };
    const { takeBack, calls, last } = rehearse({}, { note, before });
    await takeBack();
    const run = last();
    assert.ok(run?.kind === 'stopped');
    assert.deepEqual(run.failure, {
      kind: 'deletion-not-noted',
      reason: 'the disk is full',
      left: 'as-it-was',
    });
    assert.deepEqual(calls, []);
    await takeBack({ deleteAnyway: true });
    assert.deepEqual(calls, ['delete']);
  });

  it('is a deletion that is tried again: without a note, nothing is sent, and what the tries before have left stands', async () => {
    const error = { kind: 'timeout', seconds: 30 } as const;
    const failure = { kind: 'not-taken-back', error, left: 'inactive' } as const;
    const { takeBack, last } = rehearse({}, { note, before: { done: 3, client: CLIENT, failure } });
    await takeBack();
    const run = last();
    assert.ok(run?.kind === 'stopped' && run.failure.kind === 'deletion-not-noted');
    assert.equal(run.failure.left, 'inactive');
  });
});

describe('After a crash while a client was made', () => {
  it('looks for it before anything is sent, although that cannot be noted', async () => {
    const { proceed, calls, last } = rehearse(
      { findCreatedClient: async () => ({ ok: true, value: CLIENT }) },
      { note, before: { done: 0 } },
    );
    await proceed(going());
    assert.deepEqual(calls, ['look', 'read', 'edit']);
    assert.equal(last()?.kind, 'finished');
  });

  it('makes it where it is not there', async () => {
    const { proceed, calls } = rehearse({}, { before: { done: 0 } });
    await proceed(going());
    assert.deepEqual(calls, ['look', 'create', 'keep', 'read', 'edit']);
  });

  it('is not certain as long as nobody could look', async () => {
    const { proceed, calls, last } = rehearse(
      { findCreatedClient: async () => ({ ok: false, error: { kind: 'timeout', seconds: 30 } }) },
      { before: { done: 0 } },
    );
    await proceed(going());
    const run = last();
    assert.ok(run?.kind === 'stopped' && run.failure.kind === 'perhaps-created');
    assert.deepEqual(calls, ['look']);
  });

  it('is certain that nothing was made where none was to be, also when it is cancelled then', async () => {
    const { id, name } = CLIENT;
    const { proceed, last } = rehearse(
      {},
      { steps: [{ kind: 'use-client', id, name }], before: { done: 0 } },
    );
    await proceed(AbortSignal.abort());
    const run = last();
    assert.ok(run?.kind === 'stopped');
    assert.deepEqual(run.failure, { kind: 'cancelled' });
  });

  it('looks for nothing that it has, or that came after it', async () => {
    const { proceed, calls } = rehearse({}, { before: { done: 1, client: CLIENT } });
    await proceed(going());
    assert.deepEqual(calls, ['read', 'edit'], 'the secret was lost with the crash');
  });
});
