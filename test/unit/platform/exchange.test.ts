import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import { mock } from 'node:test';
import { gzipSync } from 'node:zlib';
import { describe, it } from 'mocha';
import { exchange, type Message } from '../../../src/core/platform/exchange.ts';
import { TimeLimit } from '../../../src/core/platform/timeLimit.ts';
import { useServer } from '../../host/useServer.ts';

/** A limit that a test waits for; `longWaits.test.ts` waits through the real one. */
const SHORT_SECONDS = 0.3;
const LONG_SECONDS = 30;

describe('An exchange with a host', () => {
  const server = useServer();

  async function ask(
    listener: RequestListener,
    limit = new TimeLimit(LONG_SECONDS),
    most?: number,
    message: Message = { method: 'POST', body: 'x' },
  ) {
    const url = await server.start(listener);
    const result = await exchange(url, message, limit, most);
    limit.over();
    return result;
  }

  /** Where it counts in which pieces an answer comes, or when: what a server sends may come together. */
  async function answeredBy(answer: () => Response, limit = new TimeLimit(LONG_SECONDS)) {
    const stub = mock.method(globalThis, 'fetch', async () => answer());
    const result = await exchange('http://127.0.0.1/', { method: 'GET' }, limit);
    stub.mock.restore();
    limit.over();
    return result;
  }

  it('sends its method, headers and body, and no body where there is none', async () => {
    const came: (string | undefined)[] = [];
    const note: RequestListener = async (request, response) => {
      const body = (await request.toArray()).join('');
      came.push(`${request.method} ${request.headers.authorization} ${body}`);
      response.end();
    };
    const headers = { authorization: 'Bearer t' };
    await ask(note, undefined, undefined, {
      method: 'PUT',
      headers,
      body: new URLSearchParams({ a: 'b c' }),
    });
    await ask(note, undefined, undefined, { method: 'GET' });
    assert.deepEqual(came, ['PUT Bearer t a=b+c', 'GET undefined ']);
  });

  it('follows an answer nowhere: it is an error, unless it is the answer that was asked for', async () => {
    let count = 0;
    const elsewhere: RequestListener = (_request, response) => {
      count += 1;
      response.writeHead(302, { location: '/elsewhere' }).end();
    };
    const refused = await ask(elsewhere);
    assert.ok(!refused.ok && refused.error.kind === 'no-answer');
    const taken = await ask(elsewhere, undefined, undefined, { method: 'GET', redirect: 'manual' });
    assert.equal(taken.ok && taken.value.headers.get('location'), '/elsewhere');
    assert.equal(count, 2);
  });

  it('tells that nobody is at the address', async () => {
    const url = await server.start(() => undefined);
    await server.stop();
    const limit = new TimeLimit(LONG_SECONDS);
    const result = await exchange(url, { method: 'GET' }, limit);
    limit.over();
    assert.ok(!result.ok && result.error.kind === 'unreachable');
  });

  const endless: Record<string, RequestListener> = {
    'no headers': () => undefined,
    'headers and no body': (_request, response) => response.writeHead(200).flushHeaders(),
    'a body that stalls': (_request, response) => void response.writeHead(200).write('{'),
    'a body that drips': (_request, response) => {
      response.writeHead(200);
      const dripping = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(dripping));
    },
  };
  for (const [what, listener] of Object.entries(endless)) {
    it(`ends at its limit with ${what}, and closes the connection`, async () => {
      let isClosed: (value: unknown) => void = () => undefined;
      const closed = new Promise((resolve) => {
        isClosed = resolve;
      });
      const result = await ask((request, response) => {
        request.socket.on('close', isClosed);
        listener(request, response);
      }, new TimeLimit(SHORT_SECONDS));
      assert.deepEqual(result, { ok: false, error: { kind: 'timeout', seconds: SHORT_SECONDS } });
      await closed;
    });

    it(`ends when the person cancels, with ${what}`, async () => {
      const person = new AbortController();
      const result = await ask((request, response) => {
        listener(request, response);
        setImmediate(() => person.abort());
      }, new TimeLimit(LONG_SECONDS, person.signal));
      assert.deepEqual(result, { ok: false, error: { kind: 'cancelled' } });
    });
  }

  it('asks nothing after the person has cancelled', async () => {
    let asked = false;
    const result = await ask(() => {
      asked = true;
    }, new TimeLimit(LONG_SECONDS, AbortSignal.abort()));
    assert.deepEqual(result, { ok: false, error: { kind: 'cancelled' } });
    assert.equal(asked, false);
  });

  for (const status of [400, 429]) {
    it(`knows a refusal by its status where its body never comes: ${status}`, async () => {
      const result = await ask(
        (_request, response) => response.writeHead(status).flushHeaders(),
        new TimeLimit(SHORT_SECONDS),
      );
      assert.ok(result.ok);
      assert.equal(result.value.status, status);
      assert.equal(result.value.text, '');
    });
  }

  it('reads what a refusal says', async () => {
    const result = await ask((_request, response) => response.writeHead(403).end('{"code":"missing"}'));
    assert.equal(result.ok && result.value.text, '{"code":"missing"}');
  });

  it('is cancelled also where a refusal is known, and its body still to come', async () => {
    const person = new AbortController();
    const result = await answeredBy(() => {
      setImmediate(() => person.abort());
      return new Response(new ReadableStream(), { status: 429 });
    }, new TimeLimit(LONG_SECONDS, person.signal));
    assert.deepEqual(result, { ok: false, error: { kind: 'cancelled' } });
  });

  it('has no text where the answer has no body', async () => {
    const result = await ask((_request, response) => response.writeHead(204).end());
    assert.ok(result.ok && result.value.status === 204 && result.value.text === '');
  });

  it('reads text in any bytes, in whatever pieces it comes', async () => {
    const bytes = [...Buffer.from('\ufeff{"name":"営業"}')];
    const pieces = new ReadableStream({
      pull(stream) {
        const byte = bytes.shift();
        if (byte === undefined) stream.close();
        else stream.enqueue(Uint8Array.of(byte));
      },
    });
    const result = await answeredBy(() => new Response(pieces));
    assert.equal(result.ok && result.value.text, '{"name":"営業"}');
  });

  const MEGABYTE = Buffer.alloc(1_000_000, 'x');
  const large: Record<string, RequestListener> = {
    'says its length': (_request, response) => response.end(Buffer.concat([MEGABYTE, MEGABYTE, MEGABYTE])),
    'never ends': (_request, response) => {
      const more = () => {
        while (!response.destroyed && response.write(MEGABYTE));
      };
      response.on('drain', more);
      more();
    },
    'is small on its way': (_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(gzipSync(Buffer.alloc(50_000_000)));
    },
  };
  for (const [what, listener] of Object.entries(large)) {
    it(`takes no more than the most of an answer that ${what}`, async () => {
      const result = await ask(listener, undefined, 2);
      assert.deepEqual(result, { ok: false, error: { kind: 'too-much', unit: 'megabytes', most: 2 } });
    });
  }

  it('reads all of an answer that is as large as the most', async () => {
    const result = await ask((_request, response) => response.end(MEGABYTE), undefined, 1);
    assert.equal(result.ok && result.value.text.length, MEGABYTE.length);
  });

  it('reads nothing of a body that nobody wants, and closes the connection', async () => {
    let isClosed: (value: unknown) => void = () => undefined;
    const closed = new Promise((resolve) => {
      isClosed = resolve;
    });
    const result = await ask(
      (_request, response) => {
        response.on('close', isClosed);
        response.writeHead(200).write('x');
      },
      undefined,
      0,
    );
    assert.ok(result.ok && result.value.status === 200 && result.value.text === '');
    await closed;
  });
});
