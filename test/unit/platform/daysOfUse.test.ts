import assert from 'node:assert/strict';
import { text } from 'node:stream/consumers';
import { describe, it } from 'mocha';
import { readUse } from '../../../src/core/platform/lastUse.ts';
import { json, useAnswers } from './useAnswers.ts';

describe('The days on which a client was used', () => {
  const { answering } = useAnswers();
  const complete = { queryStatus: 'Complete', results: [{ date: '2026-11-02', requests: 1 }] };

  /** An org whose query comes to this. */
  async function readFrom(result: object) {
    const bodies: unknown[] = [];
    const connection = await answering(async (request, response) => {
      if (request.method === 'POST') bodies.push(JSON.parse(await text(request)));
      json(200, request.method === 'POST' ? { executionId: 'query-1' } : result)(request, response);
    });
    return { use: await readUse(connection, 'client-1'), bodies };
  }

  it('are those with requests, in their order, whatever order they come in and whatever is odd beside them', async () => {
    const { use, bodies } = await readFrom({
      queryStatus: 'Complete',
      results: [
        { date: '2026-11-29T00:00:00.000Z', requests: 3 },
        { date: '2026-11-02', requests: 1 },
        ...[
          { date: '2026-11-30', requests: 0 },
          { date: '2026-11-28', requests: -1 },
          { date: '2026-11-27' },
        ],
        ...[{ requests: 5 }, { date: null, requests: 5 }, { date: 'soon', requests: 5 }, null, 7],
      ],
    });
    assert.deepEqual(use, {
      ok: true,
      value: [
        { day: '2026-11-02', requests: 1 },
        { day: '2026-11-29', requests: 3 },
      ],
    });
    const [{ interval: _, ...asked } = { interval: '' }] = bodies.map(Object);
    assert.deepEqual(asked, { granularity: 'Day', metrics: ['Requests'] });
  });

  it('are none where the org has no results', async () => {
    for (const results of [null, undefined, []])
      assert.deepEqual((await readFrom({ queryStatus: 'Complete', results })).use, { ok: true, value: [] });
  });

  it('are not known where the query of the org went wrong', async () => {
    assert.deepEqual((await readFrom({ queryStatus: 'Failed' })).use, {
      ok: false,
      error: { kind: 'unexpected-answer', answer: { status: 200 } },
    });
  });

  it('are those of the whole count, which is waited for', async () => {
    const answers = [{ queryStatus: 'Running', results: [{ date: '2026-11-01', requests: 9 }] }, complete];
    const connection = await answering((request, response) => {
      json(200, request.method === 'POST' ? { executionId: 'query-1' } : answers.shift())(request, response);
    });
    assert.deepEqual(await readUse(connection, 'client-1'), {
      ok: true,
      value: [{ day: '2026-11-02', requests: 1 }],
    });
  });

  for (const refused of ['POST', 'GET']) {
    it(`are not known where the org refuses to ${refused === 'POST' ? 'count' : 'tell what it counted'}`, async () => {
      const connection = await answering((request, response) => {
        if (request.method === refused) json(403, { code: 'missing.permissions' })(request, response);
        else json(200, { executionId: 'query-1', ...complete })(request, response);
      });
      const use = await readUse(connection, 'client-1');
      assert.ok(!use.ok && use.error.kind === 'forbidden', JSON.stringify(use));
    });
  }

  it('are not known where the org does not say which query it began', async () => {
    const use = await readUse(await answering(json(200, complete)), 'client-1');
    assert.ok(!use.ok && use.error.kind === 'unexpected-answer');
  });
});
