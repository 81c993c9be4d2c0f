import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import { describe, it } from 'mocha';
import { generate } from 'selfsigned';
import {
  beginLogin,
  clientCredentialsLogin,
  endLogin,
  type LoginResult,
  refreshLogin,
} from '../../../src/core/platform/login.ts';
import type { LoginError } from '../../../src/core/platform/loginError.ts';
import { addressOf, useServer } from '../../host/useServer.ts';

const CLIENT = '0b1f0c5e-0000-4000-8000-000000000002';
const CANARY = 'canary-secret/+=';

/** Every request that carries a secret, each with a secret that must never be seen again. */
const exchanges: Record<string, (loginUrl: string, signal?: AbortSignal) => Promise<LoginResult>> = {
  'a code': async (loginUrl, signal) => {
    const login = await beginLogin({ loginUrl, clientId: CLIENT, redirectUri: 'http://localhost' });
    const returnedTo = new URL(`http://localhost/?code=${encodeURIComponent(CANARY)}&state=${login.state}`);
    return await endLogin({ ...login, codeVerifier: CANARY.repeat(4) }, returnedTo, signal);
  },
  'client credentials': (loginUrl, signal) => clientCredentialsLogin(loginUrl, CLIENT, CANARY, signal),
  'a refresh token': (loginUrl, signal) => refreshLogin(loginUrl, CLIENT, CANARY, signal),
};

const answer = (status: number, type: string, body: string, headers = {}): RequestListener => {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': type, ...headers }).end(body);
  };
};
const html = (status: number, headers = {}) => {
  return answer(status, 'text/html', `<html>Sign in to the proxy: ${CANARY}</html>`, headers);
};
const json = (status: number, body: unknown, headers = {}) => {
  return answer(status, 'application/json', JSON.stringify(body), headers);
};

const troubles: Record<string, { host: RequestListener; error: LoginError }> = {
  'shows the page of a proxy': {
    host: html(200),
    error: { kind: 'unexpected-answer', answer: { status: 200 } },
  },
  'stands behind a proxy that lets nobody through': {
    host: html(403),
    error: { kind: 'unexpected-answer', answer: { status: 403 } },
  },
  'stands behind a gateway that does not reach it': {
    host: html(502),
    error: { kind: 'server-error', answer: { status: 502 } },
  },
  'sends elsewhere': {
    host: html(302, { location: '/elsewhere' }),
    error: { kind: 'unexpected-answer', answer: { status: 302 } },
  },
  'has been asked too often': {
    host: json(429, { code: 'too.many.requests' }),
    error: { kind: 'rate-limited', answer: { status: 429 } },
  },
  'has been asked too often, and says for how long not to ask': {
    host: json(429, {}, { 'retry-after': '7' }),
    error: { kind: 'rate-limited', answer: { status: 429 }, retryAfterSeconds: 7 },
  },
  'has been asked too often, as its proxy says': {
    host: html(429),
    error: { kind: 'rate-limited', answer: { status: 429 } },
  },
  'fails in its own words': {
    host: json(500, { code: 'internal.error' }),
    error: { kind: 'server-error', answer: { status: 500 } },
  },
  'says back in its refusal what it was sent': {
    host: json(400, { error: 'invalid_grant', error_description: `${CANARY} is not right` }),
    error: { kind: 'login-refused', code: 'invalid_grant', description: '… is not right' },
  },
  'refuses without a reason': {
    host: json(400, { message: 'no' }),
    error: { kind: 'unexpected-answer', answer: { status: 400 } },
  },
  'challenges without a body': {
    host: answer(401, 'text/plain', '', { 'www-authenticate': 'Basic realm="proxy"' }),
    error: { kind: 'unexpected-answer', answer: { status: 401 } },
  },
  'refuses with a challenge': {
    host: json(
      401,
      { error: 'invalid_client', description: 'client not found' },
      {
        'www-authenticate': 'Basic realm="oauth"',
      },
    ),
    error: { kind: 'login-refused', code: 'invalid_client', description: 'client not found' },
  },
  'says back in its code what it was sent, as a form has it': {
    host: json(400, { error: `no ${encodeURIComponent(CANARY)}` }),
    error: { kind: 'login-refused', code: 'no …', description: undefined },
  },
  'answers without a token': {
    host: json(200, { token_type: 'bearer', refresh_token: CANARY }),
    error: { kind: 'unexpected-answer', answer: { status: 200 } },
  },
  'answers with a token of another kind': {
    host: json(200, { access_token: CANARY, token_type: 'mac' }),
    error: { kind: 'unexpected-answer', answer: { status: 200 } },
  },
  'answers a list': {
    host: json(200, [CANARY]),
    error: { kind: 'unexpected-answer', answer: { status: 200 } },
  },
};

