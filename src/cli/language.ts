import * as l10n from '@vscode/l10n';
import type { Io } from './io.ts';
import { textsByLanguage } from './languageFiles.ts';

/** One of the languages that the texts are in (BCP 47 tag). */
export type Language = string;

/** All of them, English first. */
export const languages: readonly Language[] = ['en', ...Object.keys(textsByLanguage)];

export function isLanguage(word: string | undefined): word is Language {
  return word !== undefined && languages.includes(word);
}

/**
 * The language of a terminal, as POSIX has it: the first of these that says something counts. `ja_JP.UTF-8` is `ja`, unless
 * there are texts for `ja-jp` alone.
 */
export function languageOf(env: Io['env']): Language {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(
    (value) => value !== undefined && value !== '',
  );
  const [tag = ''] = (locale ?? '').toLowerCase().replaceAll('_', '-').split(/[.@]/);
  return [tag, tag.split('-')[0]].find(isLanguage) ?? 'en';
}

/** The texts of a language, by the English ones: none of English. */
export function textsIn(language: Language): Readonly<Record<string, string>> {
  return textsByLanguage[language]?.() ?? {};
}

/** From now on, all texts are in this language. */
export function speak(language: Language): void {
  l10n.config({ contents: textsIn(language) });
}
