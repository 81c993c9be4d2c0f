import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readClientRecord } from '../../../src/core/platform/clientRecord.ts';
import type { Result } from '../../../src/core/platform/errors.ts';
import { getOrganization } from '../../../src/core/platform/me.ts';
import {
  createClient,
  listClients,
  listScopes,
  resetSecret,
} from '../../../src/core/platform/oauthClients.ts';
import { json, useAnswers } from './useAnswers.ts';

describe('What the Platform API answers about clients and their org', () => {
  const { answering } = useAnswers();

  const odd = { dateCreated: null, scope: 'users', state: 7, createdBy: [], roleDivisions: [{}] };
  for (const name of ['CRM', null, 7]) {
    it(`loses no secret because of something odd beside it, called ${name}`, async () => {
      const connection = await answering(json(200, { ...odd, id: '1', name, secret: 'canary-secret' }));
      const created = await createClient(connection, {
        name: 'CRM',
        authorizedGrantType: 'CODE',
        accessTokenValiditySeconds: 300,
      });
      assert.ok(created.ok);
      assert.equal(created.value.secret, 'canary-secret');
      assert.equal(created.value.client.name, 'CRM');
      const reset = await resetSecret(connection, '1');
      assert.ok(reset.ok && reset.value.secret === 'canary-secret');
      assert.ok(connection.exchanges[0]?.odd.includes('dateCreated'));
      assert.equal(JSON.stringify(connection.exchanges).includes('canary-secret'), false);
    });
  }

  it('says that a client without an ID was answered, rather than to lose that it may be there', async () => {
    const connection = await answering(json(200, { name: 'CRM', secret: 'canary-secret' }));
    const error = await resetSecret(connection, '1');
    assert.ok(!error.ok && error.error.kind === 'unexpected-answer');
    assert.equal(JSON.stringify(error).includes('canary'), false);
  });

  it('leaves out of the list of clients what has no ID, and nothing else', async () => {
    const entities = [
      { id: 'a', name: 'A' },
      null,
      { name: 'no ID' },
      { id: 'b', ...odd },
      7,
      { id: 'c', name: 'C' },
    ];
    const connection = await answering(json(200, { entities, nextUri: 4 }));
    const clients = await listClients(connection);
    assert.deepEqual(clients.ok && clients.value.map(({ id }) => id), ['a', 'b', 'c']);
    assert.ok(connection.exchanges[0]?.odd.includes('entities.*'));
  });

  it('knows the scopes of an org although one of them is not described', async () => {
    const entities = [
      { id: 'users', description: null },
      { id: 'routing', description: 'Routing' },
    ];
    const scopes = await listScopes(await answering(json(200, { entities })));
    assert.deepEqual(scopes.ok && scopes.value.map(({ id }) => id), ['users', 'routing']);
  });

  it('does not take clients of which none can be read for none', async () => {
    const connection = await answering(json(200, { entities: [{ id: null, name: 'A' }, { id: 7 }] }));
    const clients = await listClients(connection);
    assert.ok(!clients.ok && clients.error.kind === 'unexpected-answer');
    const none = await listClients(await answering(json(200, { entities: [] })));
    assert.deepEqual(none, { ok: true, value: [] });
  });

  it('is signed in although the org has an odd feature', async () => {
    const connection = await answering(
      json(200, { id: '1', name: 'Org', features: { hipaa: true, chat: null } }),
    );
    const organization = await getOrganization(connection);
    assert.deepEqual(organization.ok && organization.value.features, { hipaa: true });
  });

  it('sends back nothing that it has read in part', async () => {
    const connection = await answering(json(200, { id: '1', name: 'CRM', scope: 'users' }));
    const record = await readClientRecord(connection, '1');
    assert.ok(!record.ok && record.error.kind === 'unexpected-answer');
  });

  it('keeps the secret of a new client apart from the client', async () => {
    const body = { id: '1', name: 'CRM', secret: 'canary-secret' };
    const created = await createClient(await answering(json(200, body)), {
      name: 'CRM',
      authorizedGrantType: 'CODE',
      accessTokenValiditySeconds: 300,
    });
    assert.ok(created.ok);
    assert.equal(created.value.secret, 'canary-secret');
    assert.equal(JSON.stringify(created.value.client).includes('canary-secret'), false);
  });

  it('reads all pages of the list of clients, on the host it was given, and never one twice', async () => {
    const asked: string[] = [];
    const connection = await answering((request, response) => {
      asked.push(request.url ?? '');
      const last = request.url?.includes('pageNumber=2');
      const nextUri = last ? '/api/v2/oauth/clients' : 'https://evil.test/api/v2/oauth/clients?pageNumber=2';
      json(200, { entities: [{ id: request.url, name: 'n' }], nextUri })(request, response);
    });
    const clients = await listClients(connection);
    assert.ok(clients.ok);
    assert.equal(clients.value.length, 2);
    assert.deepEqual(asked, ['/api/v2/oauth/clients', '/api/v2/oauth/clients?pageNumber=2']);
  });

  /** An org whose list of clients goes on for ever, each page with these clients. */
  async function endless(
    entitiesOf: (page: number) => unknown[],
  ): Promise<{ asked: number; result: Result<unknown> }> {
    let asked = 0;
    const connection = await answering((request, response) => {
      asked += 1;
      json(200, { entities: entitiesOf(asked), nextUri: `/api/v2/oauth/clients?after=${asked}` })(
        request,
        response,
      );
    });
    const result = await listClients(connection);
    return { asked, result };
  }

  it('follows no link that keeps changing and leads to nothing new', async () => {
    const { asked, result } = await endless(() => [{ id: 'a', name: 'A' }]);
    assert.equal(asked, 2);
    assert.ok(result.ok);
  });

  it('gives up a list of clients that never ends, and says so', async () => {
    const { asked, result } = await endless((page) => [{ id: String(page), name: 'A' }]);
    assert.ok(!result.ok);
    assert.deepEqual(result.error, { kind: 'too-much', unit: 'pages', most: asked });
  });
});
