import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ALL_DIVISIONS } from '../../src/core/platform/authorization.ts';
import { NEW_ID } from '../wizard/effects.ts';
import { aFile } from '../wizard/samples.ts';
import { type OpenWizard, openWizard } from './harness.ts';

describe('By keyboard only', () => {
  it('goes on with Enter in a field, once what is in it is right', async () => {
    const { page, host, settle } = await openWizard({ memory: { step: 'details' } });
    await page.getByRole('textbox', { name: 'App Name' }).press('Enter');
    await page.locator('.finding.error').waitFor();
    await settle();
    assert.equal(host.state.memory.step, 'details');
    await page.getByRole('textbox', { name: 'App Name' }).pressSequentially('Help line');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Grant type', level: 2 }).waitFor();
  });

  it('stays where it is when Enter ends a word of an input method, or a search', async () => {
    const { page, settle } = await openWizard({ memory: { step: 'details', draft: { name: 'ヘルプ' } } });
    await page.locator('#field-name').evaluate((field) => {
      const options = { key: 'Enter', isComposing: true, bubbles: true, composed: true };
      field.dispatchEvent(new KeyboardEvent('keydown', options));
    });
    await settle();
    await page.getByRole('heading', { name: 'Client details', level: 2 }).waitFor();
    const scopes = await openWizard({ memory: { step: 'scopes', draft: { name: 'Help line' } } });
    await scopes.page.getByRole('textbox', { name: /^Search/ }).press('Enter');
    await scopes.settle();
    await scopes.page.getByRole('heading', { name: 'Scopes', level: 2 }).waitFor();
  });

  it('passes by a list of more than a hundred rows with one key', async () => {
    const wizard = await openWizard({ memory: { step: 'scopes', draft: { name: 'Help line' } } });
    await tabTo(wizard, 'Skip the list');
    await wizard.page.keyboard.press('Enter');
    await wizard.page.keyboard.press('Enter');
    await wizard.page.getByRole('heading', { name: 'framework.js', level: 2 }).waitFor();
  });

  it('goes the whole way from the first question to the finished client', async () => {
    const wizard = await openWizard({
      memory: { procedure: undefined },
      connected: false,
      files: [aFile(), aFile({ path: 'old/framework.js' })],
    });
    const { page, host, settle } = wizard;
    await tabTo(wizard, 'Embeddable Framework client');
    await page.keyboard.press('Enter');
    await headingHasFocus(wizard, 'Connect');
    await tabTo(wizard, 'Practice org');
    await page.keyboard.press('Space');
    await page.getByText('May add OAuth clients').waitFor();
    await next(wizard, 'Client details');
    await tabTo(wizard, 'App Name');
    await page.keyboard.type('Help line');
    await tabTo(wizard, '1 day');
    await page.keyboard.press('Space');
    await next(wizard, 'Grant type');
    await tabTo(wizard, 'Code Authorization / PKCE');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await next(wizard, 'Redirect URIs');
    await tabTo(wizard, 'dedicatedLoginWindow');
    await page.keyboard.press('Space');
    await next(wizard, 'Scopes');
    await tabTo(wizard, 'alerting');
    await page.keyboard.press('Space');
    await next(wizard, 'framework.js');
    await tabTo(wizard, 'src/framework.js');
    await page.keyboard.press('Space');
    await next(wizard, 'Review and save');
    await tabTo(wizard, 'Create client');
    await page.keyboard.press('Enter');
    await headingHasFocus(wizard, 'The client is ready');
    await settle();
    const { name, duration, grantType, dedicatedLoginWindow, scopes, target } = host.state.memory.draft;
    assert.deepEqual(
      { name, duration, grantType, dedicatedLoginWindow, scopes: scopes?.length, target },
      {
        name: 'Help line',
        duration: '86400',
        grantType: 'CODE',
        dedicatedLoginWindow: true,
        scopes: 15,
        target: { kind: 'existing-file', uri: aFile().uri },
      },
    );
    await tabTo(wizard, 'Copy');
    await page.keyboard.press('Enter');
    await settle();
    assert.deepEqual(wizard.sent('copy'), [{ type: 'copy', what: 'client-id' }]);
  });

  it('goes the whole way without signing in, from the first question to the line in framework.js', async () => {
    const wizard = await openWizard({ memory: { procedure: undefined }, connected: false });
    const { page, host, settle } = wizard;
    await tabTo(wizard, 'Embeddable Framework client');
    await page.keyboard.press('Enter');
    await headingHasFocus(wizard, 'Connect');
    await tabTo(wizard, 'Without signing in');
    await page.keyboard.press('Enter');
    await page.getByText('Nothing is sent from here.').waitFor();
    await next(wizard, 'Client details');
    await tabTo(wizard, 'App Name');
    await page.keyboard.type('Help line');
    for (const heading of ['Grant type', 'Redirect URIs', 'Scopes', 'framework.js', 'Create it yourself']) {
      await next(wizard, heading);
    }
    await tabTo(wizard, 'Open the admin page');
    await page.keyboard.press('Enter');
    await tabTo(wizard, 'Copy App Name');
    await page.keyboard.press('Space');
    await tabTo(wizard, 'Copy Scopes');
    await tabTo(wizard, 'Client ID');
    await page.keyboard.insertText(NEW_ID);
    await next(wizard, 'Review and save');
    await tabTo(wizard, 'Save');
    await page.keyboard.press('Enter');
    await headingHasFocus(wizard, 'The client is ready');
    await settle();
    assert.match(await page.locator('.diff .added').innerText(), new RegExp(NEW_ID));
    assert.equal(host.world.clientsRequested, 0);
    assert.equal(wizard.sent('open-admin-page').length, 1);
    assert.deepEqual(wizard.sent('copy'), [{ type: 'copy', what: 'admin-name' }]);
  });

  it('goes the whole way to an application without a person', async () => {
    const wizard = await openWizard({ memory: { procedure: undefined }, connected: false });
    const { page, host, settle } = wizard;
    await tabTo(wizard, 'Client for an application');
    await page.keyboard.press('Enter');
    await headingHasFocus(wizard, 'Connect');
    await tabTo(wizard, 'Practice org');
    await page.keyboard.press('Space');
    await page.getByText('May add OAuth clients').waitFor();
    await next(wizard, 'Client details');
    await tabTo(wizard, 'App Name');
    await page.keyboard.type('Nightly export');
    await next(wizard, 'Grant type');
    await tabTo(wizard, 'Code Authorization / PKCE');
    await page.keyboard.press('ArrowDown');
    await next(wizard, 'Roles');
    await tabTo(wizard, 'Search 5 roles');
    await page.keyboard.type('export');
    // What does not match goes, and with it the focus that is on it.
    await page.locator('.roles li').nth(1).waitFor({ state: 'detached' });
    // First the list, which scrolls, then what is in it.
    await tabTo(wizard, 'Analytics Export');
    await tabTo(wizard, 'Analytics Export');
    await page.keyboard.press('Space');
    await tabTo(wizard, 'All divisions also those that are added later');
    await page.keyboard.press('Space');
    await next(wizard, 'Review and save');
    await tabTo(wizard, 'Copy as Terraform');
    await page.keyboard.press('Enter');
    await tabTo(wizard, 'Create client');
    await page.keyboard.press('Enter');
    await headingHasFocus(wizard, 'The client is ready');
    await settle();
    assert.deepEqual(host.state.memory.draft, {
      name: 'Nightly export',
      grantType: 'CLIENT-CREDENTIALS',
      roles: [{ roleId: 'role-export', divisionIds: [ALL_DIVISIONS] }],
    });
    assert.deepEqual(wizard.sent('copy-as'), [{ type: 'copy-as', format: 'terraform' }]);
  });

  it('goes the whole way to a SCIM client and what its identity provider is given', async () => {
    const wizard = await openWizard({ memory: { procedure: undefined }, connected: false });
    const { page, host, settle } = wizard;
    await tabTo(wizard, 'SCIM client');
    await page.keyboard.press('Enter');
    await headingHasFocus(wizard, 'Connect');
    await tabTo(wizard, 'Practice org');
    await page.keyboard.press('Space');
    await page.getByText('Role for SCIM').waitFor();
    await next(wizard, 'Identity provider');
    await tabTo(wizard, 'Microsoft Entra ID');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await next(wizard, 'Client details');
    await tabTo(wizard, 'App Name');
    await page.keyboard.type('Entra ID');
    await next(wizard, 'Role and divisions');
    await tabTo(wizard, 'Support');
    await page.keyboard.press('Space');
    await next(wizard, 'Review and save');
    await tabTo(wizard, 'Create client');
    await page.keyboard.press('Enter');
    await headingHasFocus(wizard, 'The client is ready');
    await tabTo(wizard, 'Copy Secret Token');
    await page.keyboard.press('Enter');
    await settle();
    assert.deepEqual(host.state.memory.draft, {
      name: 'Entra ID',
      provider: 'entra',
      holdsToken: true,
      roles: [{ roleId: 'role-scim', divisionIds: ['division-home', 'division-support'] }],
    });
    assert.deepEqual(wizard.sent('copy'), [{ type: 'copy', what: 'scim-token' }]);
  });

  it('comes from a mistake in a choice to the choice, which the next key changes', async () => {
    const wizard = await openWizard({ memory: { procedure: 'scim', step: 'identity-provider' } });
    await tabTo(wizard, 'Next');
    await wizard.page.keyboard.press('Enter');
    await wizard.page.locator('.finding.error').waitFor();
    await wizard.settle();
    await wizard.page.keyboard.press('Space');
    await wizard.settle();
    assert.notEqual(wizard.host.state.memory.draft.provider, undefined);
  });

  it('begins at the heading, which is framed once somebody has gone on', async () => {
    const wizard = await openWizard({ memory: { step: 'details', draft: { name: 'Help line' } } });
    const frame = async () =>
      await wizard.page.evaluate(
        () => document.activeElement && getComputedStyle(document.activeElement).outlineStyle,
      );
    assert.deepEqual([await focused(wizard), await frame()], ['Client details', 'none']);
    await next(wizard, 'Grant type');
    assert.equal(await frame(), 'solid');
  });

  it('is back where it was after a question of VS Code, or at the heading above what is gone by then', async () => {
    const wizard = await openWizard({ connected: false, ways: [{ kind: 'practice-org' }] });
    await tabTo(wizard, 'Practice org');
    const card = await focused(wizard);
    await leave(wizard);
    await comeBack(wizard);
    assert.equal(await focused(wizard), card);
    await leave(wizard);
    wizard.host.do({ type: 'connect', way: 'practice-org' });
    await wizard.page.getByText('May add OAuth clients').waitFor();
    await comeBack(wizard);
    await headingHasFocus(wizard, 'Connect');
  });

  it('comes from a mistake to its field and back out by Shift+Tab', async () => {
    const wizard = await openWizard({ memory: { step: 'details' } });
    await tabTo(wizard, 'Next');
    await wizard.page.keyboard.press('Enter');
    await wizard.page.locator('.finding.error').waitFor();
    await wizard.settle();
    assert.match(await focused(wizard), /App Name/);
    await wizard.page.keyboard.press('Shift+Tab');
    assert.match(await focused(wizard), /JSON/);
  });

  it('Escape throws nothing away', async () => {
    const { page, host, settle } = await openWizard({ memory: { step: 'details', draft: { name: 'Mine' } } });
    await page.getByRole('textbox', { name: 'App Name' }).press('Escape');
    await settle();
    assert.equal(host.state.memory.draft.name, 'Mine');
    assert.equal(host.state.memory.step, 'details');
  });

  it('keeps the focus on a control that changes what is around it', async () => {
    const wizard = await openWizard({ memory: { step: 'scopes' } });
    // First among those that are selected, then in the list.
    await tabTo(wizard, 'presence');
    await tabTo(wizard, 'presence');
    await wizard.page.keyboard.press('Space');
    await wizard.page.getByRole('button', { name: 'Add them' }).waitFor();
    assert.match(await focused(wizard), /presence/);
  });
});

