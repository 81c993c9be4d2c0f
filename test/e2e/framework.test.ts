import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import type { Page } from 'playwright-core';
import { createClient, getClient } from '../../src/core/platform/oauthClients.ts';
import { automation, frameworkClient } from '../host/practiceClients.ts';
import { type PracticeOrg, practiceOrgVariable, startPracticeOrg } from '../host/practiceOrg.ts';
import { openWorkbench, type Workbench } from '../host/workbench.ts';

const REGION = 'mypurecloud.com';
const NEEDED = 'https://apps.mypurecloud.com/crm/index.html';

const WORDS = {
  en: { signIn: 'Sign In', chooseOne: 'Choose one', manage: 'Manage' },
  ja: { signIn: 'サインイン', chooseOne: '既存のものを選択', manage: '管理' },
};

describe('framework.js in a real VS Code', () => {
  let org: PracticeOrg;
  let workbench: Workbench | undefined;

  before(async () => {
    org = await startPracticeOrg();
  });

  after(async () => await org.stop());

  afterEach(async () => {
    await workbench?.dispose();
    workbench = undefined;
  });

  for (const language of ['en', 'ja'] as const) {
    it(`shows a fault as it is typed, and mends the client by keyboard (${language})`, async () => {
      const connection = await automation(org.baseUrl);
      const made = await createClient(connection, {
        ...frameworkClient(REGION),
        registeredRedirectUri: ['https://crm.test/'],
      });
      assert.ok(made.ok);
      const { id } = made.value.client;
      workbench = await openWorkbench({ language, env: { [practiceOrgVariable]: org.json } });
      const { page, screenshot } = workbench;
      const words = WORDS[language];
      const picture = async (name: string) => await screenshot(`framework-${language}/${name}`);

      await openFile(page);
      await signIn(workbench, words.signIn);
      await page.locator('.codelens-decoration', { hasText: words.chooseOne }).first().waitFor();
      await picture('signed-in');

      await goTo(page, await columnOfValue(workbench));
      await page.keyboard.type(id);
      await page.locator('.squiggly-error').first().waitFor();
      await page.locator('.codelens-decoration', { hasText: words.manage }).first().waitFor();
      await picture('fault');
      await page.keyboard.press('Control+Shift+M');
      await page.locator('.markers-panel .monaco-list-row', { hasText: 'Genesys OAuth' }).first().waitFor();
      await picture('problems');

      await page.keyboard.press('Control+1');
      await page.keyboard.press('Control+.');
      await page.locator('.action-widget').waitFor();
      await picture('lightbulb');
      await page.keyboard.press('Enter');
      await page.locator('.monaco-dialog-box').waitFor();
      await picture('preview');
      await page.keyboard.press('Enter');
      await page.locator('.squiggly-error').first().waitFor({ state: 'detached' });
      const now = await getClient(connection, id);
      assert.ok(now.ok);
      assert.deepEqual(now.value.registeredRedirectUri, ['https://crm.test/', NEEDED]);

      await page.keyboard.press('Control+K');
      await page.keyboard.press('Control+I');
      await page.locator('.monaco-hover', { hasText: 'My CRM' }).first().waitFor();
      await picture('mended');
    });
  }
});

/** From the keyboard, as without any command of the extension. */
async function openFile(page: Page): Promise<void> {
  await page.keyboard.press('Control+P');
  await page.locator('.quick-input-widget input.input').fill('src/framework.js');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'framework.js' }).first().click();
  await page.locator('.tab.active', { hasText: 'framework.js' }).waitFor();
}

/** The first way is the practice org, and the first person its administrator. */
async function signIn({ page, runCommand }: Workbench, title: string): Promise<void> {
  await runCommand(title);
  for (const question of [/practice|練習/i, /administrator/]) {
    await page.locator('.quick-input-list .monaco-list-row', { hasText: question }).first().click();
  }
  await page.locator('.notification-toast').first().waitFor();
  await page.keyboard.press('Escape');
}

/** Where the empty value of the region begins, as "Go to Line" takes it. */
async function columnOfValue({ workspaceFolder }: Workbench): Promise<string> {
  const lines = (await readFile(join(workspaceFolder, 'src', 'framework.js'), 'utf8')).split('\n');
  const line = lines.findIndex((each) => each.includes(`'${REGION}': ''`));
  return `:${line + 1}:${(lines[line] ?? '').indexOf("''") + 2}`;
}

async function goTo(page: Page, place: string): Promise<void> {
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget input.input').fill(place);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}
