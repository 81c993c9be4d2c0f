import type { Page } from 'playwright-core';
import type { Language } from '../host/languagePack.ts';
import type { Workbench } from '../host/workbench.ts';

const WORDS = {
  en: { signIn: 'Sign In', way: 'How to Connect', practiceOrg: 'Practice org' },
  ja: { signIn: 'サインイン', way: '接続方法', practiceOrg: '練習用組織' },
};

/** Signs in to the practice org as its administrator; begins by the command unless `begin` does something else. */
export async function signInByBoxes(
  { page, runCommand }: Pick<Workbench, 'page' | 'runCommand'>,
  language: Language,
  begin = async () => await runCommand(WORDS[language].signIn),
): Promise<void> {
  const words = WORDS[language];
  await begin();
  await pick(page, words.way, words.practiceOrg);
  await pick(page, words.practiceOrg, 'Practice Administrator');
  await page.locator('.notification-toast', { hasText: 'Practice Administrator' }).first().waitFor();
}

/** Clicks a row of the list with this title. The list before it, such as the palette's, may still be there. */
async function pick(page: Page, title: string, row: string): Promise<void> {
  const list = page.locator('.quick-input-widget', {
    has: page.locator('.quick-input-title', { hasText: title }),
  });
  await list.locator('.monaco-list-row', { hasText: row }).first().click();
}
