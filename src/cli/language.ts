import * as l10n from '@vscode/l10n';
import type { Io } from './io.ts';

/** The languages that the texts are in (BCP 47 tags). */
export const languages = ['en', 'ja'] as const;
export type Language = (typeof languages)[number];

export function isLanguage(word: string | undefined): word is Language {
  return languages.some((language) => language === word);
}

/** The language of a terminal, as POSIX has it: the first of these that says something counts. */
export function languageOf(env: Io['env']): Language {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(
    (value) => value !== undefined && value !== '',
  );
  return /^ja(?![a-z])/i.test(locale ?? '') ? 'ja' : 'en';
}

/** From now on, all texts are in this language. */
export async function speak(language: Language): Promise<void> {
  if (language === 'en') return l10n.config({ contents: {} });
  const { japanese } = await import('./japanese.ts');
  l10n.config({ contents: japanese });
}
