import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { HistoryEntry, NewHistoryEntry } from '../../../src/core/clients/history.ts';
import type { WrittenClient, WrittenOrigin } from '../../../src/core/drift/written.ts';
import type { Deletion } from '../../../src/core/operations/deleteClient.ts';
import type { Effects } from '../../../src/core/operations/effects.ts';
import { recorded } from '../../../src/host/clients/recordSave.ts';
import type { Written } from '../../../src/host/drift/writtenClients.ts';

const client = { id: 'client-1', name: 'CRM' };
const error = { kind: 'no-answer', reason: 'broken' } as const;
const home = { region: 'mypurecloud.jp', practice: true };
const request = { name: 'CRM', authorizedGrantType: 'CODE', accessTokenValiditySeconds: 600 } as const;

async function unexpected(): Promise<never> {
  return assert.fail('nothing asked for this');
}

const EFFECTS: Effects = {
  createRole: unexpected,
  findCreatedRole: unexpected,
  giveRole: unexpected,
  isRoleThere: unexpected,
  deleteRole: unexpected,
  createClient: unexpected,
  findCreatedClient: unexpected,
  keepSecret: unexpected,
  hasSecret: unexpected,
  readClient: unexpected,
  makeToken: unexpected,
  prove: unexpected,
  writeScimFile: unexpected,
  deleteClient: unexpected,
  restoreClient: unexpected,
  editFrameworkFile: unexpected,
  createFrameworkFile: unexpected,
  changeClient: unexpected,
  undoChange: unexpected,
};

/** Effects that answer so, and what is noted of them. */
function noting(answers: Partial<Effects>, former?: WrittenClient) {
  const entries: HistoryEntry[] = [];
  const history = {
    of: () => entries,
    add: async (at: object, entry: NewHistoryEntry) => {
      assert.deepEqual(at, { id: client.id, ...home });
      entries.push({ ...entry, id: `${entries.length}`, at: '' });
      return `${entries.length - 1}`;
    },
  };
  const remembered: string[] = [];
  const written = {
    note: async (origin: WrittenOrigin, ...all: readonly Written[]) => {
      for (const { home: at, client } of all) {
        assert.deepEqual(at, { id: 'client-1', ...home });
        remembered.push(`${origin} ${client.state ?? 'active'}`);
      }
    },
    noteUncertain: async () => void remembered.push('uncertain'),
    forget: async () => void remembered.push('forgotten'),
    of: () => former,
    giveBack: async (_: object, given: WrittenClient) => void remembered.push(`${given.origin} given back`),
  };
  const whats = () => entries.map(({ what, outcome }) => `${what} ${outcome}`);
  const effects = recorded({ ...EFFECTS, ...answers }, home, { history, written });
  return { entries, whats, remembered, effects };
}

