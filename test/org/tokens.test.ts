import assert from 'node:assert/strict';
import { useOrg } from './useOrg.ts';

describe('tokens of the practice org', () => {
  const org = useOrg();
  let admin: string;
  let machine: string;

  beforeEach(async () => {
    admin = await org().signIn('administrator');
    machine = await org().automationToken();
  });

  it('tokens/me names the client of the token, and DELETE ends it', async () => {
    const me = await org().call(admin, 'GET', '/api/v2/tokens/me');
    assert.equal(me.at('OAuthClient.id'), org().signInClient.id);
    assert.equal(me.at('OAuthClient.organization.id'), 'purecloud-builtin');
    assert.equal((await org().call(admin, 'DELETE', '/api/v2/tokens/me')).status, 200);
    assert.equal((await org().call(admin, 'GET', '/api/v2/tokens/me')).at('code'), 'bad.credentials');
  });

  const limits: [boolean, number, string | undefined][] = [
    [false, 299, 'token.timeout.exceeded'],
    [false, 300, undefined],
    [false, 28_800, undefined],
    [false, 28_801, 'max.idle.token.timeout.exceeded'],
    [true, 299, 'token.timeout.exceeded.hipaa'],
    [true, 900, undefined],
    [true, 901, 'max.idle.hipaa.token.timeout.exceeded'],
  ];
  for (const [hipaa, seconds, expected] of limits) {
    it(`timeout of ${seconds} s with HIPAA ${hipaa ? 'on' : 'off'}: ${expected ?? 'taken'}`, async () => {
      await org().turn({ hipaa });
      const body = { idleTokenTimeoutSeconds: seconds, enableIdleTokenTimeout: true };
      const answer = await org().call(machine, 'PUT', '/api/v2/tokens/timeout', body);
      assert.equal(answer.at('code'), expected);
      if (expected === undefined) assert.equal(answer.at('idleTokenTimeoutSeconds'), seconds);
    });
  }

  it('G5: end after 15 idle minutes with HIPAA on, but not while they are used', async () => {
    await org().turn({ hipaa: true });
    for (const minutes of [10, 20, 30]) {
      await org().turn({ clockOffsetSeconds: minutes * 60 });
      assert.equal((await org().call(machine, 'GET', '/api/v2/tokens/me')).status, 200);
    }
    await org().turn({ clockOffsetSeconds: 46 * 60 });
    assert.equal((await org().call(machine, 'GET', '/api/v2/tokens/me')).at('code'), 'bad.credentials');
  });
  it('G5: idle on when somebody only looks with preserveIdleTTL', async () => {
    await org().turn({ hipaa: true, clockOffsetSeconds: 10 * 60 });
    const path = '/api/v2/tokens/me?preserveIdleTTL=true';
    assert.equal((await org().call(machine, 'GET', path)).status, 200);
    await org().turn({ clockOffsetSeconds: 16 * 60 });
    assert.equal((await org().call(machine, 'GET', path)).at('code'), 'bad.credentials');
  });
  it('expired-token: the next call is refused, the token has ended, a new one works', async () => {
    await org().turn({ troubles: [{ kind: 'expired-token', times: 1 }] });
    assert.equal((await org().call(machine, 'GET', '/api/v2/tokens/me')).at('code'), 'bad.credentials');
    assert.equal((await org().call(machine, 'GET', '/api/v2/tokens/me')).at('code'), 'bad.credentials');
    const fresh = await org().automationToken();
    assert.equal((await org().call(fresh, 'GET', '/api/v2/tokens/me')).status, 200);
  });
  it('signed-out: the next call is refused, and the refresh token has ended, too', async () => {
    const tokens = await org().logIn('administrator');
    await org().turn({ troubles: [{ kind: 'signed-out', times: 1 }] });
    const access = String(tokens.at('access_token'));
    assert.equal((await org().call(access, 'GET', '/api/v2/tokens/me')).at('code'), 'bad.credentials');
    const refresh_token = String(tokens.at('refresh_token'));
    const renewal = { grant_type: 'refresh_token', refresh_token, client_id: org().signInClient.id };
    assert.equal((await org().token(renewal)).at('error'), 'invalid_grant');
  });
  it('may make 300 calls a minute each, then 429 with Retry-After', async () => {
    let last = await org().call(machine, 'GET', '/api/v2/tokens/me');
    for (let n = 0; n < 300; n++) last = await org().call(machine, 'GET', '/api/v2/tokens/me');
    assert.equal(last.at('code'), 'too.many.requests');
    assert.equal(last.at('limit.value'), 300);
    const wait = Number(last.headers.get('retry-after'));
    assert.ok(wait > 0 && wait <= 60);
    assert.equal(
      (await org().call(admin, 'GET', '/api/v2/tokens/me')).status,
      200,
      'another token is not held up',
    );
    await org().turn({ clockOffsetSeconds: wait });
    assert.equal((await org().call(machine, 'GET', '/api/v2/tokens/me')).status, 200);
  }).timeout(10_000);
});
