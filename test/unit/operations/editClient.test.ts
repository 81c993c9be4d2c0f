import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { bodyOf } from '../../../src/core/clients/change.ts';
import { undoChange } from '../../../src/core/operations/changeClient.ts';
import { editClient } from '../../../src/core/operations/editClient.ts';
import { type ClientBody, ClientRecord } from '../../../src/core/platform/clientRecord.ts';
import { useClient } from './useClient.ts';

describe('Editing a client that exists', () => {
  const client = useClient();

  /** The client as it is, and what it is to become. */
  async function edit(change: Partial<ClientBody>): Promise<{ before: ClientRecord; body: ClientBody }> {
    const before = ClientRecord.parse(await client.stored());
    return { before, body: { ...bodyOf(before), ...change } };
  }

  it('makes it what is wanted, and reads it back', async () => {
    const outcome = await editClient(client.effects, await edit({ name: 'Desktop', scope: ['presence'] }));
    assert.ok(outcome.kind === 'changed', JSON.stringify(outcome));
    assert.deepEqual(outcome.unexpected, []);
    const { name, scope } = await client.stored();
    assert.deepEqual([name, scope], ['Desktop', ['presence']]);
  });

  it('sends nothing where somebody has changed it since', async () => {
    const change = await edit({ name: 'Desktop' });
    await client.elsewhere({ description: 'Of somebody else' });
    const outcome = await editClient(client.effects, change);
    assert.ok(outcome.kind === 'changed-meanwhile');
    assert.equal(outcome.now['description'], 'Of somebody else');
    assert.notEqual((await client.stored())['name'], 'Desktop');
  });

  it('says that it was so already where somebody else has done the same, and sends nothing', async () => {
    const change = await edit({ description: 'Of both' });
    await client.elsewhere({ description: 'Of both' });
    const write = async () => assert.fail('it is sent');
    const outcome = await editClient({ ...client.effects, write }, change);
    assert.ok(outcome.kind === 'changed' && outcome.wasSo === true);
    assert.deepEqual(outcome.unexpected, []);
    const own = await editClient(client.effects, await edit({ name: 'Ours' }));
    assert.ok(own.kind === 'changed' && own.wasSo === undefined);
  });

  it('tells apart what was carried out and what was not, and does no harm the second time', async () => {
    for (const [kind, expected] of [
      ['lost', 'changed'],
      ['truncated', 'changed'],
      ['dropped', 'uncertain'],
      ['forbidden', 'failed'],
      ['server-error', 'failed'],
    ] as const) {
      const change = await edit({ name: `Desktop ${kind}` });
      await client.spoil(kind);
      const first = await editClient(client.effects, change);
      assert.equal(first.kind, expected, kind);
      const second = await editClient(client.effects, change);
      assert.equal(second.kind, 'changed', kind);
      assert.equal((await client.stored())['name'], `Desktop ${kind}`);
    }
  });

  it('says that it is gone', async () => {
    const change = await edit({ name: 'Desktop' });
    await client.deleteElsewhere();
    const outcome = await editClient(client.effects, change);
    assert.ok(outcome.kind === 'failed' && outcome.error.kind === 'rejected');
    assert.equal(outcome.error.answer.code, 'client.not.found');
  });

  it('gives back what was nothing before, each as nothing of its kind', async () => {
    const {
      description: _,
      accessTokenValiditySeconds: __,
      ...before
    } = ClientRecord.parse(await client.stored());
    const body = { ...bodyOf(before), description: 'New', accessTokenValiditySeconds: 3600 };
    const made = await editClient(
      { ...client.effects, read: async () => ({ ok: true, value: before }) },
      { before, body },
    );
    assert.ok(made.kind === 'changed');
    const after = ClientRecord.parse(await client.stored());
    assert.equal((await undoChange(client.effects, { before, sent: body, after })).kind, 'undone');
    const { description, accessTokenValiditySeconds } = await client.stored();
    assert.deepEqual([description, accessTokenValiditySeconds], ['', 86_400]);
  });
});
