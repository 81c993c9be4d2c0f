import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import fc from 'fast-check';
import { MOST_MEGABYTES } from '../../../src/core/platform/apiDescription.ts';
import {
  type DescriptionRead,
  DescriptionReader,
  fetchDescription,
} from '../../../src/core/privileges/description.ts';
import { cases } from '../../fuzz/cases.ts';
import { useServer } from '../../host/useServer.ts';
import { operation } from './operations.ts';
import { describedAs } from './published.ts';

const now = new Date('2026-11-30T08:00:00Z');
const host = 'api.mypurecloud.de';

const operations = [
  operation('GET /users/me', { name: 'getUsersMe', scopes: ['user-basic-info'], callers: 'people' }),
  operation('GET /users', {
    name: 'getUsers',
    permissions: { mode: 'any', of: ['directory:user:view'] },
    scopes: ['users', 'users:readonly'],
  }),
  operation('POST /users', {
    name: 'postUsers',
    permissions: { mode: 'all', of: ['directory:user:add', 'directory:user:edit'] },
    scopes: ['users'],
  }),
  operation('POST /guest/conversations'),
];
const text = describedAs(operations);

/** What is read of pieces of this length. */
function readIn(length: number, whole: string, date = now): DescriptionRead {
  const reader = new DescriptionReader();
  for (let at = 0; at < whole.length; at += length) if (!reader.take(whole.slice(at, at + length))) break;
  return reader.read({ host, date, now });
}

function kindOf(read: DescriptionRead): string {
  return read.ok ? 'read' : read.why.kind;
}

function descriptionOf(paths: unknown, more: object = {}): string {
  return JSON.stringify({ swagger: '2.0', paths, ...more });
}

/** A path item of Genesys Cloud. */
const item = { get: { operationId: 'getThings', security: [{ 'PureCloud OAuth': ['things'] }] } };

describe('The description of an API, reduced to who may call what', () => {
  it('says of each operation what it asks for, however the text is cut into pieces', () => {
    for (const length of [1, 2, 7, 100, text.length]) {
      assert.deepEqual(readIn(length, text), {
        ok: true,
        description: { operations, host, date: now.toISOString(), readAt: now.toISOString(), unread: 0 },
      });
    }
  });

  it('is the same whatever else stands in it, and where', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.integer({ min: 1, max: 50 }),
        (other, length) => {
          const { paths, basePath, servers, ...harmless } = other;
          const whole = JSON.stringify({ ...harmless, ...JSON.parse(text), x: harmless }, undefined, ' ');
          const read = readIn(length, whole);
          assert.deepEqual(read.ok && read.description.operations, operations);
        },
      ),
      { numRuns: cases(100) },
    );
  });

  it('leaves out an operation that it cannot understand, and counts it', () => {
    const read = readIn(
      50,
      descriptionOf({ '/api/v2/things': { ...item, post: { security: 'none' }, put: 5 }, '/api/v2/odd': [] }),
    );
    assert.deepEqual(read.ok && [read.description.operations.length, read.description.unread], [1, 3]);
  });

  it('does not say whether one permission suffices where the description has another word for it', () => {
    const asked = { type: 'SOME', permissions: ['a:b:c', 'a:b:d'] };
    const read = readIn(
      50,
      descriptionOf({ '/api/v2/things': { get: { 'x-inin-requires-permissions': asked } } }),
    );
    assert.equal(read.ok && read.description.operations[0]?.permissions.mode, 'unknown');
  });

  it('knows the operations of an OpenAPI file whose server has the beginning of their paths', () => {
    const servers = [{ url: 'https://api.mypurecloud.com/api/v2' }];
    const read = readIn(50, descriptionOf({ '/things': item }, { servers }));
    assert.equal(read.ok && read.description.operations[0]?.path, '/things');
  });

  const refusals: Readonly<Record<string, readonly [kind: string, whole: string]>> = {
    'an empty text': ['not-json', ''],
    'a page of a proxy': ['not-json', '<!DOCTYPE html><html>{"paths": {}}</html>'],
    'a list': ['not-json', `[${text}]`],
    'something behind its end': ['not-json', `${text} and more`],
    'a path that is no JSON': ['not-json', '{"paths": {"/api/v2/users": {"get": nothing}}}'],
    'names without quotes': ['not-json', '{paths: {}}'],
    'nothing behind its first brace': ['cut-off', '{'],
    'an API of somebody else': [
      'other-product',
      descriptionOf({ '/api/v2/tickets': { get: { security: [] } } }),
    ],
    'other paths of Genesys Cloud': ['other-product', descriptionOf({ '/platform/things': item })],
    'other JSON': ['other-product', '{"name": "package", "paths": ["a"]}'],
    'no path at all': ['other-product', '{}'],
  };
  for (const [what, [kind, whole]] of Object.entries(refusals)) {
    it(`is refused for ${what}`, () => {
      assert.equal(kindOf(readIn(3, whole)), kind);
    });
  }

  it('is refused as cut off wherever it ends too early', () => {
    for (let end = 1; end < text.length; end += 13)
      assert.equal(kindOf(readIn(1000, text.slice(0, end))), 'cut-off');
  });

  it('is refused when it is years old', () => {
    assert.equal(kindOf(readIn(1000, text, new Date('2024-11-30T07:59:59Z'))), 'old');
    assert.equal(kindOf(readIn(1000, text, new Date('2024-11-30T08:00:00Z'))), 'read');
  });

  it('is refused, and no longer read, as soon as it is too large', () => {
    const reader = new DescriptionReader();
    const piece = ' '.repeat(1_000_000);
    let taken = 0;
    while (reader.take(piece)) taken++;
    assert.equal(taken, MOST_MEGABYTES);
    assert.equal(kindOf(reader.read({ host, date: now, now })), 'too-large');
  });

  it('counts what it has of a path that goes on for megabytes as not understood, and keeps none of it', () => {
    const long = JSON.stringify({ get: { summary: 'x'.repeat(2_000_000) } });
    const read = readIn(
      10_000,
      `{"paths": {"/api/v2/long": ${long}, "/api/v2/things": ${JSON.stringify(item)}}}`,
    );
    assert.deepEqual(read.ok && [read.description.operations.length, read.description.unread], [1, 1]);
  });
});