describe('What Save does to a client', () => {
  it('is noted as created once, also where it was found only after its answer was lost', async () => {
    const { effects, whats } = noting({
      createClient: async () => ({ ok: false, error }),
      findCreatedClient: async () => ({ ok: true, value: client }),
    });
    await effects.createClient(request);
    assert.deepEqual(whats(), []);
    await effects.findCreatedClient(request);
    await effects.findCreatedClient(request);
    assert.deepEqual(whats(), ['created done']);
  });

  it('is noted with its token, its deletion, and that it was kept after all', async () => {
    const deletions: Deletion[] = [
      { ok: false, error, left: 'as-it-was' },
      { ok: false, error, left: 'inactive' },
      { ok: false, error, left: 'unknown' },
      { ok: true },
    ];
    const { effects, whats } = noting({
      createClient: async () => ({ ok: true, value: { client, secret: 'canary' } }),
      makeToken: async () => ({ ok: true, endsAt: undefined }),
      deleteClient: async () => deletions.shift() ?? { ok: true },
      restoreClient: async () => ({ ok: true, value: client }),
    });
    await effects.createClient(request);
    await effects.makeToken(client.id);
    for (let times = 0; times < 3; times += 1) await effects.deleteClient(client);
    await effects.restoreClient(client);
    await effects.deleteClient(client);
    assert.deepEqual(whats(), [
      'created done',
      'token-made done',
      'deactivated done',
      'deleted not-certain',
      'activated done',
      'deleted done',
    ]);
  });

  it('is not noted where it failed', async () => {
    const { effects, whats } = noting({
      makeToken: async () => ({ ok: false, error: { kind: 'no-secret' } }),
      restoreClient: async () => ({ ok: false, error, left: 'as-it-was' }),
      findCreatedClient: async () => ({ ok: true, value: undefined }),
    });
    await effects.makeToken(client.id);
    await effects.restoreClient(client);
    await effects.findCreatedClient(request);
    assert.deepEqual(whats(), []);
  });

  it('is noted as a change, and as its undoing', async () => {
    const after = { ...client, name: 'Sales' };
    const { effects, entries } = noting({
      changeClient: async ({ before, body }) => ({
        kind: 'changed',
        before,
        sent: body,
        after,
        unexpected: [],
      }),
      undoChange: async () => ({ kind: 'undone', record: client }),
    });
    await effects.changeClient({ before: client, body: { name: 'Sales' } });
    await effects.undoChange({ before: client, sent: { name: 'Sales' }, after, unexpected: [] });
    const [change, undone] = entries;
    assert.equal(change?.what, 'changed');
    assert.deepEqual(
      change?.fields?.map(({ name }) => name),
      ['name'],
    );
    assert.deepEqual(undone, { id: '1', at: '', what: 'change-undone', outcome: 'done', undoes: change?.id });
  });

  it('is not noted as a change where the client was so already', async () => {
    const { effects, whats } = noting({
      changeClient: async ({ before, body }) => ({
        ...{
          kind: 'changed',
          before,
          sent: body,
          after: { ...before, ...body },
          unexpected: [],
          wasSo: true,
        },
      }),
    });
    await effects.changeClient({ before: client, body: { name: 'Sales' } });
    assert.deepEqual(whats(), []);
  });

  it('is noted as not certain where the answer to a change was lost, and not at all where it was refused', async () => {
    const lost = { kind: 'uncertain', error, lookup: undefined } as const;
    const failed = { kind: 'failed', error } as const;
    const meanwhile = { kind: 'changed-meanwhile', now: client } as const;
    const outcomes = [lost, failed, meanwhile];
    const undoings = [lost, failed];
    const { effects, whats } = noting({
      changeClient: async () => outcomes.shift() ?? failed,
      undoChange: async () => undoings.shift() ?? failed,
    });
    const body = { name: 'Sales' };
    for (let times = 0; times < 3; times += 1) await effects.changeClient({ before: client, body });
    const made = { before: client, sent: body, after: client, unexpected: [] };
    for (let times = 0; times < 2; times += 1) await effects.undoChange(made);
    assert.deepEqual(whats(), ['changed not-certain', 'change-undone not-certain']);
  });

  it('is remembered as it was before, once a change is undone', async () => {
    const former: WrittenClient = {
      at: '2026-11-23T09:00:00.000Z',
      origin: 'exported',
      fields: { name: 'X' },
    };
    const after = { ...client, name: 'Sales' };
    const lost = { kind: 'uncertain', error, lookup: undefined } as const;
    for (const known of [former, undefined]) {
      const outcomes = [
        lost,
        { kind: 'changed', before: client, sent: after, after, unexpected: [] } as const,
      ];
      const { effects, remembered } = noting(
        {
          changeClient: async () => outcomes.shift() ?? lost,
          undoChange: async () => ({ kind: 'undone', record: client }),
        },
        known,
      );
      for (let times = 0; times < 2; times += 1)
        await effects.changeClient({ before: client, body: { name: 'Sales' } });
      await effects.undoChange({ before: client, sent: { name: 'Sales' }, after, unexpected: [] });
      const end = known === undefined ? 'forgotten' : 'exported given back';
      assert.deepEqual(remembered, ['uncertain', 'saved active', end]);
    }
  });

  it('is remembered as what was written here: as it was read back, as it stood, and not once it is deleted', async () => {
    const deletions: Deletion[] = [{ ok: false, error, left: 'inactive' }, { ok: true }];
    const { effects, remembered } = noting({
      createClient: async () => ({ ok: true, value: { client, secret: 'canary' } }),
      readClient: async () => ({ ok: true, value: { ...client, state: 'read back' } }),
      deleteClient: async () => deletions.shift() ?? { ok: true },
      restoreClient: async () => ({ ok: true, value: client }),
      changeClient: async () => ({ kind: 'uncertain', error, lookup: undefined }),
    });
    await effects.createClient(request);
    await effects.readClient(client.id);
    // Whatever is read later may be somebody else's.
    await effects.readClient(client.id);
    await effects.deleteClient(client);
    await effects.restoreClient(client);
    await effects.changeClient({ before: client, body: { name: 'Sales' } });
    await effects.deleteClient(client);
    assert.deepEqual(remembered, [
      'saved active',
      'saved read back',
      'changed inactive',
      'saved active',
      'uncertain',
      'forgotten',
    ]);
  });
});
