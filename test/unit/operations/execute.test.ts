import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Effects } from '../../../src/core/operations/effects.ts';
import type { PlatformError } from '../../../src/core/platform/errors.ts';
import { aContext, aWorkspace, onAdminPage } from '../procedures/situations.ts';
import { CLIENT, going, rehearse, SECRET } from './rehearse.ts';

const LOST: PlatformError = { kind: 'no-answer', reason: 'socket hang up' };
const REFUSED: PlatformError = { kind: 'rejected', answer: { status: 400, code: 'bad.grant.type' } };

describe('Executing a plan', () => {
  it('creates, keeps the secret, reads the client back, then writes the file, and reports each step', async () => {
    const { proceed, calls, runs, last } = rehearse();
    await proceed(going());
    assert.deepEqual(calls, ['create', 'keep', 'read', 'edit']);
    assert.deepEqual(
      runs.map(({ kind, done }) => `${kind} ${done}`),
      ['running 0', 'running 1', 'running 2', 'running 3', 'finished 4'],
    );
    assert.equal(runs[0]?.hasSecret, false);
    assert.equal(last()?.hasSecret, true);
    assert.deepEqual(last()?.client, CLIENT);
  });

  it('makes a new framework.js where the workspace has none', async () => {
    const newFiles = [{ uri: 'file:///crm/framework.js', path: 'framework.js' }];
    const { proceed, calls } = rehearse(
      { createFrameworkFile: async () => ({ kind: 'changed-meanwhile' }) },
      { context: aContext({ workspace: aWorkspace({ newFiles }) }) },
    );
    await proceed(going());
    assert.deepEqual(calls, ['create', 'keep', 'read', 'make']);
  });

  it('takes an adopted client as the org has it', async () => {
    const dateCreated = '2026-11-22T09:00:00.000Z';
    const { id, name } = CLIENT;
    const adopt = (adopted: { hasSecret: boolean; dateCreated?: string }) =>
      rehearse({}, { steps: [{ kind: 'use-client', id, name, adopted }] });
    const known = adopt({ hasSecret: true, dateCreated });
    await known.proceed(going());
    assert.deepEqual([known.last()?.client, known.last()?.hasSecret], [{ ...CLIENT, dateCreated }, true]);
    const bare = adopt({ hasSecret: false });
    await bare.proceed(going());
    assert.deepEqual([bare.last()?.client, bare.last()?.hasSecret], [CLIENT, false]);
  });

  it('goes on with a secret that was made in the place of a lost one', async () => {
    const { proceed, noteSecretKept, last } = rehearse({}, { before: { done: 2, client: CLIENT } });
    noteSecretKept();
    await proceed(going());
    assert.equal(last()?.hasSecret, true);
  });

  it('never reports the secret', async () => {
    const { proceed, runs } = rehearse({
      keepSecret: async () => ({ ok: false, reason: 'the keyring is locked' }),
    });
    await proceed(going());
    assert.equal(JSON.stringify(runs).includes(SECRET), false);
  });

  it('stops at a refusal with nothing done, and creates at the next try', async () => {
    let tries = 0;
    const { proceed, calls, last } = rehearse({
      createClient: async () => {
        tries += 1;
        return tries === 1
          ? { ok: false, error: REFUSED }
          : { ok: true, value: { client: CLIENT, secret: SECRET } };
      },
    });
    await proceed(going());
    assert.deepEqual(last(), {
      ...last(),
      kind: 'stopped',
      done: 0,
      client: undefined,
      failure: { kind: 'not-created', error: REFUSED },
    });
    assert.deepEqual(calls, ['create'], 'a refusal is certain: there is nothing to look for');
    await proceed(going());
    assert.equal(last()?.kind, 'finished');
  });

  describe('when the answer to the request is lost', () => {
    const lost: Partial<Effects> = { createClient: async () => ({ ok: false, error: LOST }) };

    it('takes up the client that the request created, without its secret and without a second one', async () => {
      const { proceed, calls, last } = rehearse({
        ...lost,
        findCreatedClient: async () => ({ ok: true, value: CLIENT }),
      });
      await proceed(going());
      assert.deepEqual(calls, ['create', 'look', 'read', 'edit']);
      assert.equal(last()?.kind, 'finished');
      assert.equal(last()?.hasSecret, false);
    });

    it('says that nothing was created when the client is not there, and looks again before it retries', async () => {
      const { proceed, calls, last } = rehearse(lost);
      await proceed(going());
      const run = last();
      assert.ok(run?.kind === 'stopped' && run.failure.kind === 'not-created');
      await proceed(going());
      assert.deepEqual(calls, ['create', 'look', 'look', 'create', 'look']);
    });

    it('does not send again while nobody could look, unless the person says so', async () => {
      const { proceed, calls, last } = rehearse({
        ...lost,
        findCreatedClient: async () => ({ ok: false, error: LOST }),
      });
      await proceed(going());
      const run = last();
      assert.ok(run?.kind === 'stopped' && run.failure.kind === 'perhaps-created');
      await proceed(going());
      assert.deepEqual(calls, ['create', 'look', 'look']);
      await proceed(going(), { createAnyway: true });
      assert.deepEqual(calls, ['create', 'look', 'look', 'create', 'look']);
    });
  });

  it('waits with the secret while the keyring refuses it, and never creates again', async () => {
    let locked = true;
    const kept: string[] = [];
    const { proceed, waitingSecret, calls, last } = rehearse({
      keepSecret: async (_client, secret) => {
        if (locked) return { ok: false, reason: 'the keyring is locked' };
        kept.push(secret);
        return { ok: true };
      },
    });
    await proceed(going());
    const run = last();
    assert.ok(run?.kind === 'stopped' && run.failure.kind === 'secret-not-kept' && run.done === 1);
    assert.deepEqual(run.client, CLIENT);
    assert.equal(waitingSecret(), SECRET, 'it can be copied meanwhile');
    locked = false;
    await proceed(going());
    assert.deepEqual(kept, [SECRET]);
    assert.equal(waitingSecret(), undefined);
    assert.deepEqual(calls, ['create', 'keep', 'keep', 'read', 'edit']);
    assert.equal(last()?.kind, 'finished');
  });

  it('says what stands when the file cannot be written, and goes on there', async () => {
    let readOnly = true;
    const { proceed, calls, last } = rehearse({
      editFrameworkFile: async () =>
        readOnly ? { kind: 'failed', reason: 'EROFS' } : { kind: 'written', saved: false },
    });
    await proceed(going());
    const run = last();
    assert.ok(run?.kind === 'stopped' && run.failure.kind === 'file-not-written' && run.done === 3);
    readOnly = false;
    await proceed(going());
    assert.deepEqual(calls, ['create', 'keep', 'read', 'edit', 'edit']);
    assert.ok(last()?.kind === 'finished' && last()?.unsavedFile);
  });

  it('keeps the secret even when it is cancelled the moment the client exists, because it comes only once', async () => {
    const abort = new AbortController();
    const { proceed, calls, last } = rehearse({
      createClient: async () => {
        abort.abort();
        return { ok: true, value: { client: CLIENT, secret: SECRET } };
      },
    });
    await proceed(abort.signal);
    assert.deepEqual(calls, ['create', 'keep']);
    const run = last();
    assert.ok(run?.kind === 'stopped' && run.failure.kind === 'cancelled');
    assert.equal(run.hasSecret, true);
  });

  it('uses a client that was made by hand as it is, without a request and without a secret', async () => {
    const context = aContext({ destination: onAdminPage() });
    const written: string[] = [];
    const { proceed, calls, last } = rehearse(
      {
        editFrameworkFile: async (_step, clientId) => {
          written.push(clientId);
          return { kind: 'written', saved: true };
        },
      },
      { draft: { clientId: CLIENT.id }, context },
    );
    await proceed(going());
    assert.deepEqual(calls, ['edit']);
    assert.deepEqual(written, [CLIENT.id]);
    const run = last();
    assert.ok(run?.kind === 'finished');
    assert.deepEqual(run.client, CLIENT);
    assert.equal(run.hasSecret, false);
  });

  it('says at once that it was cancelled, while the request goes on, and nothing of it afterwards', async () => {
    const abort = new AbortController();
    const seen: unknown[] = [];
    const { proceed, runs, last } = rehearse({
      editFrameworkFile: async () => {
        abort.abort();
        const run = last();
        seen.push(run?.kind === 'running' && run.cancelled);
        return { kind: 'written', saved: true };
      },
    });
    await proceed(abort.signal);
    assert.deepEqual(seen, [true]);
    assert.equal(last()?.kind, 'finished', 'it was the last step');
    const late = new AbortController();
    const count = runs.length;
    await proceed(late.signal);
    late.abort();
    assert.equal(runs.length, count + 1);
  });

  it('has a client for certain once it was found, also when it is cancelled then', async () => {
    const abort = new AbortController();
    const { proceed, last } = rehearse({
      createClient: async () => ({ ok: false, error: LOST }),
      findCreatedClient: async () => {
        abort.abort();
        return { ok: true, value: CLIENT };
      },
    });
    await proceed(abort.signal);
    const run = last();
    assert.ok(run?.kind === 'stopped');
    assert.deepEqual([run.client, run.failure], [CLIENT, { kind: 'cancelled' }]);
  });

  it('sends nothing when it was cancelled before it began', async () => {
    const { proceed, calls, last } = rehearse();
    await proceed(AbortSignal.abort());
    const run = last();
    assert.deepEqual(calls, []);
    assert.ok(run?.kind === 'stopped' && run.failure.kind === 'cancelled');
  });

  it('stays uncertain when it is cancelled before another request was sent after a lost one', async () => {
    const { proceed, calls, last } = rehearse({
      createClient: async () => ({ ok: false, error: LOST }),
      findCreatedClient: async () => ({ ok: false, error: LOST }),
    });
    await proceed(going());
    await proceed(AbortSignal.abort(), { createAnyway: true });
    const run = last();
    assert.ok(run?.kind === 'stopped' && run.failure.kind === 'perhaps-created');
    assert.deepEqual(run.failure.lookup, { kind: 'cancelled' });
    await proceed(going());
    assert.deepEqual(calls, ['create', 'look', 'look'], 'nothing is sent that nobody asked for again');
  });
});
