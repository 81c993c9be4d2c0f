import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { clients } from '../wizard/samples.ts';
import { edits } from './editViews.ts';
import { type OpenWizard, openWizard } from './harness.ts';

const [desktop] = clients;
assert.ok(desktop);

describe('Grant type of the Embeddable Framework', () => {
  it('E3: presets Code Authorization / PKCE now that Implicit may be refused, and never offers a third', async () => {
    const { page } = await openWizard({ memory: { step: 'grant-type' } });
    assert.equal(await page.getByRole('radio').count(), 2);
    assert.equal(await page.getByRole('radio', { name: /Code Authorization/ }).isChecked(), true);
  });

  it('G9: warns of the end of Implicit with the months of both sources; one click goes back to PKCE', async () => {
    const { page, host, settle } = await openWizard({ memory: { step: 'grant-type' } });
    await page
      .getByText(/since March 2026 or May 2026, existing ones stop in March 2027 or May 2027/)
      .waitFor();
    await page.getByRole('radio', { name: /Implicit Grant/ }).check();
    await page
      .getByText('clients with an implicit grant stop working, in March 2027 at the earliest')
      .waitFor();
    await page.getByRole('button', { name: 'Use Code Authorization / PKCE' }).click();
    await settle();
    assert.equal(await page.getByRole('radio', { name: /Code Authorization/ }).isChecked(), true);
    assert.equal(host.state.memory.draft.grantType, 'CODE');
  });
});

