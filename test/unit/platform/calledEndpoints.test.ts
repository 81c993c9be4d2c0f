import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import { type CalledEndpoints, readCalledEndpoints } from '../../../src/core/platform/calledEndpoints.ts';
import type { Connection } from '../../../src/core/platform/request.ts';
import { useServer } from '../../host/useServer.ts';
import { useOrg } from '../../org/useOrg.ts';

describe('What a client called', () => {
  const org = useOrg();
  const server = useServer();
  let connection: Connection;

  beforeEach(async () => {
    connection = { apiUrl: org().baseUrl, accessToken: await org().signIn('administrator'), language: 'en' };
  });

  async function read(to: Connection, clientId = 'c'): Promise<CalledEndpoints> {
    const answer = await readCalledEndpoints(to, clientId);
    assert.ok(answer.ok, JSON.stringify(answer));
    return answer.value;
  }

  /** What is read where the org answers this. */
  async function readOf(answer: object): Promise<CalledEndpoints> {
    const apiUrl = await server.start((request, response) => {
      const complete = { queryStatus: 'Complete', ...answer };
      response.end(JSON.stringify(request.method === 'GET' ? complete : { executionId: 'x' }));
    });
    return await read({ ...connection, apiUrl });
  }

  it('is each operation with how often, and how often in vain, the most frequent first', async () => {
    const token = await org().automationToken();
    await org().call(token, 'GET', '/api/v2/oauth/clients');
    for (const id of ['nobody', 'nowhere']) await org().call(token, 'GET', `/api/v2/oauth/clients/${id}`);
    assert.deepEqual(await read(connection, org().automationClient.id), {
      endpoints: [
        { templateUri: '/api/v2/oauth/clients/{clientId}', method: 'GET', requests: 2, refused: 2 },
        { templateUri: '/api/v2/oauth/clients', method: 'GET', requests: 1, refused: 0 },
      ],
      hasMore: false,
    });
  });

  it('is refused but for too many requests, which count among the refused ones', async () => {
    const row = { templateUri: '/api/v2/users/me', httpMethod: 'GET', requests: 9 };
    const { endpoints } = await readOf({ results: [{ ...row, status400: 5, status429: 3 }] });
    assert.equal(endpoints[0]?.refused, 2);
  });

  it('is nothing that anybody could tell where the org refuses to count it', async () => {
    const apiUrl = await server.start((_request, response) => {
      response.writeHead(403).end(JSON.stringify({ code: 'missing.permissions' }));
    });
    const answer = await readCalledEndpoints({ ...connection, apiUrl }, 'c');
    assert.ok(!answer.ok && answer.error.kind === 'forbidden');
  });

  it('is asked for 90 days, today among them', async () => {
    let interval = '';
    const apiUrl = await server.start((request, response) => {
      request.on('data', (data) => {
        interval = JSON.parse(String(data)).interval;
      });
      request.on('end', () => response.end(JSON.stringify({ executionId: 'x', queryStatus: 'Complete' })));
      request.resume();
    });
    await read({ ...connection, apiUrl });
    const [from = '', to = ''] = interval.split('/');
    assert.equal(Date.parse(to) - Date.parse(from), 90 * 86_400_000);
    assert.ok(Date.parse(to) > Date.now());
  });

  it('is read whatever else the org answers, and rows of one endpoint are one', async () => {
    const { endpoints } = await readOf({
      results: [
        { templateUri: '/a', httpMethod: 'get', requests: 2, status400: null },
        { templateUri: '/a', httpMethod: 'GET', requests: 3, status400: 1, userId: 7 },
        { templateUri: '/never', httpMethod: 'GET', requests: 0 },
        { templateUri: 5, httpMethod: null },
        'nonsense',
      ],
    });
    assert.deepEqual(endpoints, [
      { templateUri: '/a', method: 'GET', requests: 5, refused: 1 },
      { templateUri: undefined, method: undefined, requests: 1, refused: 0 },
    ]);
  });

  it('is said not to be all where the org has more', async () => {
    assert.equal((await readOf({ results: [], cursors: { after: 'more' } })).hasMore, true);
    assert.equal((await readOf({ results: null, cursors: { after: null } })).hasMore, false);
  });
});
