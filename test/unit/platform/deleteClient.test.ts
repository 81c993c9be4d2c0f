import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  createClient,
  deleteClient,
  getClient,
  type OAuthClientRequest,
} from '../../../src/core/platform/oauthClients.ts';
import type { Connection } from '../../../src/core/platform/request.ts';
import { useOrg } from '../../org/useOrg.ts';

const REQUEST: OAuthClientRequest = {
  name: 'CRM',
  authorizedGrantType: 'CODE',
  accessTokenValiditySeconds: 64_800,
  registeredRedirectUri: ['https://crm.test/callback'],
  scope: ['users'],
};

describe('Deleting a client', () => {
  const org = useOrg();

  async function created(): Promise<{ connection: Connection; id: string }> {
    const accessToken = await org().signIn('administrator');
    const connection = { apiUrl: org().baseUrl, accessToken, language: 'en' };
    const made = await createClient(connection, REQUEST);
    assert.ok(made.ok);
    return { connection, id: made.value.client.id };
  }

  async function isGone({ connection, id }: { connection: Connection; id: string }): Promise<boolean> {
    const read = await getClient(connection, id);
    return !read.ok && read.error.kind === 'rejected' && read.error.answer.code === 'client.not.found';
  }

  it('makes it inactive first, as the platform asks, and then it is gone', async () => {
    const client = await created();
    assert.equal(await isGone(client), false);
    assert.ok((await deleteClient(client.connection, client.id, REQUEST)).ok);
    assert.equal(await isGone(client), true);
  });

  for (const method of ['PUT', 'DELETE'] as const) {
    it(`can be tried again after the answer to its ${method} was lost`, async () => {
      const client = await created();
      await org().turn({ troubles: [{ kind: 'lost', times: 1, method }] });
      assert.equal((await deleteClient(client.connection, client.id, REQUEST)).ok, false);
      assert.ok((await deleteClient(client.connection, client.id, REQUEST)).ok);
      assert.equal(await isGone(client), true);
    });

    it(`says so when its ${method} is refused, and the client is still there`, async () => {
      const client = await created();
      await org().turn({ troubles: [{ kind: 'forbidden', times: 1, method }] });
      const result = await deleteClient(client.connection, client.id, REQUEST);
      assert.ok(!result.ok);
      assert.equal(result.error.kind, 'forbidden');
      assert.equal(await isGone(client), false);
    });
  }

  it('takes a client that somebody else has deleted for deleted', async () => {
    const client = await created();
    assert.ok((await deleteClient(client.connection, client.id, REQUEST)).ok);
    assert.ok((await deleteClient(client.connection, client.id, REQUEST)).ok);
  });
});
