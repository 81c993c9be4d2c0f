import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';

/** Says that a fix was for a text that is there no more. */
export function refuseStale(): void {
  vscode.window.showInformationMessage(
    l10n.t(
      'framework.js has changed since this was offered, so nothing was done. Look at the problem again.',
    ),
  );
}
