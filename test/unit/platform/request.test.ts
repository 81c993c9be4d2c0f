import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import { describe, it } from 'mocha';
import * as z from 'zod/mini';
import { answerOf, type PlatformError } from '../../../src/core/platform/errors.ts';
import { type Connection, send } from '../../../src/core/platform/request.ts';
import { json, TOKEN, useAnswers } from './useAnswers.ts';

const Answer = z.object({ id: z.string() });

describe('A call to the Platform API', () => {
  const { server, answering } = useAnswers();

  async function post(connection: Connection): Promise<PlatformError> {
    const result = await send(connection, { method: 'POST', path: '/api/v2/x', body: {}, answer: Answer });
    assert.equal(result.ok, false);
    return result.error;
  }

  it('sends the token and the language, and hands back the checked answer', async () => {
    let headers: Record<string, unknown> = {};
    const connection = await answering((request, response) => {
      headers = request.headers;
      json(200, { id: '1', more: true })(request, response);
    });
    const result = await send(connection, { method: 'GET', path: '/api/v2/x', answer: Answer });
    assert.deepEqual(result, { ok: true, value: { id: '1' } });
    assert.equal(headers['authorization'], `Bearer ${TOKEN}`);
    assert.equal(headers['accept-language'], 'ja');
  });

  const kinds = {
    400: 'rejected',
    401: 'signed-out',
    403: 'forbidden',
    404: 'rejected',
    500: 'server-error',
  };
  for (const [status, kind] of Object.entries(kinds)) {
    it(`tells ${status} as ${kind}, with the code and the correlation id`, async () => {
      const connection = await answering(json(Number(status), { code: 'some.code', message: 'Why.' }));
      assert.deepEqual(await post(connection), {
        kind,
        answer: { status: Number(status), code: 'some.code', message: 'Why.', correlationId: 'corr-1' },
      });
    });
  }

  it('is over once it was answered, also at the second try: whoever cancels then ends nothing', async () => {
    let tries = 0;
    const connection = await answering((request, response) => {
      tries += 1;
      json(tries === 1 ? 503 : 200, { id: '1' })(request, response);
    });
    const person = new AbortController();
    const answer = await send(
      connection,
      { method: 'GET', path: '/api/v2/x', answer: Answer },
      person.signal,
    );
    assert.ok(answer.ok);
    assert.equal(tries, 2);
    const lost: unknown[] = [];
    const note = (reason: unknown) => void lost.push(reason);
    process.on('unhandledRejection', note);
    try {
      person.abort();
      await new Promise((resolve) => setImmediate(resolve));
      assert.deepEqual(lost, []);
    } finally {
      process.off('unhandledRejection', note);
    }
  });

  it('tells 429 with the seconds to wait, and does not send a write again', async () => {
    const connection = await answering(json(429, { code: 'too.many.requests' }, { 'Retry-After': '7' }));
    const error = await post(connection);
    assert.ok(error.kind === 'rate-limited');
    assert.equal(error.retryAfterSeconds, 7);
    assert.equal(connection.exchanges.length, 1);
  });

  it('does not wait for a read longer than a person would', async () => {
    let calls = 0;
    const connection = await answering((request, response) => {
      calls += 1;
      json(429, { code: 'too.many.requests' }, { 'Retry-After': '60' })(request, response);
    });
    const result = await send(connection, { method: 'GET', path: '/api/v2/x', answer: Answer });
    assert.ok(!result.ok && result.error.kind === 'rate-limited' && result.error.retryAfterSeconds === 60);
    assert.equal(calls, 1);
  });

  it('never follows a redirect, which would take the request to a host nobody chose', async () => {
    let followed = false;
    const connection = await answering((request, response) => {
      if (request.url === '/elsewhere') followed = true;
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    assert.equal((await post(connection)).kind, 'no-answer');
    assert.equal(followed, false);
  });

  it('repeats a read once the org is well again', async () => {
    let calls = 0;
    const connection = await answering((request, response) => {
      calls += 1;
      json(calls === 1 ? 503 : 200, { id: '1' })(request, response);
    });
    const result = await send(connection, { method: 'GET', path: '/api/v2/x', answer: Answer });
    assert.equal(result.ok, true);
    assert.equal(calls, 2);
  });

  for (const [status, kind] of [
    [401, 'signed-out'],
    [429, 'rate-limited'],
    [502, 'server-error'],
  ] as const) {
    const bodies: Record<string, RequestListener> = {
      'a page': (_request, response) => response.writeHead(status).end('<html>Blocked</html>'),
      nothing: (_request, response) => response.writeHead(status).end(),
      'a list': json(status, []),
      'other JSON': json(status, { code: 4, message: null }),
      'a body that breaks off': (request, response) => {
        response.writeHead(status, { 'content-length': '100' });
        response.write('{"code":', () => request.socket.end());
      },
      'more than a refusal says': (_request, response) => {
        response.writeHead(status).end(`{"message":"${'x'.repeat(1_500_000)}"}`);
      },
    };
    for (const [body, listener] of Object.entries(bodies)) {
      it(`tells ${status} as ${kind} by its status, with ${body}`, async () => {
        const error = await post(await answering(listener));
        assert.equal(error.kind, kind);
        assert.equal(answerOf(error)?.status, status);
      });
    }
  }

  const surprises: Record<string, RequestListener> = {
    'a page of a proxy': (_request, response) => response.end('<html>Sign in to the proxy</html>'),
    'a forbidding page of a proxy': (_request, response) => {
      response.writeHead(403);
      response.end('<html>Blocked</html>');
    },
    'an answer of another shape': json(200, { id: 1 }),
    'no body at all': (_request, response) => response.end(),
  };
  for (const [surprise, listener] of Object.entries(surprises)) {
    it(`tells ${surprise} as an unexpected answer`, async () => {
      assert.equal((await post(await answering(listener))).kind, 'unexpected-answer');
    });
  }

  const silences: Record<string, RequestListener> = {
    'drops the connection': (request) => request.socket.destroy(),
    'breaks off its answer': (request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"id":', () => request.socket.end());
    },
  };
  for (const [silence, listener] of Object.entries(silences)) {
    it(`tells an org that ${silence} as no answer`, async () => {
      assert.equal((await post(await answering(listener))).kind, 'no-answer');
    });
  }

  it('tells an org that is not there as unreachable, with the reason, because nothing was sent', async () => {
    const connection = await answering(json(200, {}));
    await server.stop();
    const error = await post(connection);
    assert.ok(error.kind === 'unreachable');
    assert.match(error.reason, /ECONNREFUSED/);
  });

  it('can be cancelled while it waits', async () => {
    const abort = new AbortController();
    const connection = await answering(() => abort.abort());
    const sent = send(connection, { method: 'GET', path: '/api/v2/x', answer: Answer }, abort.signal);
    assert.deepEqual(await sent, { ok: false, error: { kind: 'cancelled' } });
  });

  it('reports what happened for the log, without the token', async () => {
    const connection = await answering(json(403, { code: 'missing.permissions' }));
    await post(connection);
    assert.equal(connection.exchanges[0]?.status, 403);
    assert.equal(connection.exchanges[0]?.correlationId, 'corr-1');
    assert.equal(JSON.stringify(connection.exchanges).includes(TOKEN), false);
  });

  it('never quotes the token, not even one that no header can carry', async () => {
    const connection = await answering(json(200, {}));
    const error = await post({ ...connection, accessToken: `${TOKEN}\nX-Other: 1` });
    assert.equal(error.kind, 'no-answer');
    assert.equal(JSON.stringify(error).includes(TOKEN), false);
  });

  describe('whose token has ended', () => {
    const RENEWED = 'canary-renewed-token';

    /** An org that takes the renewed token only, and how often it was called with which token. */
    async function renewing(renewed: string | undefined) {
      const tokens: (string | undefined)[] = [];
      const refused: string[] = [];
      const connection = await answering((request, response) => {
        const { authorization } = request.headers;
        tokens.push(authorization);
        const taken = authorization === `Bearer ${RENEWED}`;
        json(taken ? 200 : 401, taken ? { id: '1' } : { code: 'bad.credentials' })(request, response);
      });
      const renew = async (token: string) => {
        refused.push(token);
        return renewed === undefined ? undefined : ({ ok: true, value: renewed } as const);
      };
      return { connection: { ...connection, renew }, tokens, refused };
    }

    for (const method of ['GET', 'POST', 'PUT', 'DELETE'] as const) {
      it(`sends ${method} once more with another token, because a refused token means nothing was done`, async () => {
        const { connection, tokens, refused } = await renewing(RENEWED);
        const result = await send(connection, { method, path: '/api/v2/x', answer: Answer });
        assert.deepEqual(result, { ok: true, value: { id: '1' } });
        assert.deepEqual(tokens, [`Bearer ${TOKEN}`, `Bearer ${RENEWED}`]);
        assert.deepEqual(refused, [TOKEN]);
      });
    }

    it('sends nothing twice when there is no other token', async () => {
      const { connection, tokens } = await renewing(undefined);
      assert.equal((await post(connection)).kind, 'signed-out');
      assert.equal(tokens.length, 1);
    });

    it('renews twice at most: the other token may be an older one, but not every one', async () => {
      const { connection, tokens, refused } = await renewing('canary-another-refused-token');
      assert.equal((await post(connection)).kind, 'signed-out');
      assert.equal(tokens.length, 3);
      assert.deepEqual(refused, [TOKEN, 'canary-another-refused-token']);
    });

    it('says why it could not be renewed, when that has nothing to do with the sign-in', async () => {
      const { connection } = await renewing(undefined);
      const error = { kind: 'timeout', seconds: 30 } as const;
      assert.deepEqual(await post({ ...connection, renew: async () => ({ ok: false, error }) }), error);
    });

    const said = { code: `no.${TOKEN}`, message: `No good: ${TOKEN.toUpperCase()}` };
    const echo = { 'ININ-Correlation-Id': `of ${TOKEN}`, 'Retry-After': TOKEN, Date: TOKEN };
    for (const status of [200, 400, 401, 403, 404, 429, 500]) {
      it(`never quotes the token, not even when the org says it back with ${status}`, async () => {
        const connection = await answering(json(status, said, echo));
        const error = await post(connection);
        const told = JSON.stringify([error, connection.exchanges]).toLowerCase();
        assert.equal(told.includes(TOKEN), false);
        assert.match(told, /of …/);
      });
    }

    it('quotes neither token when the org says the former one back', async () => {
      const { connection } = await renewing('canary-another');
      const apiUrl = await server.start(json(401, { message: `${TOKEN} and canary-another` }));
      const error = await post({ ...connection, apiUrl });
      assert.equal(answerOf(error)?.message, '… and …');
    });

    it('renews for nothing but a refused token', async () => {
      let renewals = 0;
      const connection = await answering(json(403, { code: 'missing.permissions' }));
      const renew = async () => {
        renewals += 1;
        return { ok: true, value: RENEWED } as const;
      };
      assert.equal((await post({ ...connection, renew })).kind, 'forbidden');
      assert.equal(renewals, 0);
    });
  });
});
