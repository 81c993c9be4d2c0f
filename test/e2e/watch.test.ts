import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { languagesOf, useWalks } from './useWalks.ts';

const WORDS = {
  en: {
    ended: 'SCIM token of Okta ended ',
    show: 'Genesys Cloud: Show What Ends Soon',
    title: 'What ends, and what to do',
    next: 'Make a new token, and give it to Okta.',
    deed: 'Make a new token',
  },
  ja: {
    ended: 'Okta の SCIM トークン: ',
    show: 'Genesys Cloud: まもなく終了するものを表示',
    title: '終了するものと、その対処',
    next: '新しいトークンを作成して、Okta に設定してください。',
    deed: '新しいトークンを作成',
  },
};

const CONNECTION = {
  provider: 'okta',
  region: 'mypurecloud.jp',
  clientId: '5f0c3c1e-8a44-4d5c-9b0e-2f6f0a7d9e31',
  tokenEndsAt: '2026-01-01T09:00:00Z',
};

describe('A token that ended while nobody looked', () => {
  const { begin } = useWalks();

  for (const language of languagesOf('ja')) {
    it(`S6: stands in the status bar after a start, with no file opened, and leads on by the keyboard (${language})`, async () => {
      const words = WORDS[language];
      const someone = await begin({ language });
      const { page, runCommand, workspaceFolder } = someone.workbench;
      const text = JSON.stringify({ connections: [CONNECTION] });
      await writeFile(join(workspaceFolder, 'genesys-scim.json'), text);
      await page.reload();
      await page.locator('.statusbar-item', { hasText: words.ended }).waitFor();
      await page.locator('.notification-toast').first().waitFor({ state: 'detached' });
      await runCommand(words.show);
      const list = page.locator('.quick-input-widget');
      await list.getByText(words.title).waitFor();
      await list.getByText(words.next).first().waitFor();
      await page.keyboard.press('Enter');
      await list.getByText(words.deed, { exact: true }).first().waitFor();
    });
  }
});
