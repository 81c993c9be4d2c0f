import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { PlatformError } from '../../../src/core/platform/errors.ts';
import { failureOfLogin, SignInFailure, SignInStage } from '../../../src/core/signIn/attempt.ts';

const about = { region: 'mypurecloud.jp', grant: 'CODE' } as const;
const refused = (code: string, description?: string) =>
  failureOfLogin({ kind: 'login-refused', code, description }, about);

describe('How far an attempt to sign in is', () => {
  const stages: readonly SignInStage[] = [
    { kind: 'starting-practice-org' },
    { kind: 'signing-in', where: 'here' },
    { kind: 'signing-in', where: 'browser' },
    { kind: 'trying-regions', region: 'mypurecloud.jp' },
    { kind: 'loading-org' },
  ];
  for (const stage of stages)
    it(`comes to the page whole: ${Object.values(stage).join(' ')}`, () =>
      assert.deepEqual(SignInStage.parse(stage), stage));
});

describe('Why nobody is signed in', () => {
  it('is a wrong secret when the client is known', () => {
    for (const description of ['authentication failed', 'Client Authentication Failed.']) {
      const expected = { kind: 'secret-wrong', region: 'mypurecloud.jp', description };
      assert.deepEqual(refused('invalid_client', description), expected);
    }
  });

  for (const description of ['client not found', 'something new', undefined]) {
    it(`is most likely a wrong region when invalid_client says ${description ?? 'no more'}`, () => {
      const expected = { kind: 'client-unknown', region: 'mypurecloud.jp', description };
      assert.deepEqual(refused('invalid_client', description), expected);
    });
  }

  for (const code of ['unauthorized_client', 'unsupported_grant_type', 'unsupported_response_type']) {
    it(`is another grant type than the one needed: ${code}`, () => {
      for (const grant of ['CODE', 'CLIENT-CREDENTIALS'] as const) {
        const error = { kind: 'login-refused', code, description: 'no' } as const;
        assert.deepEqual(failureOfLogin(error, { ...about, grant }), {
          kind: 'grant-missing',
          needs: grant,
          description: 'no',
        });
      }
    });
  }

  for (const code of ['access_denied', 'invalid_grant', 'invalid_state', 'server_error', '']) {
    it(`is what the login host says, otherwise: ${JSON.stringify(code)}`, () => {
      const expected = { kind: 'login-refused', code, description: undefined };
      assert.deepEqual(refused(code), expected);
    });
  }

  const others: PlatformError[] = [
    { kind: 'cancelled' },
    { kind: 'unreachable', reason: 'ENOTFOUND' },
    { kind: 'untrusted-certificate', reason: 'self-signed certificate' },
    { kind: 'timeout', seconds: 30 },
    { kind: 'unexpected-answer', answer: { status: 200 } },
  ];
  for (const error of others) {
    it(`has nothing to do with signing in: ${error.kind}`, () => {
      assert.deepEqual(failureOfLogin(error, about), { kind: 'login-failed', error });
    });
  }

  it('survives the way to the page, with a description or without', () => {
    for (const failure of [
      refused('invalid_client', 'client not found'),
      refused('unauthorized_client', 'no'),
      refused('access_denied'),
    ]) {
      const sent = JSON.parse(JSON.stringify(failure));
      assert.deepEqual(SignInFailure.parse(sent), sent);
    }
  });
});
