import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';

/**
 * Says of open documents that they are not checked, and why, beside their language in the status bar: without a word, nothing
 * found would look like nothing wrong.
 */
export class NotChecked implements vscode.Disposable {
  private readonly items = new Map<string, vscode.LanguageStatusItem>();

  /** @param name Tells the kinds of files apart; nobody sees it. */
  constructor(private readonly name: string) {}

  /** `reason`: a sentence; undefined of a document that is checked, or is closed. */
  tell({ uri }: vscode.TextDocument, reason: string | undefined): void {
    const key = uri.toString();
    const before = this.items.get(key);
    if (before?.detail === reason) return;
    before?.dispose();
    this.items.delete(key);
    if (reason === undefined) return;
    const id = `genesysOAuth.notChecked.${this.name}.${key}`;
    const item = vscode.languages.createLanguageStatusItem(id, selectorOf(uri));
    item.name = 'OAuth Client Wizard for Genesys Cloud';
    item.severity = vscode.LanguageStatusSeverity.Warning;
    item.text = l10n.t('Not checked');
    item.detail = reason;
    this.items.set(key, item);
  }

  dispose(): void {
    for (const item of this.items.values()) item.dispose();
    this.items.clear();
  }
}

/** A sign that means something in a pattern stands for any one sign. */
function selectorOf({ scheme, path }: vscode.Uri): vscode.DocumentFilter {
  return { scheme, pattern: path.replaceAll(/[[\]{}*?]/g, '?') };
}
