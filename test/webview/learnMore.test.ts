import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { PublishedProcedure } from '../../src/core/procedures/draft.ts';
import { stepsOf } from '../../src/core/procedures/index.ts';
import { contextOf } from '../wizard/context.ts';
import { openWizard } from './harness.ts';
import { directory, service, site } from './proceduresViews.ts';

const REGION = 'mypurecloud.jp';
const drafts = { general: [service, site], embeddable: [{ name: 'CRM' }], scim: [directory] };

describe('Learn more', () => {
  const context = contextOf({ adminPageRegion: REGION, files: [] });
  for (const procedure of PublishedProcedure.options) {
    for (const draft of drafts[procedure]) {
      for (const { id } of stepsOf(procedure, draft, context)) {
        it(`${procedure}, ${draft.name}, ${id}: says what the question means, and leads to Genesys's words`, async () => {
          const { page, sent, settle } = await openWizard({
            memory: { procedure, step: id, draft },
            adminPageRegion: REGION,
          });
          const lead = page.locator('.lead');
          assert.match(await lead.innerText(), /\w.*[.] Learn more$/);
          await lead.getByRole('button', { name: 'Learn more' }).click();
          await settle();
          assert.equal(sent('open-topic').length, 1);
        });
      }
    }
  }

  for (const [provider, name] of Object.entries({ entra: 'Microsoft Entra ID', okta: 'Okta' } as const)) {
    it(`S6: leads to Genesys's guide for ${name}`, async () => {
      const { page, sent, settle, host } = await openWizard({
        memory: { procedure: 'scim', step: 'identity-provider' },
        files: [],
      });
      assert.equal(await page.getByRole('button', { name: /is set up/ }).count(), 0);
      await page.getByRole('radio', { name }).check();
      await page.getByRole('button', { name: `Read how ${name} is set up` }).click();
      await settle();
      assert.deepEqual(
        sent('open-topic').map(({ topic }) => topic),
        [`scim-${provider}`],
      );
      assert.equal(host.state.memory.draft.provider, provider);
    });
  }

  it('S6: offers no guide for a provider that Genesys has none for', async () => {
    const { page } = await openWizard({
      memory: { procedure: 'scim', step: 'identity-provider' },
      files: [],
    });
    await page.getByRole('radio', { name: 'ServiceNow' }).check();
    assert.equal(await page.getByRole('button', { name: /is set up/ }).count(), 0);
  });
});
