import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { interrupted } from '../../../src/core/operations/interrupted.ts';
import type { Run } from '../../../src/core/operations/run.ts';
import type { PlatformError } from '../../../src/core/platform/errors.ts';
import { aContext, onAdminPage } from '../procedures/situations.ts';
import { CLIENT, going, rehearse, SECRET } from './rehearse.ts';

const REFUSED: PlatformError = { kind: 'forbidden', answer: { status: 403, code: 'missing.permissions' } };
const readOnly = { editFrameworkFile: async () => ({ kind: 'failed' as const, reason: 'EROFS' }) };

describe('Taking a client back', () => {
  it('deletes the client that was created, and keeps nothing of its secret', async () => {
    const deleted: string[] = [];
    const { proceed, takeBack, last, waitingSecret } = rehearse({
      ...readOnly,
      deleteClient: async ({ id }) => {
        deleted.push(id);
        return { ok: true };
      },
    });
    await proceed(going());
    await takeBack();
    assert.deepEqual(deleted, [CLIENT.id]);
    const run = last();
    assert.ok(run?.kind === 'taken-back');
    assert.deepEqual(run.client, CLIENT);
    assert.equal(run.hasSecret, false);
    assert.equal(waitingSecret(), undefined);
  });

  it('is noted before anything is sent: whoever goes on after a crash goes on with the deletion', async () => {
    const seen: (Run | undefined)[] = [];
    const { proceed, takeBack, last } = rehearse({
      ...readOnly,
      deleteClient: async () => {
        seen.push(last());
        return { ok: true };
      },
    });
    await proceed(going());
    await takeBack();
    const [before] = seen;
    assert.equal(before?.kind, 'taking-back');
    const left = before && interrupted(before);
    assert.ok(left?.failure.kind === 'not-taken-back');
    assert.equal(left.failure.left, 'unknown');
    assert.deepEqual(left.client, CLIENT);
  });

  it('forgets a secret that could not be kept', async () => {
    const locked = { keepSecret: async () => ({ ok: false as const, reason: 'the keyring is locked' }) };
    const { proceed, takeBack, waitingSecret } = rehearse(locked);
    await proceed(going());
    assert.equal(waitingSecret(), SECRET);
    await takeBack();
    assert.equal(waitingSecret(), undefined);
  });

  it('says that the client is still there when the org refuses, and can be tried again', async () => {
    let tries = 0;
    const { proceed, takeBack, last } = rehearse({
      ...readOnly,
      deleteClient: async () => {
        tries += 1;
        return tries === 1 ? { ok: false, error: REFUSED, left: 'inactive' } : { ok: true };
      },
    });
    await proceed(going());
    await takeBack();
    const run = last();
    assert.ok(run?.kind === 'stopped');
    assert.deepEqual(run.failure, { kind: 'not-taken-back', error: REFUSED, left: 'inactive' });
    assert.equal(run.hasSecret, true, 'its secret is still of use');
    await takeBack();
    assert.equal(last()?.kind, 'taken-back');
  });

  for (const [left, restores] of [
    ['as-it-was', 0],
    ['inactive', 1],
    ['unknown', 1],
  ] as const) {
    it(`is given up where the org left it ${left}: the client is kept, active, and Save goes on`, async () => {
      let isReadOnly = true;
      const { proceed, takeBack, keepAfterAll, last, calls } = rehearse({
        editFrameworkFile: async () =>
          isReadOnly ? { kind: 'failed', reason: 'EROFS' } : { kind: 'written', saved: true },
        deleteClient: async () => ({ ok: false, error: REFUSED, left }),
      });
      await proceed(going());
      await takeBack();
      isReadOnly = false;
      await keepAfterAll(going());
      assert.equal(last()?.kind, 'finished');
      assert.equal(calls.filter((call) => call === 'restore').length, restores);
    });
  }

  it('makes the client active once, however often Save stops after that', async () => {
    const { proceed, takeBack, keepAfterAll, calls } = rehearse({
      ...readOnly,
      deleteClient: async () => ({ ok: false, error: REFUSED, left: 'inactive' }),
    });
    await proceed(going());
    await takeBack();
    await keepAfterAll(going());
    await keepAfterAll(going());
    assert.equal(calls.filter((call) => call === 'restore').length, 1);
  });

  for (const [left, calls] of [
    ['as-it-was', ['edit']],
    ['inactive', ['restore', 'edit']],
  ] as const) {
    it(`is given up after a restart that found it ${left}`, async () => {
      const failure = { kind: 'not-taken-back', error: REFUSED, left } as const;
      const before = { done: 3, client: CLIENT, failure };
      const again = rehearse({}, { before });
      await again.keepAfterAll(going());
      assert.deepEqual(again.calls, calls);
    });
  }

  it('writes the ID of no client that is inactive into framework.js', async () => {
    const { proceed, takeBack, keepAfterAll, last, calls } = rehearse({
      ...readOnly,
      deleteClient: async () => ({ ok: false, error: REFUSED, left: 'inactive' }),
      restoreClient: async () => ({ ok: false, error: REFUSED, left: 'as-it-was' }),
    });
    await proceed(going());
    const before = calls.length;
    await takeBack();
    await keepAfterAll(going());
    assert.deepEqual(calls.slice(before), ['delete', 'restore']);
    const run = last();
    assert.ok(run?.kind === 'stopped');
    assert.deepEqual(run.failure, { kind: 'not-activated', error: REFUSED, left: 'inactive' });
  });

  it('touches nothing when no client was created, or when the person made it', async () => {
    const nothing = rehearse({ createClient: async () => ({ ok: false, error: REFUSED }) });
    await nothing.proceed(going());
    await nothing.takeBack();
    await nothing.keepAfterAll(going());
    assert.deepEqual(nothing.calls, ['create']);

    const context = aContext({ destination: onAdminPage() });
    const byHand = rehearse(readOnly, { draft: { clientId: CLIENT.id }, context });
    await byHand.proceed(going());
    await byHand.takeBack();
    assert.deepEqual(byHand.calls, ['edit']);
  });

  it('never reports the secret', async () => {
    const { proceed, takeBack, runs } = rehearse({
      ...readOnly,
      deleteClient: async () => ({ ok: false, error: REFUSED, left: 'as-it-was' }),
    });
    await proceed(going());
    await takeBack();
    assert.ok(runs.some(({ kind }) => kind === 'stopped'));
    assert.equal(JSON.stringify(runs).includes(SECRET), false);
  });
});
