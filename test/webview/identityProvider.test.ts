import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Draft } from '../../src/core/procedures/draft.ts';
import { anOrg } from '../wizard/samples.ts';
import { type OpenWizard, openWizard, type WizardOptions } from './harness.ts';

describe('Identity provider', () => {
  it('S6: wants one', async () => {
    const wizard = await openProvider({});
    await wizard.page.getByRole('button', { name: 'Next' }).click();
    await wizard.page.locator('.finding.error').getByText('Choose the identity provider').waitFor();
    await wizard.settle();
    assert.equal(wizard.host.state.memory.step, 'identity-provider');
  });

  it('S6: a place for the file that is gone is said, and writing no file is one click', async () => {
    const wizard = await openProvider({
      provider: 'entra',
      scimTarget: { kind: 'file', uri: 'file:///elsewhere/genesys-scim.json' },
    });
    await wizard.page.getByRole('button', { name: 'Next' }).click();
    await wizard.page.locator('.finding').getByText('The place for the SCIM config file is gone.').waitFor();
    await wizard.page.locator('.finding').getByRole('button', { name: 'Write no file' }).click();
    await wizard.settle();
    assert.deepEqual(wizard.host.state.memory.draft.scimTarget, { kind: 'none' });
  });

  const providers: [name: RegExp, holds: RegExp, holdsToken: boolean][] = [
    [
      /^Microsoft Entra ID/,
      /It is given a token, which is made here\. A token made today ends on \w+ \d+, \d{4}\./,
      true,
    ],
    [/^Okta/, /It is given a token, which is made here/, true],
    [/^OneLogin/, /It holds Client ID and Client Secret/, false],
    [/^ServiceNow/, /It holds Client ID and Client Secret/, false],
    [/^PingOne/, /It holds Client ID and Client Secret/, false],
    [/^Another identity provider/, /You say what it holds/, false],
  ];
  for (const [name, holds, holdsToken] of providers) {
    it(`S6: says what ${name.source.slice(1)} holds`, async () => {
      const wizard = await openProvider({});
      const radio = wizard.page.getByRole('radio', { name });
      assert.match(await wizard.page.locator('.choice', { has: radio }).innerText(), holds);
      await radio.check();
      await wizard.settle();
      assert.equal(wizard.host.state.memory.draft.holdsToken, holdsToken);
    });
  }

  it('S6: asks of another provider what it holds, and forgets that of the next one', async () => {
    const wizard = await openProvider({});
    await wizard.page.getByRole('radio', { name: /^Another identity provider/ }).check();
    await wizard.page.getByRole('radio', { name: /^It holds a token/ }).check();
    await wizard.settle();
    assert.equal(wizard.host.state.memory.draft.holdsToken, true);
    await wizard.page.getByRole('radio', { name: /^OneLogin/ }).check();
    await wizard.settle();
    assert.equal(wizard.host.state.memory.draft.holdsToken, false);
    assert.equal(await wizard.page.getByRole('radio', { name: /^It holds a token/ }).count(), 0);
  });

  it('S6: writes into the file there is, makes a new one, or writes none', async () => {
    const there = {
      uri: 'file:///crm/ops/genesys-scim.json',
      path: 'ops/genesys-scim.json',
      exists: true,
      connections: [],
    };
    const place = {
      uri: 'file:///crm/genesys-scim.json',
      path: 'genesys-scim.json',
      exists: false,
      connections: [],
    };
    const wizard = await openProvider({ provider: 'okta' }, { scimFiles: [there, place] });
    const { page, host, settle } = wizard;
    assert.equal(
      await page.getByRole('radio', { name: 'ops/genesys-scim.json', exact: true }).isChecked(),
      true,
    );
    await page.getByRole('radio', { name: 'genesys-scim.json', exact: true }).check();
    await settle();
    assert.deepEqual(host.state.memory.draft.scimTarget, { kind: 'file', uri: place.uri });
    await page.getByRole('radio', { name: /^Write no file/ }).check();
    await settle();
    assert.deepEqual(host.state.memory.draft.scimTarget, { kind: 'none' });
  });

  it('S6: says that there is no file to write to when no folder is open', async () => {
    const { page } = await openProvider({}, { scimFiles: [] });
    await page.getByText('No folder is open').waitFor();
    assert.equal(await page.getByRole('radio', { name: /^Write no file/ }).isChecked(), true);
  });

  it('S6: asks for no file where nothing is written', async () => {
    const { page } = await openProvider({}, { adminPageRegion: 'mypurecloud.jp' });
    assert.equal(await page.getByText('SCIM config file').count(), 0);
  });
});

describe('Duration of a SCIM client', () => {
  it('S2: says what is wrong with a duration beyond 450 days', async () => {
    const { page } = await openDetails({ provider: 'entra' });
    await duration(page).fill('38880001');
    await duration(page).blur();
    await page
      .getByText('38,880,001 seconds are too long. Genesys Cloud accepts at most 38,880,000')
      .waitFor();
  });

  it('S6: warns of a token that soon ends in the hands of a provider; one click makes it last', async () => {
    const wizard = await openDetails({ provider: 'entra', duration: '86400' });
    await wizard.page.getByText('holds a token that ends after 86,400 seconds').waitFor();
    await wizard.page.getByRole('button', { name: 'Use 450 days', exact: true }).click();
    await wizard.settle();
    assert.equal(wizard.host.state.memory.draft.duration, '38880000');
    assert.equal(await wizard.page.locator('.finding').count(), 0);
  });

  it('S2: presets 450 days for a provider that holds a token and a day for others, and says why', async () => {
    const entra = await openDetails({ provider: 'entra' });
    assert.equal(await duration(entra.page).inputValue(), '38880000');
    await entra.page.getByText('holds one token and stops with it').waitFor();
    const onelogin = await openDetails({ provider: 'onelogin' });
    assert.equal(await duration(onelogin.page).inputValue(), '86400');
    await onelogin.page.getByText('gets a new token by itself').waitFor();
  });

  it('S4: says on what the long duration depends', async () => {
    const { page } = await openDetails({ provider: 'entra' });
    await page.getByText('More than two days hold only with the SCIM Integration role, or one').waitFor();
  });
});

function openProvider(draft: Draft, options: WizardOptions = {}): Promise<OpenWizard> {
  return openWizard({ ...options, memory: { procedure: 'scim', step: 'identity-provider', draft } });
}

function openDetails(draft: Draft): Promise<OpenWizard> {
  const memory = { procedure: 'scim', step: 'details', draft: { name: 'Entra ID', ...draft } } as const;
  return openWizard({ memory, org: anOrg() });
}

function duration(page: OpenWizard['page']) {
  return page.getByRole('textbox', { name: 'Token Duration in seconds' });
}