/** Presses Tab until the control with this text has the focus; 60 stops are more than any page has. */
async function tabTo(wizard: OpenWizard, text: string): Promise<void> {
  const seen: string[] = [];
  for (let stops = 0; stops < 60; stops += 1) {
    await wizard.page.keyboard.press('Tab');
    const now = await focused(wizard);
    if (now.includes(text)) return;
    seen.push(now);
  }
  assert.fail(`Tab never reaches "${text}", but: ${seen.join(' | ')}`);
}

/** What a browser does when VS Code takes the focus, for a question or another tab. */
async function leave({ page }: OpenWizard): Promise<void> {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    document.hasFocus = () => false;
    window.dispatchEvent(new Event('blur'));
  });
}

async function comeBack({ page }: OpenWizard): Promise<void> {
  await page.evaluate(() => {
    document.hasFocus = () => true;
    window.dispatchEvent(new Event('focus'));
  });
}

async function next(wizard: OpenWizard, heading: string): Promise<void> {
  await tabTo(wizard, 'Next');
  await wizard.page.keyboard.press('Enter');
  await headingHasFocus(wizard, heading);
}

async function headingHasFocus(wizard: OpenWizard, heading: string): Promise<void> {
  await wizard.page.getByRole('heading', { name: heading, level: 2 }).waitFor();
  await wizard.settle();
  assert.equal(await focused(wizard), heading);
}

/** The words of the control that has the focus; for a radio button those of its label. */
function focused({ page }: OpenWizard): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    // Nothing has it, and all the words of the page are in that.
    if (element === document.body) return '';
    const words = element instanceof HTMLInputElement ? element.closest('label') : element;
    return (words?.ariaLabel ?? words?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
  });
}
