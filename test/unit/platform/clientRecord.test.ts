import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { clientOf, readClientRecord, updateClient } from '../../../src/core/platform/clientRecord.ts';
import { useServer } from '../../host/useServer.ts';

describe('A whole client', () => {
  const server = useServer();

  const CLIENT = {
    id: 'a/b',
    name: 'CRM',
    secret: 'canary-secret',
    roleDivisions: [{ more: 1 }],
    later: null,
  };

  async function org(bodies: string[] = [], client: object = CLIENT) {
    const apiUrl = await server.start((request, response) => {
      request.setEncoding('utf8');
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        bodies.push(`${request.method} ${request.url} ${body}`);
        response.end(JSON.stringify(client));
      });
    });
    return { apiUrl, accessToken: 'token', language: 'en' };
  }

  it('is read with every field as it came, but never with a secret', async () => {
    const read = await readClientRecord(await org(), 'a/b');
    const { secret: _, ...rest } = CLIENT;
    assert.deepEqual(read, { ok: true, value: rest });
  });

  it('is changed by a body that is sent as it is, and answered without a secret', async () => {
    const sent: string[] = [];
    const made = await updateClient(await org(sent), 'a/b', { name: 'CRM', later: null, scope: ['users'] });
    assert.deepEqual(sent, ['PUT /api/v2/oauth/clients/a%2Fb {"name":"CRM","later":null,"scope":["users"]}']);
    assert.ok(made.ok);
    assert.equal(JSON.stringify(made.value).includes('canary'), false);
  });

  it('is none without an ID', async () => {
    const read = await readClientRecord(await org([], { name: 'CRM' }), 'a');
    assert.ok(!read.ok && read.error.kind === 'unexpected-answer');
  });

  it('stands for a client with each field that is as the API describes it', () => {
    const record = { id: 'a', name: 'CRM', scope: ['users'], dateCreated: 7, later: null };
    assert.deepEqual(clientOf(record), { id: 'a', name: 'CRM', scope: ['users'] });
  });
});
