import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type ClientEffects, clientEffects } from '../../../src/core/operations/changeClient.ts';
import {
  type AgreedDeletion,
  deleteAgreed,
  deleteClient,
  restoreClient,
} from '../../../src/core/operations/deleteClient.ts';
import type { Result } from '../../../src/core/platform/errors.ts';
import { createClient, getClient, type OAuthClientRequest } from '../../../src/core/platform/oauthClients.ts';
import type { Connection } from '../../../src/core/platform/request.ts';
import { deletedText } from '../../../src/core/texts/clientChanges.ts';
import { useOrg } from '../../org/useOrg.ts';

const REQUEST: OAuthClientRequest = {
  name: 'CRM',
  authorizedGrantType: 'CODE',
  accessTokenValiditySeconds: 64_800,
  registeredRedirectUri: ['https://crm.test/callback'],
  scope: ['users'],
};

const active = { id: 'client-1', name: 'CRM', state: 'active' };

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

  function deletion({ connection, id }: { connection: Connection; id: string }) {
    return clientEffects(async (call) => await call(connection), id);
  }

  it('makes it inactive first, as the platform asks, and then it is gone', async () => {
    const client = await created();
    assert.equal(await isGone(client), false);
    assert.deepEqual(await deleteClient(deletion(client)), { ok: true });
    assert.equal(await isGone(client), true);
  });

  it('sends nothing away that others have written into the client', async () => {
    const client = await created();
    const effects = deletion(client);
    const read = await effects.read();
    assert.ok(read.ok);
    await effects.write({ ...read.value, description: 'Written by others' });
    await org().turn({ troubles: [{ kind: 'forbidden', times: 1, method: 'DELETE' }] });
    await deleteClient(effects);
    const now = await effects.read();
    assert.ok(now.ok);
    assert.deepEqual([now.value.state, now.value['description']], ['inactive', 'Written by others']);
  });

  for (const method of ['PUT', 'DELETE'] as const) {
    it(`asks the client what came of it where the answer to its ${method} was lost`, async () => {
      const client = await created();
      await org().turn({ troubles: [{ kind: 'lost', times: 1, method }] });
      const deleted = await deleteClient(deletion(client));
      if (method === 'DELETE') assert.deepEqual(deleted, { ok: true });
      else assert.ok(!deleted.ok && deleted.left === 'inactive', JSON.stringify(deleted));
      assert.deepEqual(await deleteClient(deletion(client)), { ok: true });
      assert.equal(await isGone(client), true);
    });

    it(`says so when its ${method} is refused, and what that leaves`, async () => {
      const client = await created();
      await org().turn({ troubles: [{ kind: 'forbidden', times: 1, method }] });
      const result = await deleteClient(deletion(client));
      assert.ok(!result.ok);
      assert.equal(result.error.kind, 'forbidden');
      assert.equal(result.left, method === 'PUT' ? 'as-it-was' : 'inactive');
      assert.equal(await isGone(client), false);
    });
  }

  it('says that nobody knows what it left where the client cannot be read either', async () => {
    const client = await created();
    const effects = deletion(client);
    const lost = { ok: false, error: { kind: 'no-answer', reason: 'gone' } } as const;
    let reads = 0;
    const result = await deleteClient({
      ...effects,
      read: async () => {
        reads += 1;
        return reads === 1 ? await effects.read() : lost;
      },
      remove: async () => lost,
    });
    assert.deepEqual(result, { ok: false, error: lost.error, left: 'unknown' });
  });

  it('has left what there was where it was refused, though nobody can look any more', async () => {
    const ended = { ok: false, error: { kind: 'signed-out', answer: { status: 401 } } } as const;
    for (const [write, left] of [
      [async () => ended, 'as-it-was'],
      [async () => ({ ok: true, value: { ...active, state: 'inactive' } }) as const, 'inactive'],
    ] as const) {
      let reads = 0;
      const read = async () => {
        reads += 1;
        return reads === 1 ? ({ ok: true, value: active } as const) : ended;
      };
      const deleted = await deleteClient({ read, write, remove: async () => ended });
      assert.deepEqual(deleted, { ok: false, error: ended.error, left });
    }
  });

  describe('where the org carries a lost request out only after the first look', () => {
    const lost = { ok: false, error: { kind: 'timeout', seconds: 30 } } as const;
    const gone = {
      ok: false,
      error: { kind: 'rejected', answer: { status: 404, code: 'client.not.found' } },
    } as const;
    it('does not say that the client is as it was', async () => {
      const states = ['active', 'active', 'inactive'];
      const deleted = await deleteClient({
        read: async () => ({ ok: true, value: { ...active, state: states.shift() ?? 'inactive' } }),
        write: async () => lost,
        remove: async () => assert.fail('was not to be sent'),
      });
      assert.deepEqual(deleted, { ok: false, error: lost.error, left: 'inactive' });
    });

    it('is not certain what it left while the client only looks as before', async () => {
      for (const state of ['active', 'inactive']) {
        const deleted = await deleteClient({
          read: async () => ({ ok: true, value: { ...active, state } }),
          write: async () => lost,
          remove: async () => lost,
        });
        assert.deepEqual(deleted, { ok: false, error: lost.error, left: 'unknown' });
      }
    });

    it('does not say that the client is still there', async () => {
      const inactive = { ok: true, value: { ...active, state: 'inactive' } } as const;
      let reads = 0;
      const deleted = await deleteClient({
        read: async () => {
          reads += 1;
          return reads < 3 ? inactive : gone;
        },
        write: async () => assert.fail('was not to be sent'),
        remove: async () => lost,
      });
      assert.deepEqual(deleted, { ok: true });
    });
  });

  describe('of an older client, which the org keeps for some days', () => {
    const seen = { id: 'client-1', name: 'CRM', state: 'inactive' };
    const lost = { ok: false, error: { kind: 'no-answer', reason: 'gone' } } as const;

    async function deletion(dateToDelete: unknown, answer: Result<unknown>): Promise<AgreedDeletion> {
      let isAsked = false;
      const effects: ClientEffects = {
        read: async () => ({ ok: true, value: isAsked ? { ...seen, dateToDelete } : seen }),
        write: async () => assert.fail('was not to be sent'),
        remove: async () => {
          isAsked = true;
          return answer;
        },
      };
      return await deleteAgreed(effects, seen);
    }

    it('sees that it waits to be deleted where the answer to that was lost', async () => {
      const day = '2026-12-06T09:00:00Z';
      const deleted = await deletion(day, lost);
      assert.deepEqual(deleted, { kind: 'waiting', record: { ...seen, dateToDelete: day }, until: day });
    });

    for (const odd of ['', 'soon', '0000-99-99', 7, null]) {
      it(`tells that it was accepted, but no day, where the org says ${JSON.stringify(odd)}`, async () => {
        const deleted = await deletion(odd, { ok: true, value: undefined });
        assert.equal(deleted.kind, 'waiting');
        if (deleted.kind === 'waiting')
          assert.equal(
            deletedText({ id: 'x', name: 'CRM' }, deleted, 'en'),
            'The client "CRM" is inactive, and will be deleted.',
          );
      });
    }
  });

  it('takes a client that somebody else has deleted for deleted', async () => {
    const client = await created();
    assert.deepEqual(await deleteClient(deletion(client)), { ok: true });
    assert.deepEqual(await deleteClient(deletion(client)), { ok: true });
  });

  it('is undone half-way by making the client active again, which is read back', async () => {
    const client = await created();
    await org().turn({ troubles: [{ kind: 'forbidden', times: 1, method: 'DELETE' }] });
    await deleteClient(deletion(client));
    assert.ok((await restoreClient(deletion(client))).ok);
    const now = await deletion(client).read();
    assert.ok(now.ok);
    assert.equal(now.value.state, 'active');
  });

  it('changes nothing of a client that is active, and says why one could not be made so', async () => {
    const client = await created();
    const effects = deletion(client);
    const writes = async () => assert.fail('was not to be sent');
    assert.ok((await restoreClient({ ...effects, write: writes })).ok);
    await org().turn({ troubles: [{ kind: 'forbidden', times: 1, method: 'DELETE' }] });
    await deleteClient(effects);
    await org().turn({ troubles: [{ kind: 'forbidden', times: 1, method: 'PUT' }] });
    const refused = await restoreClient(effects);
    assert.ok(!refused.ok && refused.error.kind === 'forbidden');
    assert.equal(refused.left, 'as-it-was');
  });

  it('says that nobody knows whether it is active where the answer was lost, and the look at it, too', async () => {
    const client = await created();
    const effects = deletion(client);
    await org().turn({ troubles: [{ kind: 'forbidden', times: 1, method: 'DELETE' }] });
    await deleteClient(effects);
    let reads = 0;
    const read = async () => {
      reads += 1;
      if (reads > 1) await org().turn({ troubles: [{ kind: 'forbidden', times: 1, method: 'GET' }] });
      return await effects.read();
    };
    await org().turn({ troubles: [{ kind: 'lost', times: 1, method: 'PUT' }] });
    const lost = await restoreClient({ ...effects, read });
    assert.ok(!lost.ok && lost.left === 'unknown', JSON.stringify(lost));
    assert.equal((await restoreClient(effects)).ok, true);
  });
});
