import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { describe, it } from 'mocha';
import { exchange } from '../../../src/core/platform/exchange.ts';
import { TimeLimit } from '../../../src/core/platform/timeLimit.ts';
import { useServer } from '../../host/useServer.ts';

/** A limit that a test waits for; `longWaits.test.ts` waits through the real one. */
const SHORT_SECONDS = 0.3;
const LONG_SECONDS = 30;

describe('An exchange with a host', () => {
  const server = useServer();

  async function ask(listener: RequestListener, limit = new TimeLimit(LONG_SECONDS), most?: number) {
    const url = await server.start(listener);
    const result = await exchange(url, { method: 'POST', body: 'x' }, limit, most);
    limit.over();
    return result;
  }

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

  it('knows a refusal by its status where its body never comes', async () => {
    const result = await ask(
      (_request, response) => response.writeHead(429).flushHeaders(),
      new TimeLimit(SHORT_SECONDS),
    );
    assert.ok(result.ok);
    assert.equal(result.value.status, 429);
    assert.equal(result.value.text, '');
  });

  it('reads text in any bytes, in whatever pieces it comes', async () => {
    const bytes = Buffer.from('\ufeff{"name":"営業"}');
    const result = await ask(async (_request, response) => {
      for (const byte of bytes) await new Promise((written) => response.write(Buffer.of(byte), written));
      response.end();
    });
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

  it('reads nothing of a body that nobody wants', async () => {
    const result = await ask((_request, response) => void response.writeHead(400).write('x'), undefined, 0);
    assert.ok(result.ok && result.value.status === 400 && result.value.text === '');
  });
});