describe('The description of an API, asked for', () => {
  const server = useServer();

  async function fetched(listener: RequestListener, signal?: AbortSignal): Promise<DescriptionRead> {
    return await fetchDescription(await server.start(listener), now, signal);
  }

  it('is asked for where it is published, without a token, and has the date that the host tells', async () => {
    const seen: unknown[] = [];
    const read = await fetched((request, response) => {
      const { authorization, accept } = request.headers;
      seen.push([request.method, request.url, authorization, accept]);
      response.setHeader('Last-Modified', 'Sat, 28 Nov 2026 08:00:00 GMT').end(text);
    });
    assert.deepEqual(seen, [['GET', '/api/v2/docs/swagger', undefined, 'application/json']]);
    assert.deepEqual(read.ok && read.description.date, '2026-11-28T08:00:00.000Z');
    assert.deepEqual(read.ok && read.description.operations, operations);
  });

  it('has the date of today where the host tells none, or one to come', async () => {
    const read = await fetched((_request, response) => {
      response.setHeader('Last-Modified', 'Sat, 28 Nov 2099 08:00:00 GMT').end(text);
    });
    assert.equal(read.ok && read.description.date, now.toISOString());
  });

  it('is not there where the host refuses, or its answer breaks off', async () => {
    const refused = await fetched((_request, response) =>
      response.writeHead(404).end('{"code": "not.found"}'),
    );
    assert.deepEqual(refused.ok || refused.why.kind, 'not-answered');
    const odd = await fetched((_request, response) => response.writeHead(400).end(text));
    assert.deepEqual(odd.ok || odd.why.kind, 'not-answered');
    const broken = await fetched((_request, response) => {
      response
        .writeHead(200, { 'Content-Length': text.length })
        .write(text.slice(0, 100), () => response.destroy());
    });
    assert.deepEqual(broken.ok || broken.why.kind, 'not-answered');
  });

  it('is left as soon as it is none', async () => {
    let whenLeft: Promise<unknown> = Promise.resolve();
    const read = await fetched((_request, response) => {
      whenLeft = once(response, 'close');
      response.write('<html>');
    });
    await whenLeft;
    assert.equal(kindOf(read), 'not-json');
  });

  it('ends when the person cancels', async () => {
    const person = new AbortController();
    const read = await fetched((_request, response) => {
      response.write(text.slice(0, 100), () => person.abort());
    }, person.signal);
    assert.deepEqual(read, { ok: false, why: { kind: 'not-answered', error: { kind: 'cancelled' } } });
  });
});
