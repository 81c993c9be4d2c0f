import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { beginWith, isUnfinished, lasting } from '../../../src/core/wizard/drafts.ts';
import { withEdit, withRecord } from '../../../src/core/wizard/editDraft.ts';
import { readMemory } from '../../../src/core/wizard/recalled.ts';
import { remember } from '../../../src/core/wizard/remember.ts';
import { type Memory, NOTHING_REMEMBERED } from '../../../src/core/wizard/state.ts';
import { clients, toEdit } from '../../wizard/samples.ts';

const NOW = '2026-11-22T09:00:00.000Z';
const ACCOUNT = 'practice/mypurecloud.jp/org-1';
const [desktop, oldDesktop] = clients;
assert.ok(desktop && oldDesktop);
const ONE = { account: ACCOUNT, ...toEdit(desktop) };
const OTHER = { account: ACCOUNT, ...toEdit(oldDesktop) };

function answered(memory: Memory, name: string): Memory {
  return remember(memory, { type: 'answer', revision: memory.revision + 1, change: { name } }, NOW);
}

function reloaded(memory: Memory): Memory {
  return readMemory(JSON.parse(JSON.stringify(lasting(memory))));
}

describe('The draft of a client that is changed', () => {
  it('begins at the details of that client, for its account', () => {
    const memory = withEdit(NOTHING_REMEMBERED, ONE, NOW);
    const { procedure, step, account, draft } = memory;
    assert.deepEqual(
      { procedure, step, account, draft },
      { procedure: 'edit', step: 'details', account: ACCOUNT, draft: { edits: toEdit(desktop) } },
    );
    assert.equal(isUnfinished(memory), false, 'while nothing is answered, there is nothing to lose');
  });

  it('begins at the review where it is answered already what is to change, and keeps what else was answered', () => {
    const before = answered(withEdit(NOTHING_REMEMBERED, ONE, NOW), 'Changed');
    const { step, draft, changedAt } = withEdit(before, { ...ONE, answers: { scopes: ['users'] } }, NOW);
    assert.deepEqual([step, changedAt], ['review', NOW]);
    assert.deepEqual(draft, { name: 'Changed', scopes: ['users'], edits: toEdit(desktop) });
  });

  it('begins at the page that is to be looked at, also where it was left at another one', () => {
    const at = withEdit(NOTHING_REMEMBERED, { ...ONE, page: 'redirect-uris' }, NOW);
    assert.equal(at.step, 'redirect-uris');
    assert.deepEqual(at.draft, { edits: toEdit(desktop) });
    const left = { ...answered(at, 'Changed'), step: 'scopes' as const };
    const { step, draft } = withEdit(left, { ...ONE, page: 'roles' }, NOW);
    assert.deepEqual([step, draft.name], ['roles', 'Changed']);
  });

  it('takes nothing of a new client, which is offered again', () => {
    const creating = answered({ ...NOTHING_REMEMBERED, procedure: 'general' }, 'New one');
    const memory = withEdit(creating, ONE, NOW);
    assert.equal(memory.draft.name, undefined);
    assert.deepEqual(
      memory.formerDrafts.map(({ procedure, draft }) => [procedure, draft.name]),
      [['general', 'New one']],
    );
    const back = remember(
      answered(memory, 'Changed'),
      { type: 'take-up-draft', id: memory.formerDrafts[0]?.id ?? -1 },
      NOW,
    );
    assert.deepEqual([back.procedure, back.draft.name, back.draft.edits], ['general', 'New one', undefined]);
    assert.equal(back.formerDrafts[0]?.draft.edits?.record.id, desktop.id);
  });

  it('goes on with what was answered of the same client, on what it is now', () => {
    const memory = answered(withEdit(NOTHING_REMEMBERED, ONE, NOW), 'Changed');
    const record = { ...ONE.record, description: 'Of somebody else' };
    const again = withEdit({ ...memory, step: 'scopes' }, { ...ONE, record }, NOW);
    assert.equal(again.draft.name, 'Changed');
    assert.equal(again.step, 'scopes');
    assert.deepEqual(again.draft.edits?.record, record);
    assert.ok(again.revision > memory.revision);
  });

  it('is another one for another client, and comes back for the first one', () => {
    const first = answered(withEdit(NOTHING_REMEMBERED, ONE, NOW), 'Changed');
    const second = withEdit(first, OTHER, NOW);
    assert.equal(second.draft.name, undefined);
    const back = withEdit(answered(second, 'Changed, too'), ONE, NOW);
    assert.deepEqual([back.draft.name, back.draft.edits?.record.id], ['Changed', desktop.id]);
    assert.deepEqual(
      back.formerDrafts.map(({ draft }) => draft.name),
      ['Changed, too'],
    );
  });

  it('is another one for the same ID in another org', () => {
    const first = answered(withEdit(NOTHING_REMEMBERED, ONE, NOW), 'Changed');
    for (const place of [{ region: 'mypurecloud.ie' }, { orgId: 'org-2' }, { practice: false }])
      assert.equal(withEdit(first, { ...ONE, ...place }, NOW).draft.name, undefined, JSON.stringify(place));
  });

  it('is there after a reload, as the change of that client', () => {
    const memory = reloaded(answered(withEdit(NOTHING_REMEMBERED, ONE, NOW), 'Changed'));
    assert.deepEqual(
      [memory.procedure, memory.draft.name, memory.draft.edits],
      ['edit', 'Changed', toEdit(desktop)],
    );
  });

  it('begins anew after it was saved', () => {
    const saved = { ...answered(withEdit(NOTHING_REMEMBERED, ONE, NOW), 'Changed'), becameClient: true };
    assert.equal(withEdit(saved, ONE, NOW).draft.name, undefined);
  });

  it('is nothing without its client, which was stored in a way that nobody can read', () => {
    const memory = answered(withEdit(NOTHING_REMEMBERED, ONE, NOW), 'Changed');
    const stored = { ...memory, draft: { ...memory.draft, edits: { record: 'broken' } } };
    const read = readMemory(JSON.parse(JSON.stringify({ ...stored, formerDrafts: [{ ...stored, id: 3 }] })));
    assert.deepEqual([read.procedure, read.formerDrafts.length], [undefined, 0]);
  });

  it('keeps its answers where the client has become other', () => {
    const record = { ...ONE.record, name: 'Of somebody else', description: 'Of somebody else' };
    const { draft, step } = withRecord(answered(withEdit(NOTHING_REMEMBERED, ONE, NOW), 'Changed'), record);
    assert.deepEqual([draft.name, draft.edits?.record, step], ['Changed', record, 'review']);
  });

  it('drops a secret that was stored in it, however it came there', () => {
    const memory = withEdit(NOTHING_REMEMBERED, { ...ONE, record: { ...ONE.record, secret: 'S3CRET' } }, NOW);
    assert.ok(!JSON.stringify(reloaded(memory)).includes('S3CRET'));
  });
});

describe('The draft of a duplicate', () => {
  it('begins with the answers of a new client, and sets aside what was being done', () => {
    const editing = answered(withEdit(NOTHING_REMEMBERED, ONE, NOW), 'Changed');
    const draft = { name: 'Agent desktop copy', scopes: ['users'] };
    const memory = beginWith(editing, { account: 'other/org', procedure: 'general', draft }, NOW);
    const { procedure, step, account } = memory;
    assert.deepEqual([procedure, step, account], ['general', 'details', 'other/org']);
    assert.deepEqual(memory.draft, draft);
    assert.deepEqual(
      memory.formerDrafts.map((former) => [former.procedure, former.draft.name]),
      [['edit', 'Changed']],
    );
    assert.ok(isUnfinished(memory), 'it is offered again when it is left');
  });
});
