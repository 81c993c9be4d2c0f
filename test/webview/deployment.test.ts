import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Draft } from '../../src/core/procedures/draft.ts';
import { aFile, anOrg } from '../wizard/samples.ts';
import { type OpenWizard, openWizard, type WizardOptions } from './harness.ts';
import { scrollsSideways } from './probes.ts';

const INDEX = 'https://apps.mypurecloud.jp/crm/index.html';
const PARTNER = 'https://apps.mypurecloud.jp/crm/acmecti/index.html';

describe('Deployment', () => {
  it('E1: says what a private and a public deployment are', async () => {
    const wizard = await openUris({});
    await wizard.page
      .locator('.choice', { hasText: 'Private deployment' })
      .getByText(/You upload/)
      .waitFor();
    await wizard.page
      .locator('.choice', { hasText: 'Public deployment' })
      .getByText(/Genesys hosts/)
      .waitFor();
  });

  it('E1: is that which needs the client by what the file says, and says so', async () => {
    const silent = await openUris({}, { files: [aFile()] });
    assert.equal(await option(silent, 'Public deployment').isChecked(), true);
    await silent.page
      .getByText('only if framework.js calls getAuthToken; src/framework.js does not.')
      .waitFor();
    const calling = await openUris({}, { files: [aFile({ script: 'User.getAuthToken(start);' })] });
    assert.equal(await option(calling, 'Private deployment').isChecked(), true);
    await calling.page.getByText(/needs this client: src\/framework\.js:\d+ calls getAuthToken/).waitFor();
    const several = [aFile(), aFile({ path: 'b/framework.js' })];
    const unsettled = await openUris({}, { files: several });
    await unsettled.page.getByText('It needs this client only if framework.js calls getAuthToken.').waitFor();
  });

  it('E4: goes by keyboard to the page of a partner, whose address follows each letter of its name', async () => {
    const wizard = await openUris({});
    const { page } = wizard;
    assert.equal(await nameField(wizard).count(), 0);
    await option(wizard, 'Public deployment').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.type('acmecti');
    await wizard.settle();
    assert.equal(await uriField(wizard).inputValue(), PARTNER);
    await page.getByText(`Agents log in at ${PARTNER}.`).waitFor();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('ArrowUp');
    await wizard.settle();
    assert.equal(await uriField(wizard).inputValue(), INDEX);
    await page.keyboard.press('ArrowDown');
    await wizard.settle();
    assert.equal(await nameField(wizard).inputValue(), 'acmecti', 'the name is not lost on the way');
    const { deployment, partnerPage, redirectUris } = wizard.host.state.memory.draft;
    assert.deepEqual([deployment, partnerPage, redirectUris], ['partner', 'acmecti', undefined]);
  });

  it('E4: reads the name in an address that is pasted, and writes the name once the field is left', async () => {
    const wizard = await openUris({ deployment: 'partner' });
    await nameField(wizard).fill(`${PARTNER}?lang=ja`);
    await wizard.settle();
    assert.equal(await uriField(wizard).inputValue(), PARTNER);
    await nameField(wizard).press('Tab');
    await wizard.settle();
    assert.equal(await nameField(wizard).inputValue(), 'acmecti');
    assert.equal(await wizard.page.locator('.finding').count(), 0);
  });

  const languages = [
    ['en', 'Next', 'Name of the page', 'Enter the name of the page', 'This is no name of a page'],
    ['ja', '次へ', 'ページ名', 'ページ名を入力してください', 'ページ名として読み取れません'],
  ] as const;
  for (const [language, next, label, missing, unclear] of languages)
    it(`E4: lets nobody go on without a name, and leads to its field, in ${language}, also where it is narrow`, async () => {
      const wizard = await openUris({ deployment: 'partner' }, { language });
      const { page, settle } = wizard;
      await page.setViewportSize({ width: 320, height: 760 });
      await page.getByRole('button', { name: next }).click();
      await page.locator('#findings-partnerPage').getByText(missing).waitFor();
      assert.equal(await page.locator('.finding.error').count(), 1, 'what follows from it is not said');
      await settle();
      await page.keyboard.type('acme cti');
      await settle();
      const field = page.getByRole('textbox', { name: label });
      assert.equal(await field.inputValue(), 'acme cti');
      assert.equal(await field.getAttribute('aria-invalid'), 'true');
      await page.locator('#findings-partnerPage').getByText(unclear).waitFor();
      assert.equal(await page.evaluate(scrollsSideways), false);
      assert.equal(wizard.host.state.memory.step, 'redirect-uris');
    });

  it('E4: leaves what was typed as it is, and offers the page to add', async () => {
    const own = `${INDEX}\n\n https://crm.example.com/`;
    const wizard = await openUris({ redirectUris: own, partnerPage: 'acmecti' });
    await option(wizard, 'Page of a partner or a product').check();
    await wizard.settle();
    assert.equal(await uriField(wizard).inputValue(), own);
    await wizard.page.getByText(`The page of acmecti is ${PARTNER}.`).waitFor();
    await wizard.page.getByRole('button', { name: 'Add this URI' }).click();
    await wizard.settle();
    assert.equal(await uriField(wizard).inputValue(), `${INDEX}\nhttps://crm.example.com/\n${PARTNER}`);
  });

  it('E4: presets no page for the login window of a partner, and says why', async () => {
    const wizard = await openUris({ deployment: 'partner', partnerPage: 'acmecti' });
    await wizard.tick(/dedicatedLoginWindow/);
    await wizard.page.getByText('Which one is not documented for such a page').waitFor();
    assert.equal(await uriField(wizard).inputValue(), PARTNER);
  });

  it('G11: a region that is ticked brings the partner’s page there', async () => {
    const wizard = await openUris({ deployment: 'partner', partnerPage: 'acmecti' });
    await wizard.page.locator('summary').click();
    await wizard.tick(/^mypurecloud\.de/);
    assert.equal(await uriField(wizard).inputValue(), `${PARTNER}\n${PARTNER.replace('.jp', '.de')}`);
  });

  it('is seen in a client that is copied, and in one that is used as it is', async () => {
    const client = {
      id: 'acme',
      name: 'Acme CTI',
      authorizedGrantType: 'CODE',
      registeredRedirectUri: [PARTNER],
    };
    const org = anOrg({ clients: { kind: 'known', value: [client] } });
    const copying = await openWizard({ memory: { step: 'details' }, org, press: '#start-from-copy' });
    await copying.page.getByRole('button', { name: /^Acme CTI/ }).click();
    await copying.page.getByRole('textbox', { name: 'App Name' }).press('Enter');
    await copying.page.getByRole('button', { name: 'Next' }).click();
    await copying.settle();
    assert.equal(await nameField(copying).inputValue(), 'acmecti');
    assert.equal(await uriField(copying).inputValue(), PARTNER);

    const using = await openWizard({ memory: { step: 'details', draft: { adopts: 'acme' } }, org });
    assert.equal(await nameField(using).inputValue(), 'acmecti');
    assert.equal(await using.page.locator('.finding').count(), 0);
    await option(using, 'Public deployment').check();
    await using.page.getByText(`unless your deployment uses ${PARTNER} in its place`).waitFor();
    await option(using, 'Page of a partner or a product').check();
    await nameField(using).fill('');
    await nameField(using).press('Tab');
    assert.equal(await using.page.locator('.finding.warning').count(), 1);
  });
});

function openUris(draft: Draft, options: WizardOptions = {}): Promise<OpenWizard> {
  return openWizard({
    memory: { step: 'redirect-uris', draft: { name: 'Help line', ...draft } },
    ...options,
  });
}

function option({ page }: OpenWizard, name: string) {
  return page.getByRole('group', { name: 'Deployment' }).getByRole('radio', { name: new RegExp(`^${name}`) });
}

function nameField({ page }: OpenWizard) {
  return page.getByRole('textbox', { name: 'Name of the page' });
}

function uriField({ page }: OpenWizard) {
  return page.getByRole('textbox', { name: 'Authorized Redirect URIs' });
}
