import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Effects } from '../../src/core/operations/effects.ts';
import type { Draft } from '../../src/core/procedures/draft.ts';
import { NEW_ID } from '../wizard/effects.ts';
import { anOrg } from '../wizard/samples.ts';
import { editViews } from './editViews.ts';
import { openWizard } from './harness.ts';
import { directory, service, site } from './proceduresViews.ts';
import { save } from './save.ts';
import { views } from './views.ts';

describe('A client that was read back', () => {
  it('S4: warns first of all when Genesys Cloud shortened the duration, and says what to do', async () => {
    const shortened: Partial<Effects> = {
      readClient: async () => ({
        ok: true,
        value: {
          id: NEW_ID,
          name: 'Entra ID',
          authorizedGrantType: 'CLIENT-CREDENTIALS',
          accessTokenValiditySeconds: 86_400,
          roleDivisions: [],
        },
      }),
    };
    const { page, sent, settle } = await save('scim', directory, shortened, anOrg({ practice: false }));
    const warning = page.locator('[data-live=alert]');
    await warning
      .getByText('Its tokens last 86,400 seconds (1 day), not 38,880,000 seconds (450 days).')
      .waitFor();
    await warning.getByText('See to the roles of the client on its admin page').waitFor();
    await warning.getByText('Not as asked: Roles.').waitFor();
    await page.locator('.facts .bad').getByText('It is not what you asked for').waitFor();
    await warning.getByRole('button', { name: 'Open the admin page' }).click();
    await settle();
    assert.equal(sent('open-admin-page').length, 1);
  });

  it('says in the practice org where a real one has its admin page, and leads to none', async () => {
    const { page } = await save('scim', directory, {
      readClient: async () => ({ ok: true, value: { id: NEW_ID, name: 'Entra ID', roleDivisions: [] } }),
    });
    await page.locator('[data-live=alert]').getByText('The practice org has no admin page').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Open the admin page' }).count(), 0);
    await page.getByRole('heading', { name: 'Give this to' }).waitFor();
  });

  it('says quietly that it could not be compared', async () => {
    const { page } = await save('general', service, {
      readClient: async () => ({ ok: false, error: { kind: 'forbidden', answer: { status: 403 } } }),
    });
    await page.locator('.facts').getByText('so it was not compared').waitFor();
    assert.equal(await page.locator('[data-live=alert]').count(), 0);
  });

  it('says that it is what was asked for', async () => {
    const { page } = await save('general', service);
    await page.locator('.facts .good').getByText('It is what you asked for').waitFor();
    assert.equal(await page.locator('[data-live=alert]').count(), 0);
  });
});

describe('The client that was saved', () => {
  it('has its page opened, and is deleted again, from the result, by keyboard', async () => {
    const { page, sent, settle, host } = await save('general', service);
    await page.getByRole('button', { name: "Open the client's page" }).focus();
    await page.keyboard.press('Enter');
    await settle();
    assert.equal(sent('open-client').length, 1);
    assert.deepEqual(host.world.opened, [`client ${NEW_ID} in ${host.world.org.id}`]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await settle();
    assert.equal(sent('delete-client').length, 1);
    await page.getByRole('heading', { name: 'The client is deleted' }).waitFor();
    await page.getByText('is deleted.').waitFor();
    await page.getByRole('button', { name: 'Back to the answers' }).click();
    await page.locator('#save').waitFor();
  });

  it('says until when the org keeps it, where it is not gone at once', async () => {
    const { page, settle, host } = await save('general', service);
    const record = { id: NEW_ID, name: 'Wallboard', state: 'inactive' };
    host.world.removal = { kind: 'waiting', record, until: '2026-12-01T00:00:00Z' };
    await page.getByRole('button', { name: 'Delete…' }).click();
    await settle();
    await page.getByRole('heading', { name: 'The client is being deleted' }).waitFor();
    await page.getByText('"Wallboard" is inactive, and will be deleted on December 1, 2026.').waitFor();
  });

  it('stays where the person calls it off', async () => {
    const { page, settle, host } = await save('general', service);
    host.world.removal = { kind: 'not-deleted', error: { kind: 'cancelled' }, left: 'as-it-was' };
    await page.getByRole('button', { name: 'Delete…' }).click();
    await settle();
    assert.equal(await page.locator('#client-id').innerText(), NEW_ID);
  });

  it('is not deleted from there where it was there before, and has no page where nobody knows its org', async () => {
    const { page } = await openWizard(editViews['edit-finished']);
    await page.getByRole('button', { name: "Open the client's page" }).waitFor();
    assert.equal(await page.getByRole('button', { name: 'Delete…' }).count(), 0);
    const byHand = await openWizard(views['finished-without-signing-in']);
    assert.equal(await byHand.page.getByRole('button', { name: "Open the client's page" }).count(), 0);
  });
});

describe('What an application does next', () => {
  const nexts: [rule: string, draft: Draft, said: RegExp][] = [
    ['G7', service, /gets its tokens at https:\/\/login\.mypurecloud\.jp\/oauth\/token with ID and secret/],
    ['G8', site, /sends people to https:\/\/login\.mypurecloud\.jp\/oauth\/authorize to log in/],
    ['G9', { ...site, grantType: 'TOKEN' }, /Plan the move to Code Authorization/],
    ['G10', { ...site, grantType: 'SAML2-BEARER' }, /sends the SAML2 assertion/],
  ];
  for (const [rule, draft, said] of nexts) {
    it(`${rule}, G16: says so after ${draft.grantType ?? 'CODE'}, with ID and secret to copy and no word of framework.js`, async () => {
      const { page } = await save('general', draft);
      const section = await page.locator('section').innerText();
      assert.match(section, said);
      assert.equal(await page.locator('#client-id').innerText(), NEW_ID);
      await page.locator('#copy-client-secret').waitFor();
      assert.doesNotMatch(section, /framework|clientIds/i);
    });
  }
});
