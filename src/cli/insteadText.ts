import * as l10n from '@vscode/l10n';
import { nearestWords } from '../core/named.ts';
import { listed } from '../core/texts/sentences.ts';

/** What to write in the place of a word that does not exist: the one that was meant, or all that there are. */
export function insteadText(word: string, words: readonly string[]): string {
  const [meant] = nearestWords(word, words);
  return meant === undefined ? l10n.t('There are: {0}.', listed(words)) : l10n.t('Did you mean {0}?', meant);
}
