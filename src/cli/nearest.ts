import * as l10n from '@vscode/l10n';
import { closest, distance } from 'fastest-levenshtein';
import { listed } from '../core/texts/sentences.ts';

/** The word of those that there are that somebody meant, where it is near enough to be. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const found = closest(word, words);
  return distance(word, found) <= Math.max(1, Math.floor(word.length / 3)) ? found : undefined;
}

/** What to write in the place of a word that does not exist: the one that was meant, or all that there are. */
export function insteadText(word: string, words: readonly string[]): string {
  const meant = nearest(word, words);
  return meant === undefined ? l10n.t('There are: {0}.', listed(words)) : l10n.t('Did you mean {0}?', meant);
}
