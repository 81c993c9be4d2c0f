import assert from 'node:assert/strict';
import { requestsTo } from '../host/steer.ts';
import { ask } from './ask.ts';
import { basic } from './client.ts';
import { redirectUri, useLogin, verifier } from './useLogin.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

describe('addresses of the practice org', () => {
  const { org, request } = useLogin();

  const signIn = async (login: string) => {
    const page = await ask(org().baseUrl, {
      path: `${login}/oauth/authorize?${new URLSearchParams(request())}`,
    });
    const action = /<form method="post" action="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const { pathname } = new URL(action, `${org().baseUrl}${login}/oauth/authorize`);
    const chosen = await ask(org().baseUrl, {
      method: 'POST',
      path: pathname,
      headers: FORM,
      body: new URLSearchParams({ ...request(), person: 'developer' }).toString(),
    });
    const form = {
      grant_type: 'authorization_code',
      client_id: org().signInClient.id,
      redirect_uri: redirectUri,
      code_verifier: verifier,
      code: new URL(chosen.headers.location ?? '').searchParams.get('code') ?? '',
    };
    return await ask(org().baseUrl, {
      method: 'POST',
      path: `${login}/oauth/token`,
      headers: FORM,
      body: new URLSearchParams(form).toString(),
    });
  };

  for (const login of ['/login', '']) {
    it(`log a person in below ${login}/oauth, from the page to the token`, async () => {
      const answer = await signIn(login);
      assert.equal(answer.status, 200, answer.text);
      const token: unknown = JSON.parse(answer.text).access_token;
      assert.equal(
        (await org().call(String(token), 'GET', '/api/v2/users/me')).at('name'),
        'Practice Developer',
      );
    });
  }

  it('are the same place, to the log and to what goes wrong there', async () => {
    const troubles = [{ kind: 'unavailable', times: 1, pathPrefix: '/login/oauth/token' }];
    await org().turn({ troubles });
    assert.equal((await ask(org().baseUrl, { method: 'POST', path: '/oauth/token' })).status, 503);
    assert.deepEqual(await requestsTo(org()), ['POST /login/oauth/token']);
  });

  it('are few: nothing else stands at the root', async () => {
    for (const path of ['/oauth', '/oauth/', '/oauth/clients', '/users/me', '/v2/tokens/me']) {
      assert.equal((await ask(org().baseUrl, { path })).status, 404, path);
    }
  });
});

describe('names of headers that the practice org answers with', () => {
  const { org, request } = useLogin();

  /** The names as they came. */
  const names = async (what: Parameters<typeof ask>[1]) =>
    (await ask(org().baseUrl, what)).rawHeaders.filter((_, at) => at % 2 === 0);
  const bearer = async () => ({ authorization: `Bearer ${await org().automationToken()}` });
  const clients = '/api/v2/oauth/clients';

  const answers: [string, () => Promise<string[]>, string[]][] = [
    ['what was asked for', async () => names({ path: clients, headers: await bearer() }), []],
    ['a refusal', () => names({ path: clients }), []],
    [
      'what SCIM has in a version',
      async () => names({ path: '/api/v2/scim/v2/ServiceProviderConfig', headers: await bearer() }),
      [],
    ],
    [
      'a wrong secret',
      () =>
        names({
          method: 'POST',
          path: '/login/oauth/token',
          headers: { ...FORM, ...basic({ ...org().automationClient, secret: 'wrong' }) },
          body: 'grant_type=client_credentials',
        }),
      ['WWW-Authenticate', 'Cache-Control'],
    ],
    [
      'a login page',
      () => names({ path: `/login/oauth/authorize?${new URLSearchParams(request())}` }),
      ['Content-Security-Policy', 'Referrer-Policy', 'X-Content-Type-Options'],
    ],
    [
      'too many requests',
      async () => {
        const headers = await bearer();
        await org().turn({ troubles: [{ kind: 'too-many-requests', times: 1, retryAfterSeconds: 6 }] });
        return await names({ path: clients, headers });
      },
      ['Retry-After'],
    ],
  ];
  for (const [what, ask, more] of answers) {
    it(`are those of the platform, letter by letter: ${what}`, async () => {
      const given = await ask();
      for (const name of ['Content-Type', 'ININ-Correlation-Id', 'Content-Length', ...more]) {
        assert.ok(given.includes(name), `${name} in ${given.join(', ')}`);
      }
      assert.deepEqual(
        given.filter((name) => !/^[A-Z]/.test(name)),
        [],
      );
    });
  }

  it('are those of the platform when somebody is created by SCIM', async () => {
    const headers = { ...(await bearer()), 'content-type': 'application/scim+json' };
    const body = JSON.stringify({
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      userName: 'new@practice.example',
      displayName: 'New',
    });
    const given = await names({ method: 'POST', path: '/api/v2/scim/v2/users', headers, body });
    assert.ok(given.includes('ETag'), given.join(', '));
  });
});
