import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { PlatformError } from '../../../src/core/platform/errors.ts';
import type { Context } from '../../../src/core/procedures/context.ts';
import type { Draft } from '../../../src/core/procedures/draft.ts';
import { type Effects, findCreated, startExecution } from '../../../src/core/procedures/execute.ts';
import { plan } from '../../../src/core/procedures/index.ts';
import type { Run } from '../../../src/core/procedures/run.ts';
import { aContext, onAdminPage } from './situations.ts';

const SECRET = 'canary-secret-of-the-client';
const CLIENT = { id: '0b1f0c5e-0000-4000-8000-000000000002', name: 'CRM' };
const LOST: PlatformError = { kind: 'no-answer', reason: 'socket hang up' };
const REFUSED: PlatformError = { kind: 'rejected', answer: { status: 400, code: 'bad.grant.type' } };

type Situation = { draft: Draft; context: Context };

/** Effects that all succeed and write down what they were asked for, unless a test replaces one. */
function rehearse(
  replaced: Partial<Effects> = {},
  situation: Situation = { draft: {}, context: aContext() },
) {
  const calls: string[] = [];
  const runs: Run[] = [];
  const noted = <A extends unknown[], R>(name: string, effect: (...args: A) => R) => {
    return (...args: A): R => {
      calls.push(name);
      return effect(...args);
    };
  };
  const succeed: Effects = {
    createClient: async () => ({ ok: true, value: { client: CLIENT, secret: SECRET } }),
    findCreatedClient: async () => ({ ok: true, value: undefined }),
    keepSecret: async () => ({ ok: true }),
    editFrameworkFile: async () => ({ kind: 'written', saved: true }),
    createFrameworkFile: async () => ({ kind: 'written', saved: true }),
  };
  const chosen = { ...succeed, ...replaced };
  const effects: Effects = {
    createClient: noted('create', chosen.createClient),
    findCreatedClient: noted('look', chosen.findCreatedClient),
    keepSecret: noted('keep', chosen.keepSecret),
    editFrameworkFile: noted('edit', chosen.editFrameworkFile),
    createFrameworkFile: noted('make', chosen.createFrameworkFile),
  };
  const steps = plan('embeddable', { name: 'CRM', ...situation.draft }, situation.context);
  assert.ok(steps);
  const execution = startExecution(steps, effects, (run) => runs.push(run));
  const last = () => runs.at(-1);
  return { calls, runs, last, ...execution };
}

const going = () => new AbortController().signal;

describe('Executing a plan', () => {
  it('creates, keeps the secret, then writes the file, and reports each step', async () => {
    const { proceed, calls, runs, last } = rehearse();
    await proceed(going());
    assert.deepEqual(calls, ['create', 'keep', 'edit']);
    assert.deepEqual(
      runs.map(({ kind, done }) => `${kind} ${done}`),
      ['running 0', 'running 1', 'running 2', 'finished 3'],
    );
    assert.equal(last()?.hasSecret, true);
    assert.deepEqual(last()?.client, CLIENT);
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
      assert.deepEqual(calls, ['create', 'look', 'edit']);
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
    assert.deepEqual(calls, ['create', 'keep', 'keep', 'edit']);
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
    assert.ok(run?.kind === 'stopped' && run.failure.kind === 'file-not-written' && run.done === 2);
    readOnly = false;
    await proceed(going());
    assert.deepEqual(calls, ['create', 'keep', 'edit', 'edit']);
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

  it('sends nothing when it was cancelled before it began', async () => {
    const { proceed, calls, last } = rehearse();
    await proceed(AbortSignal.abort());
    const run = last();
    assert.deepEqual(calls, []);
    assert.ok(run?.kind === 'stopped' && run.failure.kind === 'cancelled');
  });
});

describe('Looking for the client of a lost request', () => {
  const request = {
    name: 'CRM',
    authorizedGrantType: 'CODE',
    accessTokenValiditySeconds: 64_800,
    registeredRedirectUri: ['https://crm.test/a', 'https://crm.test/b'],
    scope: ['users'],
  } as const;
  const asked = {
    ...request,
    registeredRedirectUri: [...request.registeredRedirectUri],
    scope: [...request.scope],
  };
  const created = { id: 'new', ...asked };

  it('finds it, in whatever order the org answers its lists', () => {
    const listed = { ...created, registeredRedirectUri: [...asked.registeredRedirectUri].reverse() };
    assert.equal(findCreated(asked, [listed], new Set())?.id, 'new');
  });

  it('finds it when the org answers something once that was asked for twice', () => {
    const twice = { ...asked, scope: ['users', 'users'] };
    assert.equal(findCreated(twice, [created], new Set())?.id, 'new');
  });

  it('takes none that was there before', () => {
    assert.equal(findCreated(asked, [created], new Set(['new'])), undefined);
  });

  for (const [field, value] of Object.entries({
    name: 'crm',
    authorizedGrantType: 'TOKEN',
    accessTokenValiditySeconds: 86_400,
    registeredRedirectUri: ['https://crm.test/a'],
    scope: ['users', 'presence'],
  })) {
    it(`takes none whose ${field} differs`, () => {
      assert.equal(findCreated(asked, [{ ...created, [field]: value }], new Set()), undefined);
    });
  }
});
