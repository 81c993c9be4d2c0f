import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ClientChange } from '../../../src/core/clients/change.ts';
import { bodyOf } from '../../../src/core/clients/change.ts';
import {
  type ChangeOutcome,
  type ClientEffects,
  clientEffects,
  type MadeChange,
  makeChange,
  prepareChange,
  type UndoOutcome,
  undoChange,
} from '../../../src/core/operations/changeClient.ts';
import {
  type AgreedDeletion,
  deleteAgreed,
  restoreClient,
} from '../../../src/core/operations/deleteClient.ts';
import type { ClientBody } from '../../../src/core/platform/clientRecord.ts';
import { mayHaveBeenCarriedOut } from '../../../src/core/platform/errors.ts';
import { createClient } from '../../../src/core/platform/oauthClients.ts';
import { useOrg } from '../../org/useOrg.ts';
import { NOT_CARRIED_OUT, prepared, type SpoiltClient, useSpoiltClients } from './spoiltClient.ts';

const ADD: readonly ClientChange[] = [{ kind: 'add-scopes', scopes: ['presence'] }];
const DEACTIVATE: readonly ClientChange[] = [{ kind: 'deactivate' }];
const ACTIVATE: readonly ClientChange[] = [{ kind: 'activate' }];

/** The whole way of a change: the preview, and what the person agreed to. */
async function change(
  effects: ClientEffects,
  changes: readonly ClientChange[],
): Promise<ChangeOutcome | { kind: 'unchanged' }> {
  const ready = await prepareChange(effects, changes);
  if (ready.kind === 'failed' || ready.kind === 'unchanged') return ready;
  assert.ok(ready.kind === 'ready');
  return await makeChange(effects, ready.preview, changes);
}

/** What a client is, less what the org notes by itself. */
function settings(body: ClientBody | undefined): ClientBody | undefined {
  return body && bodyOf({ id: '', ...body });
}

