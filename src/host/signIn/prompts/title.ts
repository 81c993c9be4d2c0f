import * as l10n from '@vscode/l10n';

/** What all questions of a sign-in are called; `question` says which one it is. */
export function signInTitle(question: string): string {
  return l10n.t('Genesys Cloud: Sign In: {0}', question);
}
