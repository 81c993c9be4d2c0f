import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import { describe, it } from 'mocha';
import * as z from 'zod/mini';
import { listAll } from '../../../src/core/platform/authorization.ts';
import { useServer } from '../../host/useServer.ts';

const Entity = z.object({ id: z.string() });

describe('Reading every page of a listing', () => {
  const server = useServer();

  /** Reads a listing of a server that has these pages, and says what was asked of it. */
  async function read(pages: readonly object[], path = '/list') {
    const asked: string[] = [];
    const listener: RequestListener = (request, response) => {
      const { url = '' } = request;
      const number = Number(new URL(url, 'http://localhost').searchParams.get('pageNumber'));
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(pages[number - 1] ?? { entities: [], pageCount: pages.length }));
      asked.push(url);
    };
    const apiUrl = await server.start(listener);
    const result = await listAll({ apiUrl, accessToken: 'canary-token', language: 'en' }, path, Entity);
    return { asked, result };
  }

  it('puts the pages together, in order', async () => {
    const pages = [
      { entities: [{ id: 'a' }, { id: 'b' }], pageCount: 2 },
      { entities: [{ id: 'c' }], pageCount: 2 },
    ];
    const { asked, result } = await read(pages);
    assert.deepEqual(result, { ok: true, value: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] });
    assert.deepEqual(asked, ['/list?pageSize=500&pageNumber=1', '/list?pageSize=500&pageNumber=2']);
  });

  it('keeps the query that a path has', async () => {
    const { asked } = await read([{ entities: [{ id: 'a' }], pageCount: 1 }], '/list?userCount=false');
    assert.deepEqual(asked, ['/list?userCount=false&pageSize=500&pageNumber=1']);
  });

  for (const [what, page] of Object.entries({
    'there is nothing': { entities: [], pageCount: 0 },
    'it says nothing about pages': { entities: [{ id: 'a' }] },
    'a page is empty although more were announced': { entities: [], pageCount: 9 },
  })) {
    it(`asks once when ${what}`, async () => {
      const { asked, result } = await read([page]);
      assert.equal(asked.length, 1);
      assert.deepEqual(result, { ok: true, value: page.entities });
    });
  }

  it('takes pages that came about while it read', async () => {
    const pages = [
      { entities: [{ id: 'a' }], pageCount: 1 },
      { entities: [{ id: 'b' }], pageCount: 3 },
      { entities: [{ id: 'c' }], pageCount: 3 },
    ];
    const growing = [{ ...pages[0], pageCount: 2 }, ...pages.slice(1)];
    const { result } = await read(growing);
    assert.ok(result.ok && result.value.length === 3);
  });

  it('asks for those after the first side by side, and puts them together in their order', async () => {
    const waiting: (() => void)[] = [];
    const apiUrl = await server.start((request, response) => {
      const number = Number(new URL(request.url ?? '', 'http://localhost').searchParams.get('pageNumber'));
      const answer = () => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ entities: [{ id: String(number) }], pageCount: 4 }));
      };
      if (number === 1) return answer();
      waiting.push(answer);
      // Answered once all three are there, the last one first.
      if (waiting.length === 3) for (const each of waiting.toReversed()) each();
    });
    const connection = { apiUrl, accessToken: 'canary-token', language: 'en' };
    const result = await listAll(connection, '/list', Entity);
    assert.deepEqual(result, { ok: true, value: ['1', '2', '3', '4'].map((id) => ({ id })) });
  });

  it('takes what stands on two pages, because the list has grown meanwhile, for one', async () => {
    const pages = [
      { entities: [{ id: 'a' }, { id: 'b' }], pageCount: 2 },
      { entities: [{ id: 'b' }, { id: 'c' }], pageCount: 2 },
    ];
    const { result } = await read(pages);
    assert.deepEqual(result, { ok: true, value: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] });
  });

  it('ends where pages without end are announced', async () => {
    const pages = [{ entities: [{ id: 'a' }], pageCount: 1e9 }];
    const { asked, result } = await read(pages);
    assert.deepEqual(result, { ok: true, value: [{ id: 'a' }] });
    assert.ok(asked.length < 10);
  });

  it('gives up where pages come without end, and says so', async () => {
    let asked = 0;
    const apiUrl = await server.start((_request, response) => {
      asked += 1;
      response.end(JSON.stringify({ entities: [{ id: String(asked) }], pageCount: 1e9 }));
    });
    const result = await listAll({ apiUrl, accessToken: 'canary-token', language: 'en' }, '/list', Entity);
    assert.ok(!result.ok && result.error.kind === 'too-much' && result.error.unit === 'pages');
    assert.ok(asked < 300, `${asked} pages`);
  });

  it('takes an empty page for the last one, whatever comes of those that were asked for beside it', async () => {
    const pages = [
      { entities: [{ id: 'a' }], pageCount: 9 },
      { entities: [], pageCount: 9 },
      { html: 'no listing' },
      { entities: [{ id: 'd' }], pageCount: 9 },
    ];
    const { result } = await read(pages);
    assert.deepEqual(result, { ok: true, value: [{ id: 'a' }] });
  });

  it('gives nothing rather than a part when a later page fails', async () => {
    const { result } = await read([{ entities: [{ id: 'a' }], pageCount: 2 }, { html: 'no listing' }]);
    assert.ok(!result.ok);
    assert.equal(result.error.kind, 'unexpected-answer');
    assert.equal(JSON.stringify(result).includes('canary'), false);
  });
});
