import * as l10n from '@vscode/l10n';

/** The language that the texts are in (BCP 47 tag). Each translation says its own, in the place of the text "en". */
export function languageOfTexts(): string {
  return l10n.t('en');
}
