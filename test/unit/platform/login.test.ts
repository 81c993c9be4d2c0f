import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  beginLogin,
  clientCredentialsLogin,
  endLogin,
  type Login,
  type LoginResult,
  probeClient,
  refreshLogin,
  type Token,
} from '../../../src/core/platform/login.ts';
import { failureOfLogin, type SignInFailure } from '../../../src/core/signIn/attempt.ts';
import { useServer } from '../../host/useServer.ts';
import { submit } from '../../org/client.ts';
import { useOrg } from '../../org/useOrg.ts';

const REDIRECT_URI = 'http://localhost:49152';
const UNKNOWN_CLIENT = '00000000-0000-4000-8000-000000000000';
const REGION = 'mypurecloud.com';

describe('A login', () => {
  const org = useOrg();
  const loginUrl = () => `${org().baseUrl}/login`;

  /** A login through the client, the sign-in client when left out. */
  async function begin(clientId = org().signInClient.id): Promise<Login> {
    return await beginLogin({ loginUrl: loginUrl(), clientId, redirectUri: REDIRECT_URI });
  }

  /** What the browser does: the person picks somebody on the login page, or cancels. */
  async function visit({ url }: Login, choice: Record<string, string>): Promise<URL> {
    return await submit(org().baseUrl, { ...Object.fromEntries(url.searchParams), ...choice });
  }

  const failure = (result: LoginResult, grant: 'CODE' | 'CLIENT-CREDENTIALS'): SignInFailure => {
    assert.ok(!result.ok);
    return failureOfLogin(result.error, { region: REGION, grant });
  };

  const nameOf = async (accessToken: string) => {
    return (await org().call(accessToken, 'GET', '/api/v2/users/me')).at('name');
  };

  /** A new client of the org, with its secret. */
  async function newClient(draft: Record<string, unknown>): Promise<{ id: string; secret: string }> {
    const administrator = await org().signIn('administrator');
    const created = await org().call(administrator, 'POST', '/api/v2/oauth/clients', {
      name: 'Other',
      registeredRedirectUri: ['http://localhost'],
      scope: ['users'],
      ...draft,
    });
    assert.equal(created.status, 200);
    return { id: String(created.at('id')), secret: String(created.at('secret')) };
  }

  async function tokenOf(loginHint: string): Promise<Token> {
    const login = await begin();
    const result = await endLogin(login, await visit(login, { person: loginHint }));
    assert.ok(result.ok);
    return result.token;
  }

  describe('with the browser', () => {
    it('ends with a token of the person who logged in, its life in seconds, and a refresh token', async () => {
      const token = await tokenOf('developer');
      assert.equal(await nameOf(token.accessToken), 'Practice Developer');
      assert.equal(token.expiresInSeconds, 86_400);
      assert.equal(typeof token.refreshToken, 'string');
    });

    it('takes no secret with it: the address holds the challenge, never the verifier', async () => {
      const { url, codeVerifier, state } = await begin();
      assert.equal(url.searchParams.get('code_challenge_method'), 'S256');
      assert.equal(url.searchParams.get('state'), state);
      assert.equal(url.href.includes(codeVerifier), false);
    });

    it('is no other login: each has a verifier and a state of its own', async () => {
      const [one, other] = [await begin(), await begin()];
      assert.notEqual(one.state, other.state);
      assert.notEqual(one.codeVerifier, other.codeVerifier);
    });

    for (const [what, state] of Object.entries({ 'another state': 'x', 'no state': null })) {
      it(`is refused when the browser brings back ${what}, and its code stays unused`, async () => {
        const login = await begin();
        const returnedTo = await visit(login, { person: 'developer' });
        const forged = new URL(returnedTo);
        if (state === null) forged.searchParams.delete('state');
        else forged.searchParams.set('state', state);
        assert.deepEqual(failure(await endLogin(login, forged), 'CODE'), {
          kind: 'login-refused',
          code: 'invalid_state',
          description: undefined,
        });
        assert.equal((await endLogin(login, returnedTo)).ok, true);
      });
    }

    it('that the person cancels is refused as access_denied', async () => {
      const login = await begin();
      const result = await endLogin(login, await visit(login, { decision: 'cancel' }));
      const refused = failure(result, 'CODE');
      assert.ok(refused.kind === 'login-refused');
      assert.equal(refused.code, 'access_denied');
      assert.equal(refused.description, 'the person cancelled');
    });

    it('takes a code once', async () => {
      const login = await begin();
      const returnedTo = await visit(login, { person: 'developer' });
      assert.equal((await endLogin(login, returnedTo)).ok, true);
      const refused = failure(await endLogin(login, returnedTo), 'CODE');
      assert.ok(refused.kind === 'login-refused' && refused.code === 'invalid_grant');
    });

    it('takes no code that another login was given, even when the state has been forged', async () => {
      const [stolen, own] = [await begin(), await begin()];
      const returnedTo = await visit(stolen, { person: 'administrator' });
      returnedTo.searchParams.set('state', own.state);
      const refused = failure(await endLogin(own, returnedTo), 'CODE');
      assert.ok(refused.kind === 'login-refused' && refused.code === 'invalid_grant');
    });

    for (const [what, change] of Object.entries({ 'no code': '', 'two codes': '&code=one&code=two' })) {
      it(`fails in words when the address holds ${what}`, async () => {
        const login = await begin();
        const returnedTo = new URL(`${REDIRECT_URI}/?state=${login.state}${change}`);
        assert.equal((await endLogin(login, returnedTo)).ok, false);
      });
    }

    it('says that the client has another grant type', async () => {
      const { id } = await newClient({ authorizedGrantType: 'TOKEN' });
      const login = await begin(id);
      const result = await endLogin(login, await visit(login, { person: 'developer' }));
      const refused = failure(result, 'CODE');
      assert.ok(refused.kind === 'grant-missing' && refused.needs === 'CODE');
    });
  });

  describe('with client credentials', () => {
    it('ends with a token that speaks for the client, and without a refresh token', async () => {
      const { id, secret } = org().automationClient;
      const result = await clientCredentialsLogin(loginUrl(), id, secret);
      assert.ok(result.ok);
      assert.equal(result.token.expiresInSeconds, 86_400);
      assert.equal(result.token.refreshToken, undefined);
      const me = await org().call(result.token.accessToken, 'GET', '/api/v2/users/me');
      assert.equal(me.at('code'), 'not.a.user');
    });

    it('says that the secret is wrong', async () => {
      const { id, secret } = org().automationClient;
      const result = await clientCredentialsLogin(loginUrl(), id, `${secret}x`);
      const refused = failure(result, 'CLIENT-CREDENTIALS');
      assert.deepEqual(refused, {
        kind: 'secret-wrong',
        region: REGION,
        description: 'authentication failed',
      });
    });

    it('says that the region does not know the client', async () => {
      const { secret } = org().automationClient;
      const result = await clientCredentialsLogin(loginUrl(), UNKNOWN_CLIENT, secret);
      assert.deepEqual(failure(result, 'CLIENT-CREDENTIALS'), {
        kind: 'client-unknown',
        region: REGION,
        description: 'client not found',
      });
    });

    it('says that the client has another grant type', async () => {
      const { id, secret } = await newClient({ authorizedGrantType: 'CODE' });
      const refused = failure(await clientCredentialsLogin(loginUrl(), id, secret), 'CLIENT-CREDENTIALS');
      assert.ok(refused.kind === 'grant-missing' && refused.needs === 'CLIENT-CREDENTIALS');
    });
  });

  describe('that is renewed', () => {
    it('goes on as the same person with another token and another refresh token', async () => {
      const first = await tokenOf('developer');
      const result = await refreshLogin(loginUrl(), org().signInClient.id, first.refreshToken ?? '');
      assert.ok(result.ok);
      assert.notEqual(result.token.accessToken, first.accessToken);
      assert.notEqual(result.token.refreshToken, first.refreshToken);
      assert.equal(await nameOf(result.token.accessToken), 'Practice Developer');
    });

    it('is refused when its refresh token was used before', async () => {
      const { refreshToken = '' } = await tokenOf('developer');
      const renew = () => refreshLogin(loginUrl(), org().signInClient.id, refreshToken);
      assert.equal((await renew()).ok, true);
      const refused = failure(await renew(), 'CODE');
      assert.ok(refused.kind === 'login-refused' && refused.code === 'invalid_grant');
    });

    it('fails in words without a refresh token', async () => {
      assert.equal((await refreshLogin(loginUrl(), org().signInClient.id, '')).ok, false);
    });
  });

  describe('that is about to begin finds out, without a secret, that its client', () => {
    it('is known', async () => {
      assert.deepEqual(await probeClient(loginUrl(), org().signInClient.id), { kind: 'known' });
    });

    it('is known, even where it has a secret that was not given', async () => {
      const { id } = await newClient({ authorizedGrantType: 'CODE' });
      assert.deepEqual(await probeClient(loginUrl(), id), { kind: 'known' });
    });

    it('is not known', async () => {
      assert.deepEqual(await probeClient(loginUrl(), UNKNOWN_CLIENT), { kind: 'unknown' });
    });

    for (const authorizedGrantType of ['TOKEN', 'SAML2-BEARER']) {
      it(`is of another grant type: ${authorizedGrantType}`, async () => {
        const { id } = await newClient({ authorizedGrantType });
        assert.deepEqual(await probeClient(loginUrl(), id), { kind: 'other-grant' });
      });
    }

    it('is of another grant type: CLIENT-CREDENTIALS', async () => {
      assert.deepEqual(await probeClient(loginUrl(), org().automationClient.id), { kind: 'other-grant' });
    });

    it('cannot be asked about, when that is cancelled', async () => {
      const client = org().signInClient.id;
      const standing = await probeClient(loginUrl(), client, AbortSignal.abort());
      assert.deepEqual(standing, { kind: 'failed', error: { kind: 'cancelled' } });
    });
  });
});

describe('Of a client that is about to be logged in with nothing is known where the login host', () => {
  const server = useServer();
  const said = {
    'refuses it without saying that it was not found': [401, '{"error":"invalid_client"}', 'unclear'],
    'refuses something else': [400, '{"error":"invalid_request"}', 'unclear'],
    'takes a code that cannot exist': [200, '{"access_token":"a","token_type":"bearer"}', 'unclear'],
    'shows a page of a proxy': [200, '<html></html>', 'failed'],
    fails: [503, '', 'failed'],
  } as const;
  for (const [what, [status, body, kind]] of Object.entries(said)) {
    it(what, async () => {
      const loginUrl = await server.start((_request, response) => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(body);
      });
      assert.equal((await probeClient(loginUrl, UNKNOWN_CLIENT)).kind, kind);
    });
  }
});
