import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  type ChangeEffects,
  makeChange,
  prepareChange,
  type UndoOutcome,
  undoChange,
} from '../../../src/core/operations/changeClient.ts';
import type { ClientBody, ClientRecord } from '../../../src/core/platform/clientRecord.ts';
import { ADD, INDEX, OTHER, useClient } from './useClient.ts';

describe('Taking back a change of a client', () => {
  const client = useClient();

  it('gives it back what it had', async () => {
    const before = await client.stored();
    await undoChange(client.effects, await client.made());
    const { dateModified: _, ...now } = await client.stored();
    const { dateModified: __, ...was } = before;
    assert.deepEqual(now, was);
  });

  it('empties the lists that it filled first, however the org says that it has none', async () => {
    const sent: ClientBody[] = [];
    const bare = { id: '1', name: 'CRM', authorizedGrantType: 'CODE', registeredRedirectUri: null };
    let now: ClientRecord = bare;
    const effects: ChangeEffects = {
      read: async () => ({ ok: true, value: now }),
      write: async (body) => {
        sent.push(body);
        now = { ...bare, ...body };
        return { ok: true, value: now };
      },
    };
    const prepared = await prepareChange(effects, ADD);
    assert.ok(prepared.kind === 'ready');
    const change = await makeChange(effects, prepared.preview, ADD);
    assert.ok(change.kind === 'changed');
    assert.equal((await undoChange(effects, change)).kind, 'undone');
    assert.deepEqual([sent[1]?.registeredRedirectUri, sent[1]?.scope], [[], []]);
  });

  for (const state of ['active', undefined, null]) {
    it(`makes one active again that was deactivated, and had the state ${state}`, async () => {
      const sent: ClientBody[] = [];
      const bare = { id: '1', name: 'CRM', authorizedGrantType: 'CODE', state };
      let now: ClientRecord = bare;
      const effects: ChangeEffects = {
        read: async () => ({ ok: true, value: now }),
        write: async (body) => {
          sent.push(body);
          // An org may give what is inactive a day on which it goes.
          const dateToDelete = body.state === 'inactive' ? '2026-12-01T00:00:00Z' : body['dateToDelete'];
          now = { ...bare, ...body, dateToDelete };
          return { ok: true, value: now };
        },
      };
      const prepared = await prepareChange(effects, [{ kind: 'deactivate' }]);
      assert.ok(prepared.kind === 'ready');
      const change = await makeChange(effects, prepared.preview, [{ kind: 'deactivate' }]);
      assert.ok(change.kind === 'changed');
      assert.equal((await undoChange(effects, change)).kind, 'undone');
      assert.deepEqual([sent[1]?.state, sent[1]?.['dateToDelete']], ['active', undefined]);
    });
  }

  it('makes one that was disabled so again', async () => {
    await client.elsewhere({ state: 'disabled' });
    await undoChange(client.effects, await client.made([{ kind: 'activate' }]));
    assert.equal((await client.stored())['state'], 'disabled');
  });

  it('is refused when somebody has changed it since, and changes nothing', async () => {
    const change = await client.made();
    await client.elsewhere({ scope: ['users', 'presence'], registeredRedirectUri: [INDEX] });
    const undone = await undoChange(client.effects, change);
    assert.deepEqual(undone, {
      kind: 'changed-since',
      differences: [{ kind: 'list', field: 'registeredRedirectUri', added: [], removed: [OTHER] }],
    });
    assert.deepEqual((await client.stored())['registeredRedirectUri'], [INDEX]);
  });

  describe('after somebody else has changed the client before it could be read back', () => {
    /** What it is to be by then. */
    async function overtaken(change: Partial<ClientBody>): Promise<UndoOutcome> {
      const preview = await client.previewed();
      const busy: ChangeEffects = {
        ...client.effects,
        write: async (body) => {
          const answer = await client.effects.write(body);
          await client.elsewhere({ ...body, ...change });
          return answer;
        },
      };
      const outcome = await makeChange(busy, preview, ADD);
      assert.ok(outcome.kind === 'changed');
      return await undoChange(client.effects, outcome);
    }

    it('keeps what is theirs', async () => {
      assert.equal((await overtaken({ description: 'Used by the night shift' })).kind, 'undone');
      const { description, registeredRedirectUri } = await client.stored();
      assert.equal(description, 'Used by the night shift');
      assert.deepEqual(registeredRedirectUri, [OTHER]);
    });

    it('keeps it inactive where they made it so', async () => {
      assert.equal((await overtaken({ state: 'inactive' })).kind, 'undone');
      const { state, registeredRedirectUri } = await client.stored();
      assert.deepEqual([state, registeredRedirectUri], ['inactive', [OTHER]]);
    });

    it('is refused when it was the same list, and changes nothing', async () => {
      const theirs = [OTHER, INDEX, `${OTHER}/theirs`];
      assert.equal((await overtaken({ registeredRedirectUri: theirs })).kind, 'changed-since');
      assert.deepEqual((await client.stored())['registeredRedirectUri'], theirs);
    });
  });

  it('says so when it fails, and what stands', async () => {
    const change = await client.made();
    await client.spoil('forbidden');
    const undone = await undoChange(client.effects, change);
    assert.ok(undone.kind === 'failed' && undone.error.kind === 'forbidden');
    assert.deepEqual((await client.stored())['registeredRedirectUri'], [OTHER, INDEX]);
  });

  it('says so when the client cannot be read first, and sends nothing', async () => {
    const change = await client.made();
    const cutOff: ChangeEffects = {
      ...client.effects,
      read: async () => ({ ok: false, error: { kind: 'unreachable', reason: 'ENOTFOUND' } }),
    };
    const error = { kind: 'unreachable', reason: 'ENOTFOUND' };
    assert.deepEqual(await undoChange(cutOff, change), { kind: 'failed', error });
    assert.deepEqual((await client.stored())['registeredRedirectUri'], [OTHER, INDEX]);
  });

  for (const changes of [ADD, [{ kind: 'deactivate' }]] as const) {
    it(`is done once more without harm after one of which nobody knows: ${changes[0]?.kind}`, async () => {
      const before = await client.stored();
      const change = await client.made(changes);
      let reads = 0;
      const effects: ChangeEffects = {
        ...client.effects,
        read: async () => {
          reads += 1;
          return reads > 1
            ? { ok: false, error: { kind: 'forbidden', answer: { status: 403 } } }
            : await client.effects.read();
        },
      };
      await client.spoil('lost');
      assert.equal((await undoChange(effects, change)).kind, 'uncertain');
      const write = async () => assert.fail('nothing was to be sent');
      assert.equal((await undoChange({ ...client.effects, write }, change)).kind, 'undone');
      const { dateModified: _, ...now } = await client.stored();
      const { dateModified: __, ...was } = before;
      assert.deepEqual(now, was);
    });
  }

  it('is seen to be done when its answer was lost', async () => {
    const change = await client.made();
    await client.spoil('lost');
    assert.equal((await undoChange(client.effects, change)).kind, 'undone');
    assert.deepEqual((await client.stored())['registeredRedirectUri'], [OTHER]);
  });
});
