import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { TextEdit } from '../../../core/framework/textEdit.ts';
import { rangeOf } from '../../diagnostics/shownFindings.ts';
import type { Dialogs } from '../../ui/dialogs.ts';
import { openFrameworkDocument } from '../document.ts';

/** Edits of the text that the document has now, as VS Code makes and undoes them. */
export function workspaceEdit(
  document: vscode.TextDocument,
  edits: readonly TextEdit[],
): vscode.WorkspaceEdit {
  const result = new vscode.WorkspaceEdit();
  for (const edit of edits) result.replace(document.uri, rangeOf(document, edit), edit.newText);
  return result;
}

/** The open document, if it is still the text that something was offered for. */
export function documentAt(uri: vscode.Uri, version: number): vscode.TextDocument | undefined {
  const document = openFrameworkDocument(uri);
  return document?.version === version ? document : undefined;
}

/** Says that a fix was for a text that is there no more. */
export function refuseStale(dialogs: Dialogs): void {
  dialogs.tell(
    l10n.t(
      'framework.js has changed since this was offered, so nothing was done. Look at the problem again.',
    ),
  );
}
