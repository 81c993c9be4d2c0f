import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isUnfinished, lasting } from '../../../src/core/wizard/drafts.ts';
import type { DraftAction } from '../../../src/core/wizard/messages.ts';
import { readMemory } from '../../../src/core/wizard/recalled.ts';
import { remember } from '../../../src/core/wizard/remember.ts';
import { type Memory, NOTHING_REMEMBERED } from '../../../src/core/wizard/state.ts';

const AT = '2026-11-22T09:00:00.000Z';
const LATER = '2026-11-22T11:00:00.000Z';

describe('Drafts that were not finished', () => {
  it('keeps a half-filled draft when one starts over, with where it was left and when it was changed', () => {
    const left = having(half('My CRM'), LATER, { type: 'go', step: 'scopes' }, { type: 'start-over' });
    assert.deepEqual(left.draft, {});
    assert.equal(left.procedure, undefined);
    const [former] = left.formerDrafts;
    assert.equal(former?.procedure, 'embeddable');
    assert.equal(former?.step, 'scopes');
    assert.equal(former?.changedAt, AT);
    assert.deepEqual(former?.draft, { name: 'My CRM' });
  });

  it('keeps nothing when nothing was answered', () => {
    const chosen = having(NOTHING_REMEMBERED, AT, { type: 'choose-procedure', procedure: 'scim' });
    assert.deepEqual(having(chosen, AT, { type: 'start-over' }).formerDrafts, []);
  });

  it('keeps nothing of answers that became a client', () => {
    const made = { ...half('My CRM'), becameClient: true };
    assert.deepEqual(having(made, AT, { type: 'start-over' }).formerDrafts, []);
    assert.equal(isUnfinished(having(made, AT, answer('Another', 9))), true);
  });

  it('keeps a draft when another procedure is chosen, which begins with nothing of it', () => {
    const other = having(half('My CRM'), LATER, { type: 'choose-procedure', procedure: 'scim' });
    assert.equal(other.procedure, 'scim');
    assert.deepEqual(other.draft, {});
    assert.deepEqual(names(other), ['My CRM']);
  });

  it('keeps every answer when the same procedure is chosen again', () => {
    const same = having(half('My CRM'), LATER, { type: 'choose-procedure', procedure: 'embeddable' });
    assert.deepEqual(same.draft, { name: 'My CRM' });
    assert.deepEqual(same.formerDrafts, []);
  });

  it('goes on where a draft was left, and offers the present one instead', () => {
    const left = having(half('My CRM'), AT, { type: 'go', step: 'scopes' }, { type: 'start-over' });
    const second = having(left, LATER, { type: 'choose-procedure', procedure: 'scim' }, answer('Entra', 20));
    const [former] = second.formerDrafts;
    assert.ok(former);
    const back = having(second, LATER, { type: 'take-up-draft', id: former.id });
    assert.equal(back.procedure, 'embeddable');
    assert.equal(back.step, 'scopes');
    assert.deepEqual(back.draft, { name: 'My CRM' });
    assert.deepEqual(names(back), ['Entra']);
    assert.ok(back.revision > second.revision);
  });

  it('goes on for the account that the draft was for, or for the one of now when it was for none', () => {
    const ours = { ...half('My CRM'), account: 'ours', adminPageRegion: 'mypurecloud.jp' };
    const left = { ...having(ours, AT, { type: 'start-over' }), account: 'theirs' };
    assert.equal(left.adminPageRegion, undefined);
    const back = takeUpFirst(left);
    assert.equal(back.account, 'ours');
    assert.equal(back.adminPageRegion, 'mypurecloud.jp');
    const unconnected = { ...having(half('Second'), AT, { type: 'start-over' }), account: 'theirs' };
    assert.equal(takeUpFirst(unconnected).account, 'theirs');
  });

  it('discards the one that was meant, and no other', () => {
    const two = having(having(half('First'), AT, { type: 'start-over' }), AT, ...begun('Second', 30));
    const left = having(two, AT, { type: 'start-over' });
    assert.deepEqual(names(left), ['Second', 'First']);
    const [second] = left.formerDrafts;
    assert.ok(second);
    assert.deepEqual(names(having(left, AT, { type: 'discard-draft', id: second.id })), ['First']);
  });

  it('changes nothing for a draft that is not there any more', () => {
    const memory = half('My CRM');
    const { revision: _, ...tried } = having(memory, AT, { type: 'take-up-draft', id: 999 });
    const { revision: __, ...before } = memory;
    assert.deepEqual(tried, before);
  });

  it('keeps the latest ten, each under a name of its own', () => {
    let memory: Memory = NOTHING_REMEMBERED;
    for (let count = 1; count <= 12; count += 1) {
      memory = having(memory, AT, ...begun(`Draft ${count}`, memory.revision + 1), { type: 'start-over' });
    }
    assert.equal(memory.formerDrafts.length, 10);
    assert.deepEqual(names(memory).slice(0, 2), ['Draft 12', 'Draft 11']);
    assert.equal(new Set(memory.formerDrafts.map(({ id }) => id)).size, 10);
  });

  it('loses none of ten when one of them is taken up and another draft is set aside for it', () => {
    let memory: Memory = NOTHING_REMEMBERED;
    for (let count = 1; count <= 10; count += 1) {
      memory = having(memory, AT, ...begun(`Draft ${count}`, memory.revision + 1), { type: 'start-over' });
    }
    const eleventh = having(memory, AT, ...begun('Draft 11', memory.revision + 1));
    assert.deepEqual(names(takeUpFirst(eleventh)), [
      'Draft 11',
      ...[9, 8, 7, 6, 5, 4, 3, 2, 1].map((count) => `Draft ${count}`),
    ]);
  });

  it('loses nothing else when the record of former drafts cannot be read', () => {
    const read = readMemory({ ...half('My CRM'), formerDrafts: [{ id: 'not a number' }] });
    assert.deepEqual(read.draft, { name: 'My CRM' });
    assert.deepEqual(read.formerDrafts, []);
  });
});

