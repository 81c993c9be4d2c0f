import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { MadeConnection, ProveStep } from '../../../src/core/operations/effects.ts';
import type { ReadBack } from '../../../src/core/operations/run.ts';
import type { PlatformError } from '../../../src/core/platform/errors.ts';
import { aContext, onAdminPage } from '../procedures/situations.ts';
import { CLIENT, going, rehearse, SECRET, TOKEN_ENDS_AT } from './rehearse.ts';

const ENTRA = { procedure: 'scim', draft: { provider: 'entra' } } as const;
const REFUSED: PlatformError = { kind: 'forbidden', answer: { status: 403, code: 'missing.permissions' } };
const ALL = ['create', 'keep', 'read', 'prove', 'token', 'scim-file'];

/** An effect that fails until somebody mends it. */
function breaking<T>(failure: T, success: T) {
  const state = { broken: true };
  return {
    mend: () => Object.assign(state, { broken: false }),
    effect: async () => (state.broken ? failure : success),
  };
}

describe('Executing the plan of a SCIM client', () => {
  it('S4, S7 and S6: creates, keeps, reads back, proves, makes the token, then writes the file', async () => {
    const { proceed, calls, last } = rehearse({}, ENTRA);
    await proceed(going());
    assert.deepEqual(calls, ALL);
    const run = last();
    assert.ok(run?.kind === 'finished');
    assert.deepEqual(run.readBack, { kind: 'as-asked' });
    assert.equal(run.tokenEndsAt, TOKEN_ENDS_AT);
    assert.equal(run.unsavedFile, false);
  });

  it('S7: proves the new client itself, at the address under which it will be used', async () => {
    const asked: [ProveStep, string][] = [];
    const { proceed } = rehearse(
      {
        prove: async (step, id) => {
          asked.push([step, id]);
          return { ok: true };
        },
      },
      ENTRA,
    );
    await proceed(going());
    const url = 'https://api.mypurecloud.jp/api/v2/scim/v2/serviceproviderconfig';
    assert.deepEqual(asked, [[{ kind: 'prove', by: 'scim', url }, CLIENT.id]]);
  });

  it('S6: writes into the file which client it is, since when, and until when its token lasts', async () => {
    const written: MadeConnection[] = [];
    const dateCreated = '2026-11-22T09:00:00.000Z';
    const { proceed } = rehearse(
      {
        createClient: async () => ({
          ok: true,
          value: { client: { ...CLIENT, dateCreated }, secret: SECRET },
        }),
        writeScimFile: async (_step, made) => {
          written.push(made);
          return { kind: 'written', saved: true };
        },
      },
      ENTRA,
    );
    await proceed(going());
    assert.deepEqual(written, [
      {
        clientId: CLIENT.id,
        createdAt: dateCreated,
        tokenEndsAt: TOKEN_ENDS_AT,
        tokenDurationSeconds: 38_880_000,
      },
    ]);
  });

  it('S6: writes no end where the provider gets its own tokens', async () => {
    const written: MadeConnection[] = [];
    const { proceed, calls, last } = rehearse(
      {
        writeScimFile: async (_step, made) => {
          written.push(made);
          return { kind: 'written', saved: true };
        },
      },
      { procedure: 'scim', draft: { provider: 'onelogin' } },
    );
    await proceed(going());
    assert.deepEqual(
      calls,
      ALL.filter((call) => call !== 'token'),
    );
    assert.equal(written[0]?.tokenEndsAt, undefined);
    assert.equal(last()?.tokenEndsAt, undefined);
  });

  it('S4: reports a duration that the org set back, and still goes on', async () => {
    const written: MadeConnection[] = [];
    const { proceed, last } = rehearse(
      {
        readClient: async () => ({ ok: true, value: { ...CLIENT, accessTokenValiditySeconds: 86_400 } }),
        writeScimFile: async (_step, made) => {
          written.push(made);
          return { kind: 'written', saved: true };
        },
      },
      ENTRA,
    );
    await proceed(going());
    const run = last();
    assert.ok(run?.kind === 'finished' && run.readBack?.kind === 'different');
    assert.deepEqual(run.readBack.durationSeconds, { asked: 38_880_000, made: 86_400 });
    assert.equal(written[0]?.tokenDurationSeconds, 86_400, 'the file gets what is true');
  });

  it('S4: takes the duration from the answer to the creation where the client cannot be read back', async () => {
    const written: MadeConnection[] = [];
    const client = { ...CLIENT, accessTokenValiditySeconds: 86_400 };
    const { proceed } = rehearse(
      {
        createClient: async () => ({ ok: true, value: { client, secret: SECRET } }),
        readClient: async () => ({ ok: false, error: REFUSED }),
        writeScimFile: async (_step, made) => {
          written.push(made);
          return { kind: 'written', saved: true };
        },
      },
      ENTRA,
    );
    await proceed(going());
    assert.equal(written[0]?.tokenDurationSeconds, 86_400);
  });

  const createdWith = { ...CLIENT, accessTokenValiditySeconds: 172_800 };
  const readBefore: [what: string, readBack: ReadBack, writes: number][] = [
    ['as asked', { kind: 'as-asked' }, 38_880_000],
    [
      'set back',
      { kind: 'different', fields: [], durationSeconds: { asked: 38_880_000, made: 86_400 } },
      86_400,
    ],
    ['different in something else', { kind: 'different', fields: ['scope'] }, 38_880_000],
    ['not to be read', { kind: 'unread', error: REFUSED }, 172_800],
  ];
  for (const [what, readBack, writes] of readBefore) {
    it(`S4: writes the duration that was read back before a crash: the client was ${what}`, async () => {
      const written: MadeConnection[] = [];
      const { proceed, calls } = rehearse(
        {
          writeScimFile: async (_step, made) => {
            written.push(made);
            return { kind: 'written', saved: true };
          },
        },
        { ...ENTRA, before: { done: 5, client: createdWith, hasSecret: true, readBack } },
      );
      await proceed(going());
      assert.deepEqual(calls, ['scim-file']);
      assert.equal(written[0]?.tokenDurationSeconds, writes);
    });
  }

  it('S4: says that it could not read the client back, and does not stop for it', async () => {
    const { proceed, calls, last } = rehearse(
      { readClient: async () => ({ ok: false, error: REFUSED }) },
      ENTRA,
    );
    await proceed(going());
    assert.deepEqual(calls, ALL);
    assert.deepEqual(last()?.readBack, { kind: 'unread', error: REFUSED });
  });

  it('S7: stops when the client cannot be used, and goes on there without a second client', async () => {
    const prove = breaking(
      { ok: false as const, error: { kind: 'login-refused' as const, code: 'invalid_client' } },
      { ok: true as const },
    );
    const { proceed, calls, last } = rehearse({ prove: prove.effect }, ENTRA);
    await proceed(going());
    const run = last();
    assert.ok(run?.kind === 'stopped' && run.failure.kind === 'not-proven');
    assert.equal(run.plan[run.done]?.kind, 'prove');
    assert.equal(run.hasSecret, true);
    prove.mend();
    await proceed(going());
    assert.deepEqual(calls, ['create', 'keep', 'read', 'prove', 'prove', 'token', 'scim-file']);
    assert.equal(last()?.kind, 'finished');
  });

  it('S6: stops when no token can be made, and makes it at the next try', async () => {
    const makeToken = breaking(
      { ok: false as const, error: REFUSED },
      { ok: true as const, endsAt: TOKEN_ENDS_AT },
    );
    const { proceed, calls, last } = rehearse({ makeToken: makeToken.effect }, ENTRA);
    await proceed(going());
    const run = last();
    assert.ok(run?.kind === 'stopped' && run.failure.kind === 'token-not-made');
    assert.deepEqual(run.failure.error, REFUSED);
    assert.equal(run.plan[run.done]?.kind, 'make-token');
    assert.equal(run.tokenEndsAt, undefined);
    makeToken.mend();
    await proceed(going());
    assert.deepEqual(calls, ['create', 'keep', 'read', 'prove', 'token', 'token', 'scim-file']);
    assert.equal(last()?.tokenEndsAt, TOKEN_ENDS_AT);
  });

  const fileFailures = {
    'scim-file-refused': { kind: 'refused', reason: 'not-json', line: 7 },
    'file-changed': { kind: 'changed-meanwhile' },
    'file-not-written': { kind: 'failed', reason: 'EROFS' },
  } as const;
  for (const [failure, result] of Object.entries(fileFailures)) {
    it(`S6: stops with ${failure} when the file is the trouble, and keeps the token that was made`, async () => {
      const file = breaking<
        (typeof fileFailures)[keyof typeof fileFailures] | { kind: 'written'; saved: boolean }
      >(result, { kind: 'written', saved: true });
      const { proceed, calls, last } = rehearse({ writeScimFile: file.effect }, ENTRA);
      await proceed(going());
      const run = last();
      assert.ok(run?.kind === 'stopped');
      assert.equal(run.failure.kind, failure);
      assert.ok('path' in run.failure && run.failure.path === 'genesys-scim.json');
      assert.equal(run.tokenEndsAt, TOKEN_ENDS_AT);
      file.mend();
      await proceed(going());
      assert.deepEqual(calls, [...ALL, 'scim-file']);
    });
  }

  it('S6: says so when the file was changed in an editor with unsaved changes', async () => {
    const { proceed, last } = rehearse(
      { writeScimFile: async () => ({ kind: 'written', saved: false }) },
      ENTRA,
    );
    await proceed(going());
    assert.equal(last()?.unsavedFile, true);
  });

  it('G16: goes on after a lost answer with the client that was made, and leaves its lost secret to the proof', async () => {
    const { proceed, calls, last } = rehearse(
      {
        createClient: async () => ({ ok: false, error: { kind: 'no-answer', reason: 'socket hang up' } }),
        findCreatedClient: async () => ({ ok: true, value: CLIENT }),
        prove: async () => ({ ok: false, error: { kind: 'no-secret' } }),
      },
      ENTRA,
    );
    await proceed(going());
    assert.deepEqual(calls, ['create', 'look', 'read', 'prove']);
    const run = last();
    assert.ok(run?.kind === 'stopped' && run.failure.kind === 'not-proven');
    assert.deepEqual(run.failure.error, { kind: 'no-secret' });
    assert.deepEqual(run.client, CLIENT);
    assert.equal(run.hasSecret, false);
  });

  for (const [index, step] of ALL.entries()) {
    it(`stops before ${step} when it is cancelled then, unless a secret waits to be kept`, async () => {
      const abort = new AbortController();
      const { proceed, calls, last, steps } = rehearse(
        {
          ...(step === 'create' && { createClient: async () => assert.fail('was not to be sent') }),
        },
        ENTRA,
      );
      const kinds = steps.map(({ kind }) => kind);
      const before = ALL[index - 1];
      if (before === undefined) abort.abort();
      const going = proceed(abort.signal);
      // Each effect takes a turn of its own; the signal is given as soon as the one before has been called.
      while (before !== undefined && !calls.includes(before)) await Promise.resolve();
      abort.abort();
      await going;
      const run = last();
      assert.ok(run?.kind === 'stopped' && run.failure.kind === 'cancelled');
      const stoppedAt = step === 'keep' ? 'read-back' : kinds[index];
      assert.equal(run.plan[run.done]?.kind, stoppedAt);
    });
  }

  it('never reports the secret or a token, whatever step fails', async () => {
    const leaky = { ok: false as const, error: REFUSED };
    const situations = [
      {},
      { keepSecret: async () => ({ ok: false as const, reason: 'the keyring is locked' }) },
      { readClient: async () => ({ ok: false as const, error: REFUSED }) },
      { prove: async () => leaky },
      { makeToken: async () => leaky },
      { writeScimFile: async () => ({ kind: 'failed' as const, reason: 'EROFS' }) },
    ];
    for (const replaced of situations) {
      const { proceed, runs } = rehearse(replaced, ENTRA);
      await proceed(going());
      assert.ok(runs.length > 1);
      assert.equal(JSON.stringify(runs).includes('canary'), false);
    }
  });

  it('G1 without an API call: only takes down the client that the person made', async () => {
    const context = aContext({ destination: onAdminPage() });
    const { proceed, calls, last } = rehearse(
      {},
      { procedure: 'scim', draft: { provider: 'entra', clientId: CLIENT.id }, context },
    );
    await proceed(going());
    assert.deepEqual(calls, []);
    assert.deepEqual(last()?.client, CLIENT);
  });
});
