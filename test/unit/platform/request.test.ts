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

  const silences: Record<string, RequestListener> = {
    'drops the connection': (request) => request.socket.destroy(),
    'breaks off its answer': (request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"id":', () => request.socket.end());
    },
  };

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
    assert.deepEqual(connection.exchanges[0]?.odd, []);
    assert.equal(headers['authorization'], `Bearer ${TOKEN}`);
    assert.equal(headers['accept-language'], 'ja');
  });

  it('sends what is to be written as JSON, and says so; a read has neither', async () => {
    const seen: unknown[] = [];
    const connection = await answering((request, response) => {
      let body = '';
      request.on('data', (data) => {
        body += String(data);
      });
      request.on('end', () => {
        seen.push([request.method, request.url, request.headers['content-type'], body]);
        json(200, { id: '1' })(request, response);
      });
    });
    // Whatever stands before the path ends with a slash.
    for (const path of ['/api/v2/x', 'api/v2/x'])
      await send(connection, { method: 'PUT', path, body: { name: 'CRM' }, answer: Answer });
    await send(connection, { method: 'GET', path: '/api/v2/x', answer: Answer });
    const written = ['PUT', '/api/v2/x', 'application/json', '{"name":"CRM"}'];
    assert.deepEqual(seen, [written, written, ['GET', '/api/v2/x', undefined, '']]);
  });

  it('takes nothing for an answer where any will do, but not the page of a proxy', async () => {
    const bodies = { '': true, ' \n': true, '{"more":1}': true, '<html>Sign in to the proxy</html>': false };
    for (const [body, isAnswer] of Object.entries(bodies)) {
      const connection = await answering((_request, response) => response.end(body));
      const request = { method: 'DELETE', path: '/api/v2/x', answer: z.unknown() } as const;
      assert.equal((await send(connection, request)).ok, isAnswer, body);
      await server.stop();
    }
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
    // With the blank that may follow a value on the wire, and that fetch leaves there.
    const connection = await answering(json(429, { code: 'too.many.requests' }, { 'Retry-After': '7 ' }));
    const error = await post(connection);
    assert.ok(error.kind === 'rate-limited');
    assert.equal(error.retryAfterSeconds, 7);
    assert.equal(connection.exchanges.length, 1);
  });

  it('comes to an error, too, where the token is one that no header can hold', async () => {
    for (const accessToken of ['half-\ud83d', 'トークン', 'a\nb']) {
      const connection = { ...(await answering(json(200, { id: '1' }))), accessToken };
      const { kind } = await post(connection);
      assert.equal(kind, 'no-answer');
    }
  });

  it('sends no write again, whatever became of it', async () => {
    for (const trouble of [
      json(503, {}),
      json(429, {}, { 'Retry-After': '1' }),
      silences['drops the connection'],
    ]) {
      let calls = 0;
      const connection = await answering((request, response) => {
        calls += 1;
        trouble?.(request, response);
      });
      await post(connection);
      assert.equal(calls, 1);
      await server.stop();
    }
  });

  it('waits for a read as long as the org asks for, where that is short', async () => {
    const calls: number[] = [];
    const connection = await answering((request, response) => {
      calls.push(performance.now());
      const isFirst = calls.length === 1;
      json(isFirst ? 429 : 200, { id: '1' }, isFirst ? { 'Retry-After': '1' } : {})(request, response);
    });
    assert.ok((await send(connection, { method: 'GET', path: '/api/v2/x', answer: Answer })).ok);
    const [first = 0, second = 0] = calls;
    assert.equal(calls.length, 2);
    assert.ok(second - first > 990, `${second - first} ms`);
  });

  it('is cancelled before a read is sent again, which then is not', async () => {
    const person = new AbortController();
    let calls = 0;
    const connection = await answering((request, response) => {
      calls += 1;
      response.on('finish', () => setTimeout(() => person.abort(), 50));
      json(503, {}, { 'Retry-After': '5' })(request, response);
    });
    const request = { method: 'GET', path: '/api/v2/x', answer: Answer } as const;
    const answer = await send(connection, request, person.signal);
    assert.deepEqual(answer, { ok: false, error: { kind: 'cancelled' } });
    assert.equal(calls, 1);
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

  it('repeats a read once the org is well again, after a while', async () => {
    let calls = 0;
    const connection = await answering((request, response) => {
      calls += 1;
      json(calls === 1 ? 503 : 200, { id: '1' })(request, response);
    });
    const began = performance.now();
    const result = await send(connection, { method: 'GET', path: '/api/v2/x', answer: Answer });
    assert.equal(result.ok, true);
    assert.equal(calls, 2);
    assert.ok(performance.now() - began > 290);
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
    const { milliseconds = -1, odd } = connection.exchanges[0] ?? {};
    assert.ok(milliseconds >= 0 && milliseconds < 60_000, `${milliseconds}`);
    assert.deepEqual(odd, []);
  });

  it('works without a log, and without an ID by which the org could find it', async () => {
    const { onExchange: _, ...connection } = await answering((_request, response) =>
      response.writeHead(400).end('{"code":"some.code"}'),
    );
    const answer = { status: 400, code: 'some.code' };
    assert.deepEqual(await post(connection), { kind: 'rejected', answer });
  });

  it('never quotes the token, not even one that no header can carry', async () => {
    const connection = await answering(json(200, {}));
    const error = await post({ ...connection, accessToken: `${TOKEN}\nX-Other: 1` });
    assert.equal(error.kind, 'no-answer');
    assert.equal(JSON.stringify(error).includes(TOKEN), false);
  });
});
