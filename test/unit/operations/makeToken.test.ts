import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { keepToken, makeToken, noteEnd, type TokenEffects } from '../../../src/core/operations/makeToken.ts';
import type { LoginError } from '../../../src/core/platform/loginError.ts';

const TOKEN = { accessToken: 'canary-token', expiresInSeconds: 3600, refreshToken: undefined };
const ENDS_AT = '2028-02-15T09:00:00.000Z';
const signal = new AbortController().signal;

/** Effects that all succeed and write down what they were asked for, unless a test replaces one. */
function rehearse(replaced: Partial<TokenEffects> = {}): { effects: TokenEffects; calls: string[] } {
  const calls: string[] = [];
  const effects: TokenEffects = {
    secret: async () => 'kept',
    login: async (secret) => {
      calls.push(`login ${secret}`);
      return { ok: true, token: TOKEN };
    },
    keepToken: async (token) => {
      calls.push(`keep ${token}`);
    },
    writeEnd: async (endsAt) => {
      calls.push(`write ${endsAt}`);
      return { kind: 'written', saved: true };
    },
    ...replaced,
  };
  return { effects, calls };
}

describe('S6: a new token for an identity provider', () => {
  it('is made with the secret that is kept, or else with the one that is given', async () => {
    const { effects, calls } = rehearse();
    const made = await makeToken(effects, undefined, signal);
    assert.ok(made.kind === 'made' && made.token.accessToken === TOKEN.accessToken);
    await makeToken(effects, 'entered', signal);
    assert.deepEqual(calls, ['login kept', 'login entered'], 'nothing is kept or written by that');
  });

  it('asks for a secret where none is kept, without sending anything', async () => {
    const { effects, calls } = rehearse({ secret: async () => undefined });
    assert.deepEqual(await makeToken(effects, undefined, signal), { kind: 'needs-secret', isWrong: false });
    assert.deepEqual(calls, []);
  });

  const failures: [error: LoginError, kind: string][] = [
    [{ kind: 'login-refused', code: 'invalid_client', description: undefined }, 'needs-secret'],
    [{ kind: 'login-refused', code: 'unauthorized_client', description: undefined }, 'not-made'],
    [{ kind: 'timeout', seconds: 30 }, 'not-made'],
    [{ kind: 'cancelled' }, 'cancelled'],
  ];
  for (const [error, kind] of failures) {
    it(`is ${kind} after ${'code' in error ? error.code : error.kind}`, async () => {
      const { effects } = rehearse({ login: async () => ({ ok: false, error }) });
      assert.equal((await makeToken(effects, undefined, signal)).kind, kind);
    });
  }

  it('is not lost because of an end that no calendar knows', async () => {
    const token = { ...TOKEN, expiresInSeconds: 1e15 };
    const { effects } = rehearse({ login: async () => ({ ok: true, token }) });
    const made = await makeToken(effects, undefined, signal);
    assert.deepEqual(made, {
      kind: 'made',
      token: { accessToken: TOKEN.accessToken, endsAt: undefined },
    });
  });

  it('is kept first, and then the file learns its end', async () => {
    const { effects, calls } = rehearse();
    const kept = await keepToken(effects, { accessToken: TOKEN.accessToken, endsAt: ENDS_AT });
    assert.deepEqual(kept, { kind: 'kept', file: { kind: 'written', saved: true } });
    assert.deepEqual(calls, [`keep ${TOKEN.accessToken}`, `write ${ENDS_AT}`]);
  });

  it('leaves the file the end of the old one while nobody has the new one, and tells it once somebody has', async () => {
    const { effects, calls } = rehearse({
      keepToken: async () => {
        throw new Error('locked');
      },
    });
    const token = { accessToken: TOKEN.accessToken, endsAt: ENDS_AT };
    assert.deepEqual(await keepToken(effects, token), { kind: 'not-kept', reason: 'locked' });
    assert.deepEqual(calls, []);
    await noteEnd(effects, token);
    assert.deepEqual(calls, [`write ${ENDS_AT}`]);
  });

  it('writes no end where nobody said when it is', async () => {
    const { effects, calls } = rehearse();
    const kept = await keepToken(effects, { accessToken: TOKEN.accessToken, endsAt: undefined });
    assert.deepEqual(kept, { kind: 'kept', file: undefined });
    assert.deepEqual(calls, [`keep ${TOKEN.accessToken}`]);
  });
});