describe('What is written to the disk', () => {
  const SECRET = 'dGhpcy1pcy1ub3QtYS1zZWNyZXQtYnV0LWxvbmctZW5vdWdo';

  it('holds no draft any more that became a client, but the others', () => {
    const left = having(having(half('First'), AT, { type: 'start-over' }), AT, ...begun('Second', 30));
    const written = lasting({ ...left, becameClient: true });
    assert.deepEqual(written.draft, {});
    assert.equal(written.procedure, undefined);
    assert.deepEqual(names(written), ['First']);
  });

  it('never holds a secret that was pasted in the place of the Client ID', () => {
    const pasted = { ...half('My CRM'), draft: { name: 'My CRM', clientId: ` ${SECRET} ` } };
    assert.equal(JSON.stringify(lasting(pasted)).includes(SECRET), false);
    assert.equal(JSON.stringify(lasting(having(pasted, AT, { type: 'start-over' }))).includes(SECRET), false);
    const typing = { ...half('My CRM'), draft: { clientId: '5f0c3c1e-8a44-4d5c-9b0e-2f6f0a7d9e31' } };
    assert.deepEqual(lasting(typing), typing);
  });
});

function having(memory: Memory, now: string, ...messages: DraftAction[]): Memory {
  return messages.reduce((before, message) => remember(before, message, now), memory);
}

function answer(name: string, revision: number): DraftAction {
  return { type: 'answer', revision, change: { name } };
}

function begun(name: string, revision: number): DraftAction[] {
  return [{ type: 'choose-procedure', procedure: 'embeddable' }, answer(name, revision)];
}

function half(name: string): Memory {
  return having(NOTHING_REMEMBERED, AT, ...begun(name, 2));
}

function takeUpFirst(memory: Memory): Memory {
  const [former] = memory.formerDrafts;
  assert.ok(former);
  return having(memory, LATER, { type: 'take-up-draft', id: former.id });
}

function names(memory: Memory): (string | undefined)[] {
  return memory.formerDrafts.map(({ draft }) => draft.name);
}
