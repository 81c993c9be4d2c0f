import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Draft } from '../../src/core/procedures/draft.ts';
import type { StepId } from '../../src/core/procedures/step.ts';
import { anOrg } from '../wizard/samples.ts';
import { type OpenWizard, openWizard } from './harness.ts';

describe('Details of an application', () => {
  for (const typed of ['299', '172801', '0', '-1', '1e5', '1.5']) {
    it(`G4: refuses a duration of ${typed}`, async () => {
      const { page } = await openGeneral('details', { duration: typed });
      await page.getByRole('button', { name: 'Next' }).click();
      await page.locator('.finding.error').waitFor();
      assert.equal(await duration(page).getAttribute('aria-invalid'), 'true');
    });
  }

  it('G4: presets a day, shows it as people say it, and says from where to where', async () => {
    const { page } = await openGeneral('details', {});
    assert.equal(await duration(page).inputValue(), '86400');
    await page.getByText('= 1 day', { exact: true }).waitFor();
    await page.getByText('From 300 to 172,800.').waitFor();
    const usual = page.getByRole('button', { name: '1 day · usual' });
    assert.equal(await usual.getAttribute('aria-pressed'), 'true');
  });
});

describe('Redirect URIs of an application', () => {
  const wrong: [typed: string, said: RegExp][] = [
    ['callback', /Line 1 is not a complete address/],
    ['http://app.example.com/callback', /Line 1 must start with https/],
    ['https://app.example.com/#callback', /Line 1 has a fragment/],
    ['https://app.example.com/a, https://app.example.com/b', /Line 1 holds 2 URIs/],
    ['https://app.example.com/a\nhttps://app.example.com/a', /Line 2 is the same as line 1/],
    [
      Array.from({ length: 126 }, (_, line) => `https://app.example.com/${line}`).join('\n'),
      /126 redirect URIs are too many/,
    ],
  ];
  for (const [typed, said] of wrong) {
    it(`G14: says what is wrong with "${typed.slice(0, 40).replace(/\n.*/s, '…')}"`, async () => {
      const { page } = await openGeneral('redirect-uris', {});
      await uris(page).fill(typed);
      await uris(page).blur();
      await page.locator('.finding').getByText(said).waitFor();
    });
  }

  it('G14: wants at least one', async () => {
    const { page, host, settle } = await openGeneral('redirect-uris', {});
    await page.getByRole('button', { name: 'Next' }).click();
    await page.locator('.finding.error').getByText('Add at least one redirect URI').waitFor();
    await settle();
    assert.equal(host.state.memory.step, 'redirect-uris');
  });

  it('G14: takes 125, and http on this computer', async () => {
    const { page } = await openGeneral('redirect-uris', {});
    const lines = Array.from({ length: 124 }, (_, line) => `https://app.example.com/${line}`);
    await uris(page).fill(['http://localhost:8080/callback', ...lines].join('\n'));
    await uris(page).blur();
    await page.getByText('One per line, 125 of at most 125.').waitFor();
    assert.equal(await page.locator('.finding').count(), 0);
  });

  it('presets nothing and asks nothing of the Embeddable Framework, and gives an example', async () => {
    const { page } = await openGeneral('redirect-uris', {});
    assert.equal(await uris(page).inputValue(), '');
    assert.equal(await page.getByRole('checkbox').count(), 0);
    await page.getByText('For example https://app.example.com/oauth/callback').waitFor();
  });
});

describe('Scopes of an application', () => {
  it('G15: wants at least one', async () => {
    const { page, host, settle } = await openGeneral('scopes', {});
    await page.getByRole('button', { name: 'Next' }).click();
    await page.locator('.finding.error').getByText('Choose at least one scope').waitFor();
    await settle();
    assert.equal(host.state.memory.step, 'scopes');
  });

  it('G15: names one that the org does not know, and removes it', async () => {
    const { page, host, settle } = await openGeneral('scopes', { scopes: ['analytics', 'made-up'] });
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Remove "made-up"' }).click();
    await settle();
    assert.deepEqual(host.state.memory.draft.scopes, ['analytics']);
  });

  it('G15: presets none, calls none needed, and suggests the fewest', async () => {
    const { page } = await openGeneral('scopes', {});
    assert.equal(await page.getByRole('checkbox', { checked: true }).count(), 0);
    assert.equal(await page.getByText('needed', { exact: true }).count(), 0);
    assert.equal(await page.getByRole('button', { name: 'Only the preset ones' }).count(), 0);
    await page.getByText('Choose the fewest that it needs.').waitFor();
  });
});

function openGeneral(step: StepId, draft: Draft): Promise<OpenWizard> {
  return openWizard({
    memory: { procedure: 'general', step, draft: { name: 'Wallboard', ...draft } },
    org: anOrg(),
  });
}

function duration(page: OpenWizard['page']) {
  return page.getByRole('textbox', { name: 'Token Duration in seconds' });
}

function uris(page: OpenWizard['page']) {
  return page.getByRole('textbox', { name: 'Authorized Redirect URIs' });
}
