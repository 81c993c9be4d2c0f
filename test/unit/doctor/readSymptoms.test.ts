import assert from 'node:assert/strict';
import { readSymptoms } from '../../../src/core/doctor/reading/readSymptoms.ts';

const ID = '0a1b2c3d-1111-4222-8333-444455556666';

const apiBody = (code: string, message: string, status: number) =>
  JSON.stringify({ message, code, status, contextId: 'c-1', details: [], errors: [] });

describe('What is pasted about a failed login', () => {
  it('is the words of the error page, in English', () => {
    const { symptoms } = readSymptoms('Sorry\nThe OAuth client ID or redirect URI is invalid\nGo back');
    assert.deepEqual(symptoms, [{ kind: 'invalid-login-page', guessed: false }]);
  });

  it('is the words of the error page, in Japanese, which no source has', () => {
    for (const page of [
      'OAuth クライアント ID またはリダイレクト URI が無効です',
      'エラー: リダイレクトURIが一致しません。',
    ])
      assert.deepEqual(readSymptoms(page).symptoms, [{ kind: 'invalid-login-page', guessed: true }]);
  });

  it('is the address of a login page: who logs in, where, and how', () => {
    const address = `https://login.mypurecloud.jp/oauth/authorize?response_type=code&client_id=${ID.toUpperCase()}&redirect_uri=https%3A%2F%2Fapps.mypurecloud.jp%2Fcrm%2Findex.html&code_challenge=x`;
    const told = readSymptoms(address);
    const redirectUri = 'https://apps.mypurecloud.jp/crm/index.html';
    assert.deepEqual(told.requests, [{ clientId: ID, redirectUri, responseType: 'code', hasProof: true }]);
    assert.deepEqual([told.clientIds, told.hosts], [[ID], ['login.mypurecloud.jp']]);
  });

  it('is the address that a login came back to, with the error in its query or behind its hash', () => {
    for (const mark of ['?', '#']) {
      const address = `https://app.contoso.example/cb${mark}error=unauthorized_client&error_description=the+client+does+not&state=1`;
      assert.deepEqual(readSymptoms(address).symptoms, [
        {
          kind: 'oauth-error',
          code: 'unauthorized_client',
          description: 'the client does not',
          at: 'authorize',
        },
      ]);
    }
  });

  it('is an error of the token endpoint, alone or in a list', () => {
    const body = {
      error: 'invalid_client',
      description: 'client not found',
      error_description: 'client not found',
    };
    for (const pasted of [JSON.stringify(body), JSON.stringify([body, body])])
      assert.deepEqual(readSymptoms(pasted).symptoms, [
        { kind: 'oauth-error', code: 'invalid_client', description: 'client not found', at: 'token' },
      ]);
  });

  it('is a curl command with its answer', () => {
    const told = readSymptoms(
      `$ curl -X POST https://login.mypurecloud.ie/oauth/token -d 'grant_type=client_credentials&client_id=${ID}'\n{"error":"unauthorized_client","error_description":"no"}`,
    );
    assert.deepEqual(told.requests, [{ clientId: ID, grantType: 'client_credentials', hasProof: false }]);
    assert.deepEqual(told.symptoms, [
      { kind: 'oauth-error', code: 'unauthorized_client', description: 'no' },
    ]);
  });

  it('names its client wherever it stands, and shows nothing of its secret', () => {
    for (const text of [
      `curl -u '${ID}:cAn4ry-9dK2LmQ7xTz0' https://login.mypurecloud.ie/oauth/token`,
      `{"error":"invalid_client"} for client ${ID}`,
      `[oauth] clientId=${ID} invalid_client`,
      JSON.stringify({ error: 'invalid_client', client: { id: ID } }),
      JSON.stringify({ oauthClientId: ID, message: 'invalid_client' }),
      `クライアント ID「${ID}」`,
      `https://apps.mypurecloud.ie/directory/#/admin/integrations/oauth/${ID}`,
      `GET https://api.mypurecloud.ie/api/v2/oauth/clients/${ID} 404`,
    ]) {
      const told = readSymptoms(text);
      assert.deepEqual(told.clientIds, [ID], text);
      assert.ok(!JSON.stringify(told).includes('cAn4ry'));
    }
  });

  it('is a token without one to renew it by', () => {
    const pasted = '{"access_token":"abc","token_type":"bearer","expires_in":86399}';
    assert.deepEqual(readSymptoms(pasted).symptoms, [
      { kind: 'token-answer', hasRefreshToken: false, expiresInSeconds: 86_399 },
    ]);
  });

  it('is what the console of a browser says', () => {
    const about = (text: string) => readSymptoms(text).symptoms;
    assert.deepEqual(
      about(
        'Refused to frame \'https://apps.mypurecloud.com/\' because an ancestor violates "frame-ancestors https://a.example".',
      ),
      [{ kind: 'browser-message', about: 'framing' }],
    );
    assert.deepEqual(about('Third-party cookie will be blocked in a future version'), [
      { kind: 'browser-message', about: 'cookies' },
    ]);
    assert.deepEqual(about('ポップアップがブロックされました'), [
      { kind: 'browser-message', about: 'pop-ups' },
    ]);
  });

  it('is a host that was not found, and a time that was refused', () => {
    assert.deepEqual(readSymptoms('curl: (6) Could not resolve host: login.mypurecloud.con').symptoms, [
      { kind: 'host-not-found', host: 'login.mypurecloud.con' },
    ]);
    assert.deepEqual(readSymptoms('Error: certificate is not yet valid').symptoms, [
      { kind: 'time-refused' },
    ]);
  });
});

