import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { PublishedProcedure } from '../../src/core/procedures/draft.ts';
import { openWizard } from './harness.ts';
import { service, site } from './proceduresViews.ts';

describe('What is the client for?', () => {
  const cards: [procedure: PublishedProcedure, card: RegExp, purpose: RegExp][] = [
    ['general', /^Client for an application/, /a service, a scheduled job, a web site or a desktop app/],
    ['embeddable', /^Embeddable Framework client/, /private one whose framework\.js calls getAuthToken/],
    ['scim', /^SCIM client/, /identity provider, such as Microsoft Entra ID or Okta/],
  ];
  for (const [procedure, name, purpose] of cards) {
    it(`offers the procedure ${procedure}, says what it is for, and begins with Connect`, async () => {
      const { page, host, settle } = await openWizard({ memory: { procedure: undefined } });
      assert.equal(await page.locator('.card').count(), cards.length);
      const card = page.getByRole('button', { name });
      assert.match(await card.innerText(), purpose);
      await card.click();
      await page.getByRole('heading', { name: 'Connect', level: 2 }).waitFor();
      await settle();
      assert.equal(host.state.memory.procedure, procedure);
    });
  }
});

describe('Whoever chose the wrong card', () => {
  it('goes back to the first question, and finds the answers there again', async () => {
    const { page, host, settle } = await openWizard({ memory: { draft: { name: 'Help line' } } });
    await page.getByRole('heading', { name: 'Connect', level: 2 }).waitFor();
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('heading', { name: 'What is the client for?' }).waitFor();
    await settle();
    assert.equal(host.state.memory.procedure, undefined);
    assert.deepEqual(
      host.state.memory.formerDrafts.map(({ draft }) => draft.name),
      ['Help line'],
    );
  });
});

describe('A draft of another procedure', () => {
  it('leads from a page that this procedure lacks to its first one', async () => {
    const { page } = await openWizard({ memory: { procedure: 'embeddable', step: 'roles', draft: service } });
    await page.getByRole('heading', { name: 'Connect', level: 2 }).waitFor();
  });

  it('leads from a page that another grant type has left without a purpose to the first one', async () => {
    const { page } = await openWizard({ memory: { procedure: 'general', step: 'roles', draft: site } });
    await page.getByRole('heading', { name: 'Connect', level: 2 }).waitFor();
    assert.equal(await page.getByRole('button', { name: /Roles/ }).count(), 0);
    assert.equal(await page.getByRole('button', { name: /Scopes/ }).count(), 1);
  });

  it('chooses nothing among the grant types that this procedure does not offer', async () => {
    const { page } = await openWizard({
      memory: { procedure: 'embeddable', step: 'grant-type', draft: service },
    });
    assert.equal(await page.getByRole('radio').count(), 2);
    assert.equal(await page.getByRole('radio', { checked: true }).count(), 0);
  });
});