describe('An operation on a client of the practice org, without an editor', () => {
  const org = useOrg();
  const forEachTrouble = useSpoiltClients(org);

  const changes = [
    { what: 'a change', changes: ADD, from: {}, to: { scope: ['users', 'presence'] } },
    { what: 'a deactivation', changes: DEACTIVATE, from: {}, to: { state: 'inactive' } },
    { what: 'an activation', changes: ACTIVATE, from: { state: 'inactive' }, to: { state: 'active' } },
  ] as const;

  for (const { what, changes: wanted, from, to } of changes) {
    it(`${what}: says what stands, whatever befalls any of its requests, and does no harm once more`, async () => {
      const requests = ['read', 'read', 'write', 'read'] as const;
      await forEachTrouble(requests.length, async (client) => {
        await prepared(client, from);
        const before = settings(await client.stored());
        client.begin();
        const outcome = await change(client.effects, wanted);
        assert.deepEqual(client.sent.slice(0, client.request), requests.slice(0, client.request));
        const now = settings(await client.stored());
        assertStands(client, outcome, requests);
        if (outcome.kind === 'changed') assert.deepEqual(now, { ...before, ...to });
        if (outcome.kind === 'failed' || outcome.kind === 'uncertain') assert.deepEqual(now, before);
        await change(client.untroubled, wanted);
        assert.deepEqual(settings(await client.stored()), { ...before, ...to });
      });
    });

    it(`the undo of ${what}: says what stands, whatever befalls any of its requests`, async () => {
      const requests = ['read', 'write', 'read'] as const;
      await forEachTrouble(requests.length, async (client) => {
        await prepared(client, from);
        const before = settings(await client.stored());
        const made = await change(client.effects, wanted);
        assert.ok(made.kind === 'changed');
        client.begin();
        const outcome = await undoChange(client.effects, made);
        assertStands(client, outcome, requests);
        const now = settings(await client.stored());
        if (outcome.kind === 'undone') assert.deepEqual(now, before);
        if (outcome.kind === 'failed' || outcome.kind === 'uncertain')
          assert.deepEqual(now, { ...before, ...to });
        await undoIfNeeded(client, made, outcome);
        assert.deepEqual(settings(await client.stored()), before);
      });
    });
  }

  async function undoIfNeeded(
    { untroubled }: SpoiltClient,
    made: MadeChange,
    { kind }: UndoOutcome,
  ): Promise<void> {
    if (kind === 'failed' || kind === 'uncertain')
      assert.equal((await undoChange(untroubled, made)).kind, 'undone');
  }

  /** What an outcome must say of the request that went wrong. */
  function assertStands(
    { kind, request: number }: SpoiltClient,
    outcome: ChangeOutcome | UndoOutcome | { kind: 'unchanged' },
    requests: readonly ('read' | 'write')[],
  ): void {
    const request = requests[number - 1];
    const said = NOT_CARRIED_OUT[kind];
    const isCarriedOut = request === 'write' && said === undefined;
    // What was sent is certain by its own answer, also where nobody can look afterwards.
    if (isCarriedOut || number === requests.length) {
      assert.ok(outcome.kind === 'changed' || outcome.kind === 'undone', JSON.stringify(outcome));
      return;
    }
    // Where nobody answered, what was sent may still be carried out.
    const mayComeLate = request === 'write' && said === 'no-answer';
    assert.ok(outcome.kind === (mayComeLate ? 'uncertain' : 'failed'), JSON.stringify(outcome));
    if (said !== undefined) assert.equal(outcome.error.kind, said);
  }

  it('a restoration: says whether the client is active, whatever befalls any of its requests', async () => {
    await forEachTrouble(3, async (client) => {
      await prepared(client, { state: 'inactive' });
      client.begin();
      const outcome = await restoreClient(client.effects);
      const isCarriedOut = client.request === 2 && NOT_CARRIED_OUT[client.kind] === undefined;
      const isDone = client.request === 3 || isCarriedOut;
      assert.equal(outcome.ok, isDone, JSON.stringify(outcome));
      assert.equal((await client.stored())?.state, isDone ? 'active' : 'inactive');
      assert.ok((await restoreClient(client.untroubled)).ok);
      assert.equal((await client.stored())?.state, 'active');
    });
  });

  describe('a deletion', () => {
    const requests = ['read', 'write', 'remove', 'read'] as const;

    async function agreedTo(client: SpoiltClient, effects = client.effects): Promise<AgreedDeletion> {
      const seen = await client.untroubled.read();
      assert.ok(seen.ok);
      return await deleteAgreed(effects, seen.value);
    }

    it('says what it left, whatever befalls any of its requests, and goes on from there', async () => {
      await forEachTrouble(requests.length, async (client) => {
        client.begin();
        const outcome = await agreedTo(client);
        assert.deepEqual(client.sent.slice(0, client.request), requests.slice(0, client.request));
        const now = await client.stored();
        const request = requests[client.request - 1];
        const isLast = client.request === requests.length;
        switch (outcome.kind) {
          case 'deleted':
            assert.ok(request === 'remove' && NOT_CARRIED_OUT[client.kind] === undefined);
            assert.equal(now, undefined);
            return;
          case 'accepted':
            assert.ok(isLast);
            assert.equal(now, undefined);
            return;
          case 'not-deleted':
            assert.ok(now !== undefined && !isLast);
            if (request === 'read') assert.equal(outcome.left, 'as-it-was');
            // Whoever was told no knows that nothing was done, also where they may not look any more.
            if (!mayHaveBeenCarriedOut(outcome.error)) assert.notEqual(outcome.left, 'unknown');
            if (outcome.left !== 'unknown')
              assert.equal(outcome.left, now.state === 'inactive' ? 'inactive' : 'as-it-was');
            break;
          default:
            assert.fail(outcome.kind);
        }
        assert.ok((await restoreClient(client.untroubled)).ok);
        assert.equal((await client.stored())?.state, 'active', 'can be taken back');
        assert.equal((await agreedTo(client, client.untroubled)).kind, 'deleted');
        assert.equal(await client.stored(), undefined);
      });
    });

    it('does nothing to a client that somebody has changed since it was shown, and shows that', async () => {
      await forEachTrouble(1, async (client) => {
        const seen = await client.untroubled.read();
        assert.ok(seen.ok);
        await prepared(client, { description: 'Of the night shift' });
        const outcome = await deleteAgreed(client.effects, seen.value);
        assert.ok(outcome.kind === 'changed-meanwhile');
        assert.equal(outcome.now['description'], 'Of the night shift');
        assert.deepEqual(client.sent, ['read']);
      });
    });

    it('can be cancelled until something is sent that changes the client', async () => {
      await forEachTrouble(1, async (client) => {
        const seen = await client.untroubled.read();
        assert.ok(seen.ok);
        const late = new AbortController();
        const effects: ClientEffects = {
          ...client.effects,
          read: async () => {
            const answer = await client.effects.read();
            late.abort();
            return answer;
          },
        };
        const outcome = await deleteAgreed(effects, seen.value, late.signal);
        assert.deepEqual(outcome, { kind: 'not-deleted', error: { kind: 'cancelled' }, left: 'as-it-was' });
        assert.deepEqual(client.sent, ['read']);
      });
    });

    it('takes a client that is gone meanwhile for deleted', async () => {
      await forEachTrouble(1, async (client) => {
        const seen = await client.untroubled.read();
        assert.ok(seen.ok);
        await agreedTo(client, client.untroubled);
        assert.deepEqual(await deleteAgreed(client.effects, seen.value), { kind: 'deleted' });
      });
    });

    it('of a client that is older than 30 days says until when it waits, and can be taken back until then', async () => {
      const made = await createClient(await connection(), {
        name: 'Old',
        authorizedGrantType: 'CODE',
        accessTokenValiditySeconds: 64_800,
        registeredRedirectUri: ['https://crm.test/'],
        scope: ['users'],
      });
      assert.ok(made.ok);
      const { id } = made.value.client;
      await org().turn({ clockOffsetSeconds: 31 * 86_400 });
      const effects = await effectsOn(id);
      const seen = await effects.read();
      assert.ok(seen.ok);
      const outcome = await deleteAgreed(effects, seen.value);
      assert.ok(outcome.kind === 'waiting' && outcome.until !== undefined, JSON.stringify(outcome));
      const days = (Date.parse(outcome.until) - Date.now()) / 86_400_000;
      assert.ok(days > 37 && days < 39, outcome.until);
      assert.equal((await change(effects, ACTIVATE)).kind, 'changed');
      const now = await effects.read();
      assert.ok(now.ok);
      assert.deepEqual([now.value.state, now.value['dateToDelete'] ?? undefined], ['active', undefined]);
    });
  });

  async function connection() {
    return { apiUrl: org().baseUrl, accessToken: await org().signIn('administrator'), language: 'en' };
  }

  async function effectsOn(id: string): Promise<ClientEffects> {
    const to = await connection();
    return clientEffects(async (call) => await call(to), id);
  }
});
