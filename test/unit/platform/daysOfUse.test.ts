import assert from 'node:assert/strict';
import { text } from 'node:stream/consumers';
import { describe, it } from 'mocha';
import { readUse } from '../../../src/core/platform/lastUse.ts';
import { json, useAnswers } from './useAnswers.ts';

describe('The days on which a client was used', () => {
  const answers = useAnswers();

  /** An org whose query comes to this. */
  async function readFrom(result: object) {
    const bodies: unknown[] = [];
    const connection = await answers.answering(async (request, response) => {
      if (request.method === 'POST') bodies.push(JSON.parse(await text(request)));
      json(200, request.method === 'POST' ? { executionId: 'query-1' } : result)(request, response);
    });
    return { use: await readUse(connection, 'client-1'), bodies };
  }

  it('are those with requests, in their order, whatever order they come in and whatever is odd beside them', async () => {
    const { use, bodies } = await readFrom({
      queryStatus: 'Complete',
      results: [
        { date: '2026-11-29', requests: 3 },
        { date: '2026-11-02', requests: 1 },
        ...[
          { date: '2026-11-30', requests: 0 },
          { date: '2026-11-28', requests: -1 },
          { date: '2026-11-27' },
        ],
        ...[{ requests: 5 }, { date: null, requests: 5 }, { date: 'soon', requests: 5 }],
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
});
