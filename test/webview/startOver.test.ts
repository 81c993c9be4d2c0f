import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { FormerDraft } from '../../src/core/wizard/state.ts';
import { openWizard } from './harness.ts';

const HOUR = 3_600_000;

/** A draft that was left this many hours ago. */
function left(id: number, name: string | undefined, hours: number): FormerDraft {
  const changedAt = new Date(Date.now() - hours * HOUR).toISOString();
  const draft = { ...(name !== undefined && { name }), duration: '3600' };
  return { id, procedure: 'scim', step: 'details', draft, attempted: ['connect'], changedAt };
}

describe('Start over', () => {
  it('leads to the first question, which offers what was typed so far', async () => {
    const { page, host, settle } = await openWizard({ memory: { step: 'details', draft: { name: 'Mine' } } });
    host.world.now = new Date();
    await page.getByRole('button', { name: 'Start over' }).click();
    await page.getByRole('heading', { name: 'What is the client for?' }).waitFor();
    await settle();
    assert.deepEqual(host.state.memory.draft, {});
    await page.getByText('Embeddable Framework client · changed just now').waitFor();
    await page.getByRole('button', { name: 'Go on with "Mine"' }).click();
    await page.getByRole('heading', { name: 'Client details', level: 2 }).waitFor();
    assert.equal(await page.getByRole('textbox', { name: 'App Name' }).inputValue(), 'Mine');
    await settle();
    assert.equal(host.state.memory.draft.name, 'Mine');
    assert.deepEqual(host.state.memory.formerDrafts, []);
  });

  it('is not offered where there is nothing to leave', async () => {
    const { page } = await openWizard();
    assert.equal(await page.getByRole('button', { name: 'Start over' }).count(), 0);
  });
});

describe('Former drafts', () => {
  const memory = {
    procedure: undefined,
    formerDrafts: [left(1, 'My CRM', 2), left(2, ' ', 26), left(3, 'Entra', 80), left(4, 'Okta', 400)],
  };

  it('says what each is for and how old it is, the latest first, and more than three only when asked', async () => {
    const { page } = await openWizard({ memory });
    const rows = page.getByRole('list', { name: 'Not finished yet' }).getByRole('listitem');
    assert.equal(await rows.count(), 3);
    assert.match(await rows.nth(0).innerText(), /Go on with "My CRM"\s+SCIM client · changed 2 hours ago/);
    assert.match(
      await rows.nth(1).innerText(),
      /Go on with the unnamed draft\s+SCIM client · changed yesterday/,
    );
    await page.getByRole('button', { name: 'Show all 4' }).click();
    assert.match(await rows.nth(3).innerText(), /Go on with "Okta"/);
  });

  it('discards one only when asked twice', async () => {
    const { page, host, settle } = await openWizard({ memory });
    const row = page.getByRole('listitem').filter({ hasText: 'My CRM' });
    await row.getByRole('button', { name: 'Discard' }).click();
    await row.getByRole('button', { name: 'Keep' }).click();
    await settle();
    assert.equal(host.state.memory.formerDrafts.length, 4);
    await row.getByRole('button', { name: 'Discard' }).click();
    await row
      .getByRole('group', { name: 'Discard for good?' })
      .getByRole('button', { name: 'Discard' })
      .click();
    await settle();
    assert.deepEqual(
      host.state.memory.formerDrafts.map(({ id }) => id),
      [2, 3, 4],
    );
  });

  it('are gone once they became a client', async () => {
    const { page, host, settle } = await openWizard({ memory: { step: 'review', draft: { name: 'Mine' } } });
    await page.locator('#save').click();
    await page.getByRole('button', { name: 'Create another client' }).click();
    await page.getByRole('heading', { name: 'What is the client for?' }).waitFor();
    await settle();
    assert.deepEqual(host.state.memory.formerDrafts, []);
    assert.equal(await page.getByText('Not finished yet').count(), 0);
  });
});
