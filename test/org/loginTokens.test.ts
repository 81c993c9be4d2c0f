import assert from 'node:assert/strict';
import { authorize, basic } from './client.ts';
import { redirectUri, useLogin, verifier } from './useLogin.ts';

describe('token endpoint of the practice org', () => {
  const { org, request, freshCode, exchange } = useLogin();

  describe('token for a code', () => {
    it('comes with the lifetime of the client for the verifier of RFC 7636', async () => {
      const answer = await exchange(await freshCode());
      assert.equal(answer.status, 200);
      assert.equal(answer.at('token_type'), 'bearer');
      assert.equal(answer.at('expires_in'), 86_400);
      assert.equal(answer.headers.get('cache-control'), 'no-store');
      const me = await org().call(String(answer.at('access_token')), 'GET', '/api/v2/users/me');
      assert.equal(me.at('name'), 'Practice Developer');
    });

    const wrong: [string, Record<string, string>, string][] = [
      ['another verifier', { code_verifier: verifier.replace('d', 'e') }, 'invalid_grant'],
      ['a verifier of 42 characters', { code_verifier: verifier.slice(1) }, 'invalid_grant'],
      ['a verifier of 129 characters', { code_verifier: 'a'.repeat(129) }, 'invalid_grant'],
      ['another redirect URI', { redirect_uri: 'http://localhost:49153' }, 'invalid_grant'],
      ['no redirect URI', { redirect_uri: '' }, 'invalid_request'],
      ['a secret that the client does not have', { client_secret: 'x' }, 'invalid_client'],
      ['an unknown grant type', { grant_type: 'password' }, 'unsupported_grant_type'],
      ['another grant type than the client has', { grant_type: 'client_credentials' }, 'unauthorized_client'],
      ['an unknown client', { client_id: 'nobody' }, 'invalid_client'],
    ];
    for (const [what, change, error] of wrong) {
      it(`is refused for ${what}`, async () => {
        const answer = await exchange(await freshCode(), change);
        assert.equal(answer.status, 400);
        assert.equal(answer.at('error'), error);
        assert.equal(answer.at('description'), answer.at('error_description'));
      });
    }

    it('is given once; a second use takes the first tokens away too', async () => {
      const code = await freshCode();
      const first = await exchange(code);
      const second = await exchange(code);
      assert.equal(second.at('error'), 'invalid_grant');
      const me = await org().call(String(first.at('access_token')), 'GET', '/api/v2/users/me');
      assert.equal(me.status, 401);
      const again = await org().token({
        grant_type: 'refresh_token',
        client_id: org().signInClient.id,
        refresh_token: String(first.at('refresh_token')),
      });
      assert.equal(again.at('error'), 'invalid_grant');
    });

    it('can be renewed once with its refresh token', async () => {
      const first = await exchange(await freshCode());
      const form = {
        grant_type: 'refresh_token',
        client_id: org().signInClient.id,
        refresh_token: String(first.at('refresh_token')),
      };
      const renewed = await org().token(form);
      const me = await org().call(String(renewed.at('access_token')), 'GET', '/api/v2/users/me');
      assert.equal(me.at('name'), 'Practice Developer');
      assert.equal((await org().token(form)).at('error'), 'invalid_grant');
    });

    it('comes with a refresh token only for a client that may use it', async () => {
      const machine = await org().automationToken();
      const client = await org().call(machine, 'POST', '/api/v2/oauth/clients', {
        name: 'With a secret',
        authorizedGrantType: 'CODE',
        scope: ['user-basic-info'],
        registeredRedirectUri: [redirectUri],
      });
      const id = String(client.at('id'));
      const secret = { client_secret: String(client.at('secret')) };
      const through = async (proof: Record<string, string>) =>
        exchange(await authorize(org().baseUrl, { ...request(), client_id: id, person: 'developer' }), {
          client_id: id,
          ...proof,
        });

      const unproven = await through({});
      assert.equal(unproven.status, 200);
      assert.equal(unproven.at('refresh_token'), undefined);

      const form = { grant_type: 'refresh_token', client_id: id };
      const proven = await through(secret);
      const renewal = { ...form, refresh_token: String(proven.at('refresh_token')) };
      assert.equal((await org().token(renewal)).at('error'), 'invalid_client');
      const renewed = await org().token({ ...renewal, ...secret });
      assert.equal(renewed.status, 200);
      assert.equal(typeof renewed.at('refresh_token'), 'string');
    });

    it('must be asked for with a form, each field once', async () => {
      const url = `${org().baseUrl}/login/oauth/token`;
      const json = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"grant_type":"client_credentials"}',
      });
      assert.equal(json.status, 400);
      const twice = await fetch(url, {
        method: 'POST',
        body: new URLSearchParams('grant_type=client_credentials&grant_type=client_credentials'),
      });
      assert.match(await twice.text(), /given twice/);
    });
  });

  describe('token for client credentials', () => {
    it('is given for the right secret', async () => {
      const token = await org().automationToken();
      const me = await org().call(token, 'GET', '/api/v2/tokens/me');
      assert.equal(me.at('OAuthClient.id'), org().automationClient.id);
    });

    it('is refused with 401 and a challenge for a wrong secret', async () => {
      const wrong = basic({ id: org().automationClient.id, secret: 'wrong' });
      const answer = await org().token({ grant_type: 'client_credentials' }, wrong);
      assert.equal(answer.status, 401);
      assert.equal(answer.at('error'), 'invalid_client');
      assert.equal(answer.at('description'), 'authentication failed');
      assert.match(answer.headers.get('www-authenticate') ?? '', /^Basic /);
    });

    it('is refused without a secret', async () => {
      const form = { grant_type: 'client_credentials', client_id: org().automationClient.id };
      assert.equal((await org().token(form)).at('error'), 'invalid_client');
    });

    it('is refused for a client that does not exist', async () => {
      const answer = await org().token({ grant_type: 'client_credentials' }, basic({ id: 'x', secret: 'y' }));
      assert.equal(answer.at('description'), 'client not found');
    });
  });
});
