import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { frameworkRedirectUris } from '../../src/core/clients/frameworkNeeds.ts';
import { createClient, listClients } from '../../src/core/platform/oauthClients.ts';
import { automation, frameworkClient } from '../host/practiceClients.ts';
import { signInByBoxes } from './boxes.ts';
import { startPracticeOrg } from './startPracticeOrg.ts';
import { languagesOf, useWalks } from './useWalks.ts';
import type { Walk } from './walk.ts';

const REGION = 'mypurecloud.com';
const [PAGE = ''] = frameworkRedirectUris(REGION, false);

const WORDS = {
  en: {
    command: 'Find Out Why a Login or a Call Fails',
    about: 'What I see…',
    cause: /^The cause: A page that people log in at is not among the redirect URIs\./,
    nothing: 'Nothing was found that keeps people out.',
  },
  ja: {
    command: 'ログインや呼び出しが失敗する理由を調べる',
    about: '表示されている内容…',
    cause: /^原因: ログインに使われるページが、リダイレクト URI に登録されていません。/,
    nothing: 'ログインや呼び出しを妨げるものは見つかりませんでした。',
  },
};

describe('Why a login fails, in a real VS Code', () => {
  const { goOn } = useWalks();

  for (const language of languagesOf('ja')) {
    it(`is found in the text of an error page, put right, and in order then, by keyboard alone (${language})`, async () => {
      const words = WORDS[language];
      const someone = await goOn({ language, pictures: `doctor-${language}` });
      const { workbench, page } = someone;
      const connection = await automation((await startPracticeOrg(workbench, language)).baseUrl);
      const draft = { ...frameworkClient(REGION), registeredRedirectUri: ['https://crm.test/'] };
      const made = await createClient(connection, draft);
      assert.ok(made.ok);
      await signInByBoxes(workbench, language);

      await choose(someone, words.command);
      await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: words.about }).waitFor();
      await page.keyboard.press('Enter');
      const doctor = workbench.wizardFrame();
      await doctor.locator('#pasted').waitFor();
      await tabTo(someone, 'pasted');
      await page.keyboard.insertText(errorPage(made.value.client.id));
      await tabTo(someone, 'find-out');
      await page.keyboard.press('Enter');
      await doctor.getByRole('heading', { name: words.cause }).waitFor();
      await someone.picture('cause');

      await tabTo(someone, 'next-redirect-uri-missing');
      await page.keyboard.press('Enter');
      await page.locator('.monaco-dialog-box', { hasText: PAGE }).waitFor();
      await page.keyboard.press('Enter');
      await doctor.getByRole('heading', { name: words.nothing }).waitFor();
      const clients = await listClients(connection);
      const client = clients.ok ? clients.value.find(({ id }) => id === made.value.client.id) : undefined;
      assert.deepEqual(client?.registeredRedirectUri, ['https://crm.test/', PAGE]);

      await tabTo(someone, 'look-again');
      await page.keyboard.press('Enter');
      await doctor.locator('.looking').waitFor({ state: 'detached' });
      await doctor.getByRole('heading', { name: words.nothing }).waitFor();
      await someone.picture('in-order');
    });
  }
});

/** What the browser of an agent shows: the address of the login page, and its words. */
function errorPage(clientId: string): string {
  const asked = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: PAGE,
    code_challenge: 'x',
  });
  return `https://login.${REGION}/oauth/authorize?${asked}\nThe OAuth client ID or redirect URI is invalid`;
}

/** Runs a command from the palette without the mouse. */
async function choose({ page }: Pick<Walk, 'page'>, command: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget:visible input.input').waitFor();
  await page.keyboard.insertText(command);
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: command }).waitFor();
  await page.keyboard.press('Enter');
}

const MOST_PRESSES = 80;

/** Presses Tab until this has the focus; nothing else is how somebody without a mouse gets there. */
async function tabTo({ page, workbench }: Pick<Walk, 'page' | 'workbench'>, id: string): Promise<void> {
  const body = workbench.wizardFrame().locator('body');
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    if ((await body.evaluate(() => document.activeElement?.id)) === id) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${id} cannot be reached by Tab.`);
}
