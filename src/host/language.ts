import * as vscode from 'vscode';

/** The language that the texts are in (BCP 47 tag): the reader's, or English where there is no translation. */
export function textLanguage(): string {
  return vscode.l10n.bundle === undefined ? 'en' : vscode.env.language;
}
