import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { OrgClients } from '../../../src/core/clients/whereabouts.ts';
import {
  changeDeed,
  type Deed,
  deletionDeed,
  fateDeed,
  undoDeed,
} from '../../../src/core/operations/deeds.ts';
import type { Left } from '../../../src/core/operations/deleteClient.ts';
import type { Fate } from '../../../src/core/operations/severalClients.ts';
import { noteDeed } from '../../../src/host/clients/noteDeed.ts';

const before = { id: 'client-1', name: 'CRM', state: 'active', scope: ['users'] };
const after = { ...before, state: 'inactive' };
const error = { kind: 'no-answer', reason: 'broken' } as const;
const org: OrgClients = {
  ...{ account: 'a', orgName: 'Acme', region: 'mypurecloud.jp', practice: false, readAt: '' },
  clients: [before],
};
const found = { org, client: before };

/** What is noted of a deed, a line for each of the two. */
async function noted(deed: Deed): Promise<readonly string[]> {
  const lines: string[] = [];
  const at = { id: before.id, region: org.region, practice: false };
  const home = (given: object) => assert.deepEqual(given, at);
  await noteDeed(
    {
      history: {
        add: async (given, { what, outcome }) => {
          home(given);
          lines.push(`${what} ${outcome}`);
          return 'entry';
        },
      },
      written: {
        note: async (origin, ...all) => {
          for (const { home: given, account, client } of all) {
            home(given);
            assert.equal(account, 'a');
            lines.push(`${origin} ${client.state}`);
          }
        },
        noteUncertain: async (given, was, sent) => {
          home(given);
          lines.push(`perhaps ${was['state']} to ${sent['state']}`);
        },
        forget: async (given) => {
          home(given);
          lines.push('forgotten');
        },
      },
    },
    { ...at, account: 'a' },
    deed,
  );
  return lines;
}

describe('What was done to a client is noted in its history and in what it is remembered as, both at once', () => {
  const preview = { before, body: after };
  const deactivate = [{ kind: 'deactivate' }] as const;

  it('of a change, whether its answer came or was lost', async () => {
    const changed = { kind: 'changed', before, sent: after, after, unexpected: [] } as const;
    assert.deepEqual(await noted(changeDeed(deactivate, preview, changed)), [
      'changed inactive',
      'deactivated done',
    ]);
    assert.deepEqual(
      await noted(changeDeed(deactivate, preview, { kind: 'uncertain', error, lookup: undefined })),
      ['perhaps active to inactive', 'deactivated not-certain'],
    );
    assert.deepEqual(await noted(changeDeed(deactivate, preview, { kind: 'failed', error })), []);
  });

  it('of its undoing', async () => {
    const undo = async (outcome: Parameters<typeof undoDeed>[1]) =>
      await noted(undoDeed({ before, after }, outcome, 'entry'));
    assert.deepEqual(await undo({ kind: 'undone', record: before }), [
      'changed active',
      'change-undone done',
    ]);
    assert.deepEqual(await undo({ kind: 'uncertain', error, lookup: undefined }), [
      'perhaps inactive to active',
      'change-undone not-certain',
    ]);
    assert.deepEqual(await undo({ kind: 'changed-since', differences: [] }), []);
  });

  /** What is noted of a deletion, be it of one client or of several. */
  const deletions: Readonly<Record<string, readonly [Fate, readonly string[]]>> = {
    'is gone': [{ kind: 'deleted' }, ['forgotten', 'deleted done']],
    'was accepted': [{ kind: 'accepted' }, ['forgotten', 'deleted done']],
    waits: [{ kind: 'waiting', record: after }, ['forgotten', 'deleted done']],
    ...Object.fromEntries(
      (
        [
          ['as-it-was', []],
          ['inactive', ['changed inactive', 'deactivated done']],
          ['unknown', ['perhaps active to inactive', 'deleted not-certain']],
        ] as const satisfies readonly (readonly [Left, readonly string[]])[]
      ).map(([left, lines]) => [`failed and left it ${left}`, [{ kind: 'failed', error, left }, lines]]),
    ),
  };
  for (const [what, [fate, lines]] of Object.entries(deletions))
    it(`of a deletion that ${what}, alone or among several, in the same way`, async () => {
      assert.deepEqual(await noted(fateDeed({ kind: 'delete' }, { found, fate })), lines);
      const alone =
        fate.kind === 'failed'
          ? ({ kind: 'not-deleted', error, left: fate.left ?? 'as-it-was' } as const)
          : fate;
      assert.ok(['deleted', 'accepted', 'waiting', 'not-deleted'].includes(alone.kind));
      if (alone.kind === 'deleted' || alone.kind === 'accepted' || alone.kind === 'waiting')
        assert.deepEqual(await noted(deletionDeed(alone, before)), lines);
      if (alone.kind === 'not-deleted') assert.deepEqual(await noted(deletionDeed(alone, before)), lines);
    });

  it('of a change among several whose answer was lost', async () => {
    assert.deepEqual(
      await noted(
        fateDeed({ kind: 'deactivate' }, { found, fate: { kind: 'uncertain', error, lookup: undefined } }),
      ),
      ['perhaps active to inactive', 'deactivated not-certain'],
    );
  });

  it('of none where nothing was done', async () => {
    const fates: readonly Fate[] = [{ kind: 'unchanged' }, { kind: 'read', record: before }];
    for (const fate of fates)
      assert.deepEqual(await noted(fateDeed({ kind: 'activate' }, { found, fate })), []);
    assert.deepEqual(await noted(deletionDeed({ kind: 'changed-meanwhile', now: after }, before)), []);
  });
});