describe('What is pasted about a failed call', () => {
  const [one] = readSymptoms(
    `2026-11-30T10:00:00Z ERROR GET https://api.mypurecloud.com/api/v2/users?pageSize=3: ${apiBody('missing.any.permissions', 'You must have at least one of the following permissions assigned: directory:user:view, directory:user:edit', 403)}`,
  ).symptoms;

  it('is a log line: the call, the code, and what its message names', () => {
    assert.deepEqual(one, {
      kind: 'api-error',
      status: 403,
      code: 'missing.any.permissions',
      call: { method: 'GET', path: '/users' },
      permissions: ['directory:user:view', 'directory:user:edit'],
      anyPermission: true,
      scopes: [],
    });
  });

  it('tells when it happened', () => {
    const told = readSymptoms(
      `2026-11-30T19:00:00+09:00 ${apiBody('bad.credentials', 'Invalid login credentials.', 401)}`,
    );
    assert.equal(told.moment, '2026-11-30T10:00:00.000Z');
  });

  it('is the message alone', () => {
    const codes = [
      ['App not authorized to use scope routing:readonly', 'app.not.authorized.for.scope'],
      ['Requests originating from this IP address are not authorized: [203.0.113.7]', 'ip.not.authorized'],
      ['Rate limit exceeded the maximum. Retry the request in [42] seconds', 'too.many.requests.retry.after'],
    ];
    for (const [message = '', code] of codes) {
      const [symptom] = readSymptoms(message).symptoms;
      assert.equal(symptom?.kind === 'api-error' && symptom.code, code);
    }
    const [scope] = readSymptoms('App not authorized to use scope routing:readonly').symptoms;
    assert.deepEqual(scope?.kind === 'api-error' && scope.scopes, ['routing:readonly']);
    const [ip] = readSymptoms(codes[1]?.[0] ?? '').symptoms;
    assert.equal(ip?.kind === 'api-error' && ip.ip, '203.0.113.7');
    const [rate] = readSymptoms(codes[2]?.[0] ?? '').symptoms;
    assert.equal(rate?.kind === 'api-error' && rate.retryAfterSeconds, 42);
  });

  it('is an error that an SDK wraps, and one of SCIM', () => {
    const wrapped = JSON.stringify({
      status: 403,
      body: JSON.parse(apiBody('missing.division.permission', 'x', 403)),
    });
    const [symptom] = readSymptoms(wrapped).symptoms;
    assert.equal(symptom?.kind === 'api-error' && symptom.code, 'missing.division.permission');
    const scim = { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '401', detail: 'no' };
    const [error] = readSymptoms(JSON.stringify(scim)).symptoms;
    assert.equal(error?.kind === 'api-error' && error.status, 401);
  });

  it('is a status without words, with the call before it', () => {
    const [symptom] = readSymptoms(
      'GET https://api.mypurecloud.com/api/v2/users/me\nHTTP/1.1 401 Unauthorized',
    ).symptoms;
    assert.deepEqual(symptom?.kind === 'api-error' && [symptom.status, symptom.call], [
      401,
      { method: 'GET', path: '/users/me' },
    ]);
  });

  it('is a call alone, of which nothing tells how it failed', () => {
    assert.deepEqual(readSymptoms('GET /api/v2/routing/queues').symptoms, [
      { kind: 'call', call: { method: 'GET', path: '/routing/queues' } },
    ]);
  });
});

describe('A HAR', () => {
  const entry = (url: string, status: number, text: string, more = {}) => ({
    startedDateTime: '2026-11-30T10:00:00Z',
    request: { method: 'GET', url, headers: [], ...more },
    response: { status, content: { text } },
  });
  const har = (entries: readonly unknown[]) => JSON.stringify({ log: { entries } });
  const users = 'https://api.mypurecloud.com/api/v2/users';

  it('with a hundred entries tells of those that failed, and counts the others', () => {
    const entries = Array.from({ length: 100 }, (_, at) => entry(`${users}/${at}`, 200, '{}'));
    entries[42] = entry(
      users,
      403,
      apiBody('missing.permissions', 'missing the following permission(s): directory:user:view', 403),
    );
    const { symptoms, notes } = readSymptoms(har(entries));
    assert.equal(symptoms.length, 1);
    assert.deepEqual(symptoms[0]?.kind === 'api-error' && symptoms[0].permissions, ['directory:user:view']);
    assert.deepEqual(notes, [{ kind: 'went-well', count: 99 }]);
  });

  it('with very many failures tells of the first ones, and counts the rest', () => {
    const entries = Array.from({ length: 100 }, (_, at) => entry(`${users}/${at}`, 500, ''));
    const { symptoms, notes } = readSymptoms(har(entries));
    assert.equal(symptoms.length, 20);
    assert.deepEqual(notes, [{ kind: 'more-failures', count: 80 }]);
  });

  it('does not take what another host refused', () => {
    const other = entry('https://idp.contoso.example/oauth/token', 401, '{"error":"invalid_client"}');
    assert.deepEqual(readSymptoms(har([other, entry(users, 200, '{}')])).symptoms, []);
  });
});
