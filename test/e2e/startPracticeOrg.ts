import type { Language } from '../host/languagePack.ts';
import type { Workbench } from '../host/workbench.ts';

const COMMAND = { en: 'Start Practice Org', ja: '練習用組織の起動' };

/** Starts the practice org by its command, or finds the one that runs, and returns where it says that it listens. */
export async function startPracticeOrg(
  { page, runCommand }: Workbench,
  language: Language = 'en',
): Promise<string> {
  await runCommand(COMMAND[language]);
  const toast = page.locator('.notification-toast', { hasText: 'http://127.0.0.1' });
  const text = (await toast.first().textContent()) ?? '';
  return /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0] ?? '';
}
