import assert from 'node:assert/strict';
import { clients, useOAuthClients } from './useOAuthClients.ts';

describe('usage of OAuth clients', () => {
  const { org, admin, call } = useOAuthClients();

  it('is first running, then complete, and counts by status', async () => {
    const me = org().automationClient.id;
    const token = await org().automationToken();
    await org().call(token, 'GET', `${clients}/nobody`);
    const interval = '2020-01-01T00:00:00Z/2100-01-01T00:00:00Z';
    const asked = await call('POST', `/${me}/usage/query`, { interval });
    assert.equal(asked.status, 202);
    const results = String(asked.at('resultsUri'));
    assert.equal((await org().call(admin(), 'GET', results)).at('queryStatus'), 'Running');
    await org().turn({ clockOffsetSeconds: 1 });
    const ready = await org().call(admin(), 'GET', results);
    assert.equal(ready.at('queryStatus'), 'Complete');
    assert.equal(ready.at('results.0.requests'), 1);
    assert.equal(ready.at('results.0.status400'), 1);
  });

  it('counts day by day when asked', async () => {
    const me = org().automationClient.id;
    await org().call(await org().automationToken(), 'GET', clients);
    await org().turn({ clockOffsetSeconds: 86_400 });
    await org().call(await org().automationToken(), 'GET', clients);
    const interval = '2020-01-01T00:00:00Z/2100-01-01T00:00:00Z';
    const asked = await org().call(
      await org().signIn('administrator'),
      'POST',
      `${clients}/${me}/usage/query`,
      {
        interval,
        granularity: 'Day',
      },
    );
    await org().turn({ clockOffsetSeconds: 86_402 });
    const ready = await org().call(
      await org().signIn('administrator'),
      'GET',
      String(asked.at('resultsUri')),
    );
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    assert.deepEqual(
      [0, 1].map((row) => String(ready.at(`results.${row}.date`)).slice(0, 10)),
      [day(0), day(1)],
    );
  });

  const wrong: [string, object | undefined, string][] = [
    ['query', {}, 'constraint.validation'],
    ['query', { interval: 'today' }, 'invalid.date'],
    [
      'query',
      { interval: '2020-01-01T00:00:00Z/2021-01-01T00:00:00Z', granularity: 'Hour' },
      'invalid.value',
    ],
    ['summary?days=0', undefined, 'invalid.query.param.value'],
  ];
  for (const [path, body, expected] of wrong) {
    it(`refuses ${path} ${JSON.stringify(body)}: ${expected}`, async () => {
      const method = body === undefined ? 'GET' : 'POST';
      const url = `${clients}/${org().automationClient.id}/usage/${path}`;
      assert.equal((await org().call(admin(), method, url, body)).at('code'), expected);
    });
  }
});
