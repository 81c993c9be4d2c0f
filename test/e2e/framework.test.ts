import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createClient, getClient } from '../../src/core/platform/oauthClients.ts';
import { automation, frameworkClient } from '../host/practiceClients.ts';
import { openFile } from '../host/quickOpen.ts';
import { signInByBoxes } from './boxes.ts';
import { startPracticeOrg } from './startPracticeOrg.ts';
import { languagesOf, useWalks } from './useWalks.ts';
import { FRAMEWORK_FILE } from './walk.ts';

const REGION = 'mypurecloud.com';
const NEEDED = 'https://apps.mypurecloud.com/crm/index.html';

const WORDS = {
  en: {
    chooseOne: 'Choose one',
    missing: 'redirect URI missing',
  },
  ja: {
    chooseOne: '既存のものを選択',
    missing: 'リダイレクト URI がありません',
  },
};

describe('framework.js in a real VS Code', () => {
  const { goOn } = useWalks();

  for (const language of languagesOf('en')) {
    it(`shows a fault as it is typed, and mends the client by keyboard (${language})`, async () => {
      // Once with all of VS Code's own extensions, whose findings, lenses and actions may stand beside ours.
      const lean = language !== 'en';
      const someone = await goOn({ language, lean, pictures: `framework-${language}` });
      const { workbench, page } = someone;
      const words = WORDS[language];

      const connection = await automation((await startPracticeOrg(workbench, language)).baseUrl);
      const made = await createClient(connection, {
        ...frameworkClient(REGION),
        registeredRedirectUri: ['https://crm.test/'],
      });
      assert.ok(made.ok);
      const { id } = made.value.client;

      await openFile(page, FRAMEWORK_FILE);
      await signInByBoxes(workbench, language);
      await page.locator('.codelens-decoration', { hasText: words.chooseOne }).first().waitFor();
      await someone.picture('signed-in');

      await someone.goToEmptyValueOf(REGION);
      await page.keyboard.type(id);
      await page.locator('.squiggly-warning').first().waitFor();
      await page.locator('.codelens-decoration', { hasText: words.missing }).first().waitFor();
      await someone.picture('fault');
      await page.keyboard.press('Control+Shift+M');
      await page.locator('.markers-panel .monaco-list-row', { hasText: 'Genesys OAuth' }).first().waitFor();
      await someone.picture('findings');

      await page.keyboard.press('Control+1');
      await page.keyboard.press('Control+.');
      await page.locator('.action-widget .action-item, .action-widget .monaco-list-row').first().waitFor();
      await someone.picture('lightbulb');
      await page.keyboard.press('Enter');
      await page.locator('.monaco-dialog-box').waitFor();
      await someone.picture('preview');
      await page.keyboard.press('Enter');
      await page.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
      const now = await getClient(connection, id);
      assert.ok(now.ok);
      assert.deepEqual(now.value.registeredRedirectUri, ['https://crm.test/', NEEDED]);

      await page.keyboard.press('Control+K');
      await page.keyboard.press('Control+I');
      await page.locator('.monaco-hover', { hasText: 'My CRM' }).first().waitFor();
      await someone.picture('mended');
      await workbench.runCommand('Hide Panel');
    });
  }
});
