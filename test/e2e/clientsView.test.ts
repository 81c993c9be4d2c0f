import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Locator } from 'playwright-core';
import { updateClient } from '../../src/core/platform/clientRecord.ts';
import { createClient, listClients } from '../../src/core/platform/oauthClients.ts';
import { AGENT_DESKTOP, automation } from '../host/practiceClients.ts';
import { signInByBoxes } from './boxes.ts';
import { startPracticeOrg } from './startPracticeOrg.ts';
import { languagesOf, useWalks } from './useWalks.ts';

const WORDS = {
  en: {
    signIn: 'Sign In',
    unused: 'No request in the last 30 days.',
    attention: 'Need attention',
    deactivate: 'Deactivate…',
  },
  ja: {
    signIn: 'サインイン',
    unused: '過去 30 日間にリクエストはありません。',
    attention: '対応が必要',
    deactivate: '非アクティブにする…',
  },
};

const THEMES = { en: 'Dark 2026', ja: 'Light Modern' } as const;

describe('The view of OAuth clients in a real VS Code', () => {
  const { goOn } = useWalks();

  for (const language of languagesOf('en')) {
    it(`leads from its welcome to what needs attention, and on by keyboard (${language})`, async () => {
      const someone = await goOn({ language, theme: THEMES[language], pictures: `clients-view-${language}` });
      const { workbench, page } = someone;
      const words = WORDS[language];
      const connection = await automation((await startPracticeOrg(workbench, language)).baseUrl);
      for (const request of [
        { ...AGENT_DESKTOP, name: 'Agent desktop' },
        { ...AGENT_DESKTOP, name: 'Wallboard', authorizedGrantType: 'TOKEN' as const },
      ]) {
        assert.ok((await createClient(connection, request)).ok);
      }
      const view = page.locator('.pane', { has: page.locator('.tree-explorer-viewlet-tree-view') });
      await page
        .locator('.activitybar .action-item', { has: page.getByLabel(/^OAuth (Clients|クライアント)/) })
        .first()
        .click();
      const welcome = view.locator('.welcome-view-content').getByRole('button', { name: words.signIn });
      await welcome.waitFor();
      await someone.picture('welcome');
      await signInByBoxes(workbench, language, async () => await welcome.click());

      const row = (name: string) => view.locator('.monaco-list-row', { hasText: name }).first();
      await row(words.attention).waitFor();
      await row('Agent desktop').waitFor();
      await someone.picture('clients');

      await row('Wallboard').click();
      const client = workbench.wizardFrame();
      await client.getByRole('heading', { level: 1, name: 'Wallboard' }).waitFor();
      await client.getByText(words.unused).waitFor();
      await someone.picture('client');

      // From here on without the mouse. A question of VS Code takes the focus, and gives it back.
      const deactivate = client.getByRole('button', { name: words.deactivate });
      await deactivate.focus();
      await page.keyboard.press('Enter');
      await page.locator('.monaco-dialog-box', { hasText: 'Wallboard' }).waitFor();
      await page.keyboard.press('Escape');
      await client.locator(':focus', { hasText: words.deactivate }).waitFor();
      await page.keyboard.press('Control+0');
      await view.locator('.monaco-list.focused, .monaco-list:focus-within').first().waitFor();
      await page.keyboard.press('Shift+F10');
      const entry = page.locator('.context-view .action-item', { hasText: words.deactivate });
      await entry.waitFor();
      await someone.picture('menu');
      for (let presses = 0; !(await isFocused(entry)) && presses < 20; presses += 1) {
        await page.keyboard.press('ArrowDown');
      }
      await page.keyboard.press('Enter');
      await page.locator('.monaco-dialog-box', { hasText: 'Wallboard' }).waitFor();
      await page.keyboard.press('Escape');
      await page.locator('.monaco-dialog-box').waitFor({ state: 'detached' });
      const clients = await listClients(connection);
      assert.ok(clients.ok && clients.value.find(({ name }) => name === 'Wallboard')?.state === 'active');
    });
  }

  it('leads to the page of a client, which is there again after a reload, by the name that it has then', async () => {
    const someone = await goOn();
    const { workbench, page } = someone;
    const connection = await automation((await startPracticeOrg(workbench)).baseUrl);
    const made = await createClient(connection, AGENT_DESKTOP);
    assert.ok(made.ok);
    await signInByBoxes(workbench, 'en');
    await workbench.runCommand('Manage an OAuth Client');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: AGENT_DESKTOP.name }).first().click();
    const heading = (name: string) =>
      workbench.wizardFrame().getByRole('heading', { level: 1, name, exact: true });
    await heading(AGENT_DESKTOP.name).waitFor();
    await updateClient(connection, made.value.client.id, { ...AGENT_DESKTOP, name: 'Night shift' });
    await someone.reloadOnce(['genesysOAuth.client', made.value.client.id]);
    await heading('Night shift').waitFor();
    await page.locator('.tab', { hasText: 'Night shift' }).waitFor();
  });
});

async function isFocused(entry: Locator): Promise<boolean> {
  return await entry.evaluate(
    (item) => item.classList.contains('focused') || item.contains(document.activeElement),
  );
}
