import { textsByLanguage } from './languageFiles.ts';

/** One of the languages in which the org speaks (BCP 47 tag). */
export type Language = string;

/** Every language in which the org speaks, English first. */
export const languages: readonly Language[] = ['en', ...Object.keys(textsByLanguage)];

/** A text in a language, `{0}` and so on filled in; in English where there is no translation. */
export function inLanguage(language: Language, text: string, ...values: readonly string[]): string {
  const translated = textsByLanguage[language]?.[text] ?? text;
  return translated.replace(/\{(\d)\}/g, (place, index) => values[Number(index)] ?? place);
}

/** A text in every language, by its tag. */
export function inEveryLanguage(text: string): Readonly<Record<Language, string>> {
  return Object.fromEntries(languages.map((language) => [language, inLanguage(language, text)]));
}

/**
 * The language that an Accept-Language header prefers among ours; English when it prefers none of them.
 * Takes the header as it came; weights (`;q=`) count, order decides between equal weights.
 */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wishes.map(({ tag }) => ours(tag)).find((language) => language !== undefined) ?? 'en';
}

/** Ours of this tag, or of its language alone: `ja` for `ja-JP`. */
function ours(tag: string): Language | undefined {
  const [bare] = tag.split('-');
  return languages.find((language) => language === tag) ?? languages.find((language) => language === bare);
}
