import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import { describe, it } from 'mocha';
import {
  beginImplicitLogin,
  endImplicitLogin,
  type LoginPageStanding,
  probeLoginPage,
} from '../../../src/core/platform/loginPage.ts';
import { useServer } from '../../host/useServer.ts';

const signal = new AbortController().signal;
const BACK = 'https://crm.test/callback';

describe('Asking for a login page before anybody is sent there', () => {
  const server = useServer();

  async function standing(status: number, location?: string): Promise<LoginPageStanding> {
    const answer: RequestListener = (_request, response) => {
      response.writeHead(status, location === undefined ? {} : { location });
      response.end('a page');
    };
    const url = new URL(`${await server.start(answer)}/oauth/authorize`);
    const found = await probeLoginPage(url, signal);
    await server.stop();
    return found;
  }

  it('shows that the host sends nobody anywhere', async () => {
    assert.deepEqual(await standing(400), { kind: 'invalid' });
  });

  it('shows why the host sends people straight back, whichever part of the address says so', async () => {
    const refused = (code: string, description?: string) => ({
      kind: 'refused',
      error: { kind: 'login-refused', code, description },
    });
    assert.deepEqual(await standing(302, `${BACK}?error=invalid_scope`), refused('invalid_scope'));
    const why = `${BACK}#state=s&error=unauthorized_client&error_description=no%20implicit`;
    assert.deepEqual(await standing(302, why), refused('unauthorized_client', 'no implicit'));
  });

  it('is not clear where only a person will find out', async () => {
    for (const [status, location] of [
      [200, undefined],
      [302, 'https://login.mypurecloud.jp/?page=1'],
      [302, '/login'],
      [404, undefined],
    ] as const) {
      assert.deepEqual(await standing(status, location), { kind: 'unclear' }, `${status} ${location}`);
    }
  });

  it('fails where nobody answers', async () => {
    const url = new URL(await server.start(() => undefined));
    await server.stop();
    const found = await probeLoginPage(url, signal);
    assert.ok(found.kind === 'failed' && found.error.kind === 'unreachable');
  });
});

describe('A login by the implicit grant', () => {
  const client = {
    loginUrl: 'https://login.mypurecloud.jp',
    clientId: 'client-1',
    redirectUri: `${BACK}?from=login`,
  };

  it('sends to the login page with all that it needs', () => {
    const { url, state } = beginImplicitLogin(client);
    assert.equal(`${url.origin}${url.pathname}`, 'https://login.mypurecloud.jp/oauth/authorize');
    assert.deepEqual(Object.fromEntries(url.searchParams), {
      response_type: 'token',
      client_id: 'client-1',
      redirect_uri: `${BACK}?from=login`,
      state,
    });
    assert.notEqual(beginImplicitLogin(client).state, state, 'nobody can guess it');
  });

  const login = beginImplicitLogin(client);
  const end = (answer: Record<string, string>, state = login.state) =>
    endImplicitLogin(login, new URL(`${BACK}#${new URLSearchParams({ ...answer, state })}`));
  const refused = (code: string, description?: string) => ({
    ok: false,
    error: { kind: 'login-refused', code, description },
  });

  it('ends with the token in the address', () => {
    const made = (expiresInSeconds: number | undefined) => ({
      ok: true,
      token: { accessToken: 'a token', expiresInSeconds, refreshToken: undefined },
    });
    assert.deepEqual(end({ access_token: 'a token', expires_in: '3600' }), made(3600));
    assert.deepEqual(end({ access_token: 'a token' }), made(undefined));
    assert.deepEqual(end({ access_token: 'a token', expires_in: 'long' }), made(undefined));
  });

  it('takes no token that was meant for another login', () => {
    assert.deepEqual(end({ access_token: 'a token' }, 'another'), refused('invalid_state'));
  });

  it('says why there is no token, as far as the host does', () => {
    assert.deepEqual(end({ error: 'access_denied' }), refused('access_denied'));
    const answer = { error: 'access_denied', error_description: 'not you', access_token: 'a token' };
    assert.deepEqual(end(answer), refused('access_denied', 'not you'));
    for (const odd of [{}, { access_token: '' }])
      assert.deepEqual(end(odd), refused('invalid_response'), JSON.stringify(odd));
  });
});
