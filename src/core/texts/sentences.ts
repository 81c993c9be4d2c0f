import * as l10n from '@vscode/l10n';
import { rememberingAll } from '../remembered.ts';
import { numberText } from './duration.ts';

/** Sentences as one text, where there is no room for paragraphs. Behind a full stop of Japanese no blank follows. */
export function inOneText(sentences: readonly string[]): string {
  return sentences
    .filter((sentence) => sentence !== '')
    .reduce((text, sentence) => `${text}${/(?:^|[。!?])$/.test(text) ? '' : ' '}${sentence}`, '');
}

/** What stands behind a colon elsewhere, as a sentence of its own. */
export function asSentence(text: string): string {
  const [first = '', ...others] = text;
  return [first.toUpperCase(), ...others].join('');
}

/**
 * Items one behind the other, of which nothing is said but that they are there: `A, B` and `A、B`. `language` is a BCP 47
 * tag; left out, it is that of the texts.
 */
export function listed(items: readonly string[], language = languageOfTexts()): string {
  return listsIn(language).format(items);
}

const listsIn = rememberingAll((language) => {
  const bare = new Intl.ListFormat(language, { type: 'unit' });
  // Where only blanks part them, as in Japanese, nobody sees where one with a blank in it ends.
  const arePartedByBlanks = bare.format(['1', '2']) === '1 2';
  return arePartedByBlanks ? new Intl.ListFormat(language) : bare;
});

/** The same of no more than `most` items, and how many more there are. */
export function listedUpTo(most: number, items: readonly string[], language: string): string {
  const more = items.length - most;
  return listed(more > 0 ? [...items.slice(0, most), moreText(more, language)] : items, language);
}

/** What ends a list of which not all is shown. */
export function moreText(count: number, language: string): string {
  return l10n.t('{0} more', numberText(count, language));
}

/** The language that the texts are in (BCP 47 tag). Each translation says its own, in the place of the text "en". */
function languageOfTexts(): string {
  return l10n.t('en');
}
