import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readSymptoms } from '../../../src/core/doctor/reading/readSymptoms.ts';
import { Told } from '../../../src/core/doctor/symptom.ts';
import { cases } from '../../fuzz/cases.ts';
import { cpuMilliseconds } from '../../host/cpuTime.ts';

const ID = '0a1b2c3d-1111-4222-8333-444455556666';
const OTHER_ID = '0a1b2c3d-1111-4222-8333-444455557777';

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

describe('What does not help', () => {
  const kinds = (text: string) => readSymptoms(text).notes.map(({ kind }) => kind);

  it('is said: nonsense, and nothing at all', () => {
    assert.deepEqual(kinds('my cat sat on the keyboard'), ['nothing-told']);
    assert.deepEqual(kinds('   \n'), []);
  });

  it('is said: an error of another product', () => {
    for (const text of [
      '{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided."}',
      'https://accounts.google.com/o/oauth2/auth?error=access_denied',
      'POST https://contoso.okta.com/oauth2/v1/token 401 invalid_client',
    ]) {
      const told = readSymptoms(text);
      assert.deepEqual([told.symptoms, told.notes.map(({ kind }) => kind)], [[], ['other-product']], text);
    }
  });

  it("is said: a host that nobody knows may be a company's own in front of Genesys Cloud, or another product's", () => {
    const host = 'login.genesys.contoso.example';
    const asked = `https://${host}/oauth/authorize?response_type=code&client_id=${ID}&redirect_uri=https%3A%2F%2Fapps.mypurecloud.jp%2Fcrm%2Findex.html`;
    const refused = '{"error":"invalid_client","error_description":"client not found"}';
    const har = (url: string) =>
      JSON.stringify({
        log: {
          entries: [
            {
              request: {
                method: 'POST',
                url,
                postData: { text: `client_id=${ID}&grant_type=client_credentials` },
              },
              response: { status: 400, content: { text: refused } },
            },
          ],
        },
      });
    for (const text of [
      `${asked}\n${refused}`,
      `POST https://${host}/gateway/oauth/token client_id=${ID} ${refused}`,
      har(`https://${host}/login/oauth/token`),
    ]) {
      const { symptoms, clientIds, requests, hosts, notes } = readSymptoms(text);
      assert.deepEqual(
        symptoms.map((each) => each.kind === 'oauth-error' && each.code),
        ['invalid_client'],
        text,
      );
      assert.deepEqual([clientIds, hosts], [[ID], []], text);
      assert.deepEqual(notes, [{ kind: 'company-hosts', hosts: [host] }], text);
      if (!text.startsWith('POST')) assert.equal(requests[0]?.clientId, ID, text);
    }
  });

  it('is said: several clients at once', () => {
    const { clientIds, notes } = readSymptoms(`client_id=${ID} failed\nclient_id=${OTHER_ID} failed`);
    assert.deepEqual(clientIds, [ID, OTHER_ID]);
    assert.deepEqual(notes, [{ kind: 'several-clients', clientIds: [ID, OTHER_ID] }]);
  });

  it('is said: more than 5 MB', () => {
    assert.deepEqual(readSymptoms('x'.repeat(5_000_001)).notes, [{ kind: 'too-large', mostMegabytes: 5 }]);
  });

  it('takes no longer with the square of its length', () => {
    const texts = [
      'client ',
      'permissions assigned: ',
      '[',
      'https://',
      '{"a":"',
      '/api/v2/',
      'invalid_client ',
    ];
    for (const text of texts) {
      const spent = (length: number) => {
        const before = process.cpuUsage();
        readSymptoms(text.repeat(Math.ceil(length / text.length)).slice(0, length));
        const { user, system } = process.cpuUsage(before);
        return (user + system) / 1000;
      };
      spent(100_000);
      const [small, large] = [spent(600_000), spent(4_800_000)];
      assert.ok(large < 24 * Math.max(small, 20), `${text}: ${small} ms, then ${large} ms of CPU`);
    }
  });

  it('takes little longer than parsing it, however many JSON texts are in it, and says that only the first were looked at', async () => {
    const refused = apiBody('missing.permissions', 'missing the following permission(s): a:b:c', 403);
    const text = JSON.stringify([refused, ...Array.from({ length: 300_000 }, (_, at) => `{"a":${at % 10}}`)]);
    const least = async (work: () => unknown) =>
      Math.min(await cpuMilliseconds(work), await cpuMilliseconds(work), await cpuMilliseconds(work));
    const [ours, parsing] = [await least(() => readSymptoms(text)), await least(() => JSON.parse(text))];
    assert.ok(ours <= 2.5 * parsing, `${ours} ms beside ${parsing} ms of CPU`);
    const { symptoms, notes } = readSymptoms(text);
    assert.equal(symptoms.length, 1);
    const [first] = notes;
    assert.ok(first?.kind === 'first-values' && first.count > 900, JSON.stringify(notes));
  });

  it('is said: that of very many logins in a HAR only the first answers were looked at', () => {
    const request = { method: 'POST', url: 'https://login.mypurecloud.com/oauth/token' };
    const response = { status: 200, content: { text: '{"access_token":"x","expires_in":5}' } };
    const entries = Array.from({ length: 2000 }, () => ({ request, response }));
    const kinds = readSymptoms(JSON.stringify({ log: { entries } })).notes.map(({ kind }) => kind);
    assert.deepEqual(kinds, ['went-well', 'first-values', 'masked']);
  });

  it('never throws, and is always what it says it is', () => {
    const bits = [
      'client_id=',
      ID,
      '"error":',
      'invalid_client',
      '{',
      '}',
      '[',
      '"',
      'https://login.mypurecloud.com/?error=',
      '\n',
      'ip.not.authorized',
      '%',
      '…',
      'HTTP/1.1 401',
      '/api/v2/users',
      'Refused to frame',
    ];
    const text = fc.array(fc.oneof(fc.constantFrom(...bits), fc.string({ maxLength: 6 })), { maxLength: 30 });
    fc.assert(
      fc.property(text, (parts) => {
        assert.ok(Told.safeParse(readSymptoms(parts.join(''))).success);
      }),
      { numRuns: cases(300) },
    );
  });
});