describe('Grant type of an application', () => {
  it('G6: offers the four and never PASSWORD, with the safest chosen', async () => {
    const { page } = await openGeneral();
    assert.equal(await page.getByRole('radio').count(), 4);
    assert.equal(await page.getByRole('radio', { name: /Code Authorization/ }).isChecked(), true);
    assert.doesNotMatch(await page.locator('main').innerText(), /password/i);
  });

  for (const [step, grantType, asked, name] of [
    [
      'redirect-uris',
      undefined,
      /Add at least one redirect URI.*Code Authorization \/ PKCE\.$/,
      'Client Credentials',
    ],
    ['scopes', 'TOKEN', /grant type is Implicit Grant/, 'Client Credentials'],
    ['roles', 'CLIENT-CREDENTIALS', /grant type is Client Credentials\.$/, 'Code Authorization'],
  ] as const) {
    it(`G6: leads by keyboard from what is missing on ${step} back to the grant type that asks for it`, async () => {
      const draft = { name: 'Export', ...(grantType && { grantType }) };
      const { page, host, settle } = await openWizard({ memory: { procedure: 'general', step, draft } });
      await page.locator('#next').click();
      await page.locator('.finding.error span[data-live]').filter({ hasText: asked }).waitFor();
      await page.getByRole('button', { name: 'Change the grant type' }).press('Enter');
      await settle();
      assert.equal(host.state.memory.step, 'grant-type');
      assert.equal(
        await page.locator('fieldset input:checked').evaluate((it) => it === document.activeElement),
        true,
      );
      await page.getByRole('radio', { name }).press('Space');
      await settle();
      await page.locator('#next').click();
      await settle();
      assert.notEqual(host.state.memory.step, step);
    });
  }

  it('does not lead from a client that exists to a grant type that it keeps', async () => {
    const { page } = await openWizard(edits(desktop, 'redirect-uris', { redirectUris: '' }));
    await page.locator('#next').click();
    await page.locator('.finding.error').getByText('Add at least one redirect URI').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Change the grant type' }).count(), 0);
  });

  for (const [rule, name, label, topic] of [
    [
      'G7',
      /^Client Credentials/,
      'Permissions that Genesys Cloud for Salesforce needs',
      'salesforce-permissions',
    ],
    ['G10', /^SAML2 Bearer/, 'About single sign-on', 'single-sign-on'],
  ] as const) {
    it(`${rule}: leads to what else is to be read about ${topic}`, async () => {
      const { page, sent, settle } = await openGeneral();
      await page.getByRole('radio', { name }).check();
      await page.getByRole('button', { name: label }).click();
      await settle();
      assert.deepEqual(
        sent('open-topic').map((message) => message.topic),
        [topic],
      );
    });
  }

  const texts: [rule: string, name: RegExp, purpose: RegExp, safety: RegExp, notFor: RegExp][] = [
    [
      'G7',
      /^Client Credentials/,
      /For applications without a person/,
      /Safe as long as/,
      /GET \/api\/v2\/users\/me/,
    ],
    ['G8', /^Code Authorization/, /with PKCE/, /two steps/, /Not for a service that nobody logs in to/],
    ['G9', /^Implicit/, /built before PKCE/, /Less safe: the login takes one step/, /March 2027 or May 2027/],
    [
      'G10',
      /^SAML2 Bearer/,
      /exchanges a SAML2 assertion/,
      /As safe as/,
      /set that up for the organization first/,
    ],
  ];
  for (const [rule, name, purpose, safety, notFor] of texts) {
    it(`${rule}: says of ${name.source.slice(1)} what it is for, how safe it is and when not to use it`, async () => {
      const { page } = await openGeneral();
      const said = await page.locator('.choice', { has: page.getByRole('radio', { name }) }).innerText();
      for (const text of [purpose, safety, notFor]) assert.match(said, text);
    });
  }

  it('G8: says what a public and a confidential client are, where one chooses what both use', async () => {
    const { page } = await openGeneral();
    const code = page.locator('.choice', { has: page.getByRole('radio', { name: /^Code Authorization/ }) });
    assert.match(await code.innerText(), /A public client.*cannot keep a secret.*PKCE/);
    assert.match(await code.innerText(), /A confidential client.*keeps the Client Secret/);
    const embedded = await openWizard({ memory: { step: 'grant-type' } });
    await embedded.page
      .locator('.choice')
      .first()
      .getByText(/it is a public client/)
      .waitFor();
  });

  it('G7: points to the permissions of Salesforce', async () => {
    const { page } = await openGeneral();
    await page.locator('.choice', { hasText: 'For Salesforce, see the permissions' }).waitFor();
  });

  it('G9: warns of a choice that does not last; one click goes to PKCE', async () => {
    const { page, host, settle } = await openGeneral();
    await page.getByRole('radio', { name: /Implicit Grant/ }).check();
    await page.getByRole('button', { name: 'Use Code Authorization / PKCE' }).click();
    await settle();
    assert.equal(host.state.memory.draft.grantType, 'CODE');
  });

  it('G11: says of the two that it is true of that one client serves every region', async () => {
    const { page } = await openGeneral();
    const said = page.locator('.choice', { hasText: 'One client serves every region.' });
    assert.deepEqual(await said.locator('b').allInnerTexts(), [
      'Code Authorization / PKCE safest',
      'Implicit Grant (Browser) being withdrawn',
    ]);
  });

  const pages: [grant: RegExp, rules: string, titles: string[]][] = [
    [/^Client Credentials/, 'G12', ['Roles']],
    [/^Code Authorization/, 'G14, G15', ['Redirect URIs', 'Scopes']],
    [/^Implicit/, 'G14, G15', ['Redirect URIs', 'Scopes']],
    [/^SAML2 Bearer/, 'G14, G15', ['Scopes']],
  ];
  for (const [grant, rules, titles] of pages) {
    it(`${rules}: ${grant.source.slice(1)} asks for ${titles.join(' and ')}`, async () => {
      const { page, settle } = await openGeneral();
      await page.getByRole('radio', { name: grant }).check();
      await settle();
      const all = await page.locator('nav li button > span:last-child').allInnerTexts();
      const asked = all.slice(3, -1).map((title) => title.trim());
      assert.deepEqual(asked, titles);
    });
  }
});

function openGeneral(): Promise<OpenWizard> {
  return openWizard({ memory: { procedure: 'general', step: 'grant-type' } });
}
