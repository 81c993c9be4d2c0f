import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { DraftAction } from '../../../src/core/wizard/messages.ts';
import { remember as rememberAt } from '../../../src/core/wizard/remember.ts';
import { type Memory, NOTHING_REMEMBERED } from '../../../src/core/wizard/state.ts';

const NOW = '2026-11-22T09:00:00.000Z';

function remember(memory: Memory, message: DraftAction): Memory {
  return rememberAt(memory, message, NOW);
}

describe('What the wizard remembers', () => {
  const chosen = remember(NOTHING_REMEMBERED, { type: 'choose-procedure', procedure: 'embeddable' });

  it('starts a procedure at its first page', () => {
    assert.equal(chosen.procedure, 'embeddable');
    assert.equal(chosen.step, 'connect');
  });

  it('adds each answer to those before', () => {
    const named = remember(chosen, { type: 'answer', revision: 1, change: { name: 'CRM' } });
    const timed = remember(named, { type: 'answer', revision: 2, change: { duration: '300' } });
    assert.deepEqual(timed.draft, { name: 'CRM', duration: '300' });
    assert.equal(timed.revision, 2);
  });

  it('shows the errors of a page from when the person tried to leave it', () => {
    const left = remember(chosen, { type: 'go', step: 'details' });
    const tried = remember(left, { type: 'attempt', step: 'details' });
    assert.deepEqual(left.attempted, ['connect']);
    assert.deepEqual(remember(tried, { type: 'attempt', step: 'details' }).attempted, ['connect', 'details']);
  });

  it('keeps for another region every answer that is not of this one, and asks where to connect', () => {
    const page = 'https://apps.mypurecloud.jp/crm/index.html';
    const done: Memory = {
      ...chosen,
      step: 'review',
      account: 'mypurecloud.jp/org-1',
      becameClient: true,
      attempted: ['details'],
      draft: {
        name: 'CRM',
        duration: '300',
        moreRegions: ['mypurecloud.de'],
        mayReplace: [{ uri: 'file:///crm/framework.js', region: 'mypurecloud.jp', clientId: 'client-1' }],
        redirectUris: `${page}\nhttps://crm.test/login`,
      },
    };
    const next = remember(done, { type: 'another-region' });
    assert.deepEqual(next.draft, { name: 'CRM', duration: '300', redirectUris: 'https://crm.test/login' });
    assert.deepEqual([next.step, next.attempted, next.account], ['connect', [], undefined]);
    assert.equal(next.procedure, 'embeddable');
    const preset = remember(
      { ...done, draft: { name: 'CRM', redirectUris: page } },
      { type: 'another-region' },
    );
    assert.deepEqual(preset.draft, { name: 'CRM' }, 'what the region presets follows the next one');
  });

  it('keeps for another region that a partner deploys, also where that was seen at the client', () => {
    const page = 'https://apps.mypurecloud.jp/crm/acmecti/index.html';
    const drafts: Memory['draft'][] = [
      { name: 'CRM', deployment: 'partner', partnerPage: 'acmecti' },
      { name: 'CRM', redirectUris: page },
      {
        name: 'CRM',
        redirectUris: `${page}\n${page.replace('.jp', '.de')}\nhttps://apps.mypurecloud.jp/crm/index.html`,
      },
      { name: 'CRM', adopts: 'client-1' },
    ];
    for (const draft of drafts) {
      const next = remember({ ...chosen, draft }, { type: 'another-region', partnerPage: page });
      assert.deepEqual(next.draft, { name: 'CRM', deployment: 'partner', partnerPage: page });
    }
    const others = `${page.replace('acmecti', 'other')}\nhttps://crm.test/cb`;
    const kept = remember(
      { ...chosen, draft: { redirectUris: others } },
      { type: 'another-region', partnerPage: 'acmecti' },
    );
    assert.equal(kept.draft.redirectUris, others);
  });

  it('starts over with nothing, but goes on counting, so that a late echo changes nothing', () => {
    const gone = remember({ ...chosen, revision: 7 }, { type: 'start-over' });
    assert.deepEqual(gone, { ...NOTHING_REMEMBERED, revision: 8 });
  });

  it('counts going somewhere, too, so that a late echo never leads back', () => {
    const left = remember(chosen, { type: 'go', step: 'details' });
    const tried = remember(left, { type: 'attempt', step: 'details' });
    assert.ok(left.revision > chosen.revision && tried.revision > left.revision);
  });
});
