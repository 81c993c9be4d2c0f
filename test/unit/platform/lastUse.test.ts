import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { beforeEach, describe, it } from 'mocha';
import { readLastUse } from '../../../src/core/platform/lastUse.ts';
import type { Connection } from '../../../src/core/platform/request.ts';
import { useServer } from '../../host/useServer.ts';
import { useOrg } from '../../org/useOrg.ts';

/** The last day of use, where there is one that the org tells. */
async function lastDay(...asked: Parameters<typeof readLastUse>): Promise<string | undefined> {
  const read = await readLastUse(...asked);
  return read.ok && read.value.kind === 'used' ? read.value.day : undefined;
}

describe('When a client was last used', () => {
  const org = useOrg();
  const server = useServer();
  let connection: Connection;

  beforeEach(async () => {
    connection = { apiUrl: org().baseUrl, accessToken: await org().signIn('administrator'), language: 'en' };
  });

  it('is the day of its last call', async () => {
    await org().call(await org().automationToken(), 'GET', '/api/v2/oauth/clients');
    const day = await lastDay(connection, org().automationClient.id);
    assert.equal(day?.slice(0, 10), new Date().toISOString().slice(0, 10));
  });

  it('is not known of one that was never used', async () => {
    const read = await readLastUse(connection, org().automationClient.id);
    assert.deepEqual(read, { ok: true, value: { kind: 'unused' } });
  });

  it('is not known of one that is not there, nor to whoever may not see it', async () => {
    assert.equal(await lastDay(connection, 'nobody'), undefined);
    await org().turn({ troubles: [{ kind: 'forbidden', times: 1, method: 'POST' }] });
    assert.equal(await lastDay(connection, org().automationClient.id), undefined);
  });

  it('is a day that a calendar knows, whatever else the org answers', async () => {
    const dates = ['', 'never', '2028-02-15', '2028-99-99', null];
    const results = dates.map((date) => ({ date, requests: 1 }));
    const apiUrl = await server.start((request, response) => {
      const answer = request.method === 'GET' ? { queryStatus: 'Complete', results } : { executionId: 'x' };
      response.end(JSON.stringify(answer));
    });
    assert.equal(await lastDay({ ...connection, apiUrl }, 'c'), '2028-02-15');
  });

  it('is not known once nobody wants to know any more', async () => {
    const signal = AbortSignal.timeout(50);
    const started = Date.now();
    assert.equal(await lastDay(connection, org().automationClient.id, signal), undefined);
    assert.ok(Date.now() - started < 4_000, 'sooner than without a signal');
  });

  it('is not waited for any more, between two looks either, once nobody wants to know', async () => {
    const apiUrl = await server.start((_, response) => {
      response.end(JSON.stringify({ executionId: 'x' }));
    });
    const cancelling = new AbortController();
    const onExchange = () => void setImmediate(() => cancelling.abort());
    // A pause that only time ends has no end.
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      const read = await readLastUse({ ...connection, apiUrl, onExchange }, 'c', cancelling.signal);
      assert.deepEqual(read, { ok: false, error: { kind: 'cancelled' } });
    } finally {
      mock.timers.reset();
    }
  });

  it('is waited for some seconds at most', async function () {
    this.timeout(10_000);
    let looks = 0;
    const apiUrl = await server.start((request, response) => {
      if (request.method === 'GET') looks += 1;
      const answer = request.method === 'GET' ? { queryStatus: 'Running' } : { executionId: 'x' };
      response.end(JSON.stringify(answer));
    });
    const read = await readLastUse({ ...connection, apiUrl }, 'c');
    assert.deepEqual(read, { ok: false, error: { kind: 'timeout', seconds: 6 } });
    assert.equal(looks, 4);
  });
});
