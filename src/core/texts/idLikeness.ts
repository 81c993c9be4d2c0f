import * as l10n from '@vscode/l10n';
import type { IdLikeness } from '../clients/nearIds.ts';
import { numberText } from './duration.ts';

/** Why a client may be the one that a file means. `language`: a BCP 47 tag. */
export function idLikenessText(likeness: IdLikeness, language: string): string {
  if (likeness.kind === 'same-start') return l10n.t('begins as the ID in the file does');
  return likeness.count === 1
    ? l10n.t('1 character differs from the ID in the file')
    : l10n.t('{0} characters differ from the ID in the file', numberText(likeness.count, language));
}