describe('A login host that', () => {
  const server = useServer();

  /** The error, after a look whether it gives a secret away. */
  function errorOf(result: LoginResult): LoginError {
    assert.ok(!result.ok);
    assert.equal(JSON.stringify(result.error).includes(CANARY), false);
    if (result.error.kind !== 'rate-limited') return result.error;
    // When it was is another each time.
    const { refusedAt, ...error } = result.error;
    assert.ok(Math.abs(Date.parse(refusedAt ?? '') - Date.now()) < 60_000);
    return error;
  }

  for (const [what, { host, error }] of Object.entries(troubles)) {
    for (const [kind, exchange] of Object.entries(exchanges)) {
      it(`${what} is told as ${error.kind}, for ${kind}`, async () => {
        assert.deepEqual(errorOf(await exchange(await server.start(host))), error);
      });
    }
  }

  for (const [kind, exchange] of Object.entries(exchanges)) {
    it(`closes the connection is told as no answer, for ${kind}`, async () => {
      const loginUrl = await server.start((request) => request.socket.destroy());
      assert.equal(errorOf(await exchange(loginUrl)).kind, 'no-answer');
    });

    it(`is not there is told as unreachable, for ${kind}`, async () => {
      const loginUrl = await server.start(() => undefined);
      await server.stop();
      assert.equal(errorOf(await exchange(loginUrl)).kind, 'unreachable');
    });

    it(`never answers can be given up, for ${kind}`, async () => {
      const abort = new AbortController();
      const loginUrl = await server.start(() => abort.abort());
      assert.deepEqual(errorOf(await exchange(loginUrl, abort.signal)), { kind: 'cancelled' });
    });

    it(`is asked nothing after the person has cancelled, for ${kind}`, async () => {
      let asked = false;
      const loginUrl = await server.start(() => {
        asked = true;
      });
      assert.deepEqual(errorOf(await exchange(loginUrl, AbortSignal.abort())), { kind: 'cancelled' });
      assert.equal(asked, false);
    });
  }

  it('sends elsewhere never gets the secret there', async () => {
    const asked: (string | undefined)[] = [];
    const loginUrl = await server.start((request, response) => {
      asked.push(request.url);
      html(307, { location: '/elsewhere' })(request, response);
    });
    for (const exchange of Object.values(exchanges)) await exchange(loginUrl);
    assert.deepEqual([...new Set(asked)], ['/oauth/token']);
  });

  it('shows a certificate that nobody vouches for gets no secret', async function () {
    this.timeout(10_000);
    const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }]);
    let asked = false;
    const secure = createServer({ key, cert }, () => {
      asked = true;
    }).listen(0, '127.0.0.1');
    await once(secure, 'listening');
    try {
      for (const exchange of Object.values(exchanges)) {
        const error = errorOf(await exchange(addressOf(secure, 'https')));
        assert.equal(error.kind, 'untrusted-certificate');
      }
      assert.equal(asked, false);
    } finally {
      secure.closeAllConnections();
      secure.close();
    }
  });

  it('is not on this computer is never spoken to without encryption', async () => {
    for (const exchange of Object.values(exchanges)) {
      const error = errorOf(await exchange('http://login.invalid'));
      assert.notEqual(error.kind, 'unreachable', 'which it would be, had it been tried');
    }
  });

  it('reads client credentials gets both halves as they are, whatever characters they have', async () => {
    let authorization: string | undefined;
    const loginUrl = await server.start((request, response) => {
      authorization = request.headers.authorization;
      json(200, { access_token: 'token', token_type: 'bearer' })(request, response);
    });
    const secret = 'a:b%20c+d/e=f&g';
    assert.equal((await clientCredentialsLogin(loginUrl, CLIENT, secret)).ok, true);
    const sent = Buffer.from(authorization?.replace('Basic ', '') ?? '', 'base64').toString();
    assert.equal(sent, `${CLIENT}:${secret}`);
  });

  it('takes a code gets the secret of a client that has one, and nothing in its place for one that has none', async () => {
    const seen: (string | undefined)[] = [];
    const loginUrl = await server.start((request, response) => {
      seen.push(request.headers.authorization);
      json(200, { access_token: 'token', token_type: 'bearer' })(request, response);
    });
    const login = await beginLogin({ loginUrl, clientId: CLIENT, redirectUri: 'http://localhost' });
    const returnedTo = new URL(`http://localhost/?code=code&state=${login.state}`);
    for (const secret of [CANARY, undefined, ''])
      assert.equal((await endLogin(login, returnedTo, undefined, secret)).ok, true);
    assert.deepEqual(seen, [`Basic ${btoa(`${CLIENT}:${CANARY}`)}`, undefined, undefined]);
  });

  it('says a secret back that a code was exchanged with is not repeated', async () => {
    const loginUrl = await server.start((request, response) => {
      const { authorization = '' } = request.headers;
      json(400, { error: 'invalid_grant', description: `${CANARY} in ${authorization}` })(request, response);
    });
    const login = await beginLogin({ loginUrl, clientId: CLIENT, redirectUri: 'http://localhost' });
    const returnedTo = new URL(`http://localhost/?code=code&state=${login.state}`);
    const result = await endLogin(login, returnedTo, undefined, CANARY);
    const said = JSON.stringify(result);
    assert.ok(!result.ok && result.error.kind === 'login-refused', said);
    assert.ok(!said.includes(CANARY) && !said.includes(btoa(`${CLIENT}:${CANARY}`)), said);
  });

  it('answers something odd beside a token loses nobody the token: it may live long, and what it was made with is used up', async () => {
    const token = { access_token: 'a', token_type: 'bearer', expires_in: 300, refresh_token: 'r' };
    const whole = { accessToken: 'a', expiresInSeconds: 300, refreshToken: 'r' };
    const cases: readonly (readonly [object, object])[] = [
      ...[null, '', 7, ['r']].map((odd) => [{ refresh_token: odd }, { refreshToken: undefined }] as const),
      ...[null, 'soon', -1, {}].map((odd) => [{ expires_in: odd }, { expiresInSeconds: undefined }] as const),
      ...[null, ['users'], 7].map((odd) => [{ scope: odd }, {}] as const),
      ...[null, undefined, 7].map((odd) => [{ token_type: odd }, {}] as const),
      ...[null, '', 'a.b.c', 7].map((odd) => [{ id_token: odd }, {}] as const),
      [{ error: null, error_description: 7 }, {}],
    ];
    for (const [odd, lost] of cases) {
      const loginUrl = await server.start(json(200, { ...token, ...odd }));
      const login = await beginLogin({ loginUrl, clientId: CLIENT, redirectUri: 'http://localhost' });
      const returnedTo = new URL(`http://localhost/?code=code&state=${login.state}`);
      for (const result of [
        await clientCredentialsLogin(loginUrl, CLIENT, CANARY),
        await refreshLogin(loginUrl, CLIENT, 'former'),
        await endLogin(login, returnedTo),
      ])
        assert.deepEqual(result, { ok: true, token: { ...whole, ...lost } }, JSON.stringify(odd));
      await server.stop();
    }
  });

  it('answers in a way of its own is understood: a token kind in capitals, a life as text or none', async () => {
    const answers = [
      { body: { access_token: 'a', token_type: 'Bearer', expires_in: '300' }, seconds: 300 },
      { body: { access_token: 'a', token_type: 'BEARER' }, seconds: undefined },
    ];
    for (const { body, seconds } of answers) {
      const result = await clientCredentialsLogin(await server.start(json(200, body)), CLIENT, CANARY);
      assert.deepEqual(result, {
        ok: true,
        token: { accessToken: 'a', expiresInSeconds: seconds, refreshToken: undefined },
      });
      await server.stop();
    }
  });
});
