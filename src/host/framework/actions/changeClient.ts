import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { setSetting } from '../../../core/framework/setSetting.ts';
import type { ClientChanges } from '../../clients/changeClient.ts';
import { openFrameworkDocument } from '../document.ts';
import type { Action, ActionRequest } from './request.ts';
import { refuseStale } from './stale.ts';
import { documentAt, workspaceEdit } from './textEdits.ts';

/**
 * Changes the client after a preview, and then the file where the two must change as one (procedure rule E3). Whoever
 * cancels the preview changes nothing; when only the client could be changed, they are told.
 */
export async function changeClient(
  changes: ClientChanges,
  { uri, version }: ActionRequest,
  { region, clientId, change, edits }: Extract<Action, { kind: 'change-client' }>,
): Promise<void> {
  if (documentAt(uri, version) === undefined) return refuseStale();
  const result = await changes.apply({ region, clientId, changes: [change] });
  if (edits.length === 0 || result === 'cancelled' || result === 'failed') return;
  if (await turnPkceOn(uri)) return;
  vscode.window.showWarningMessage(
    l10n.t(
      'The client now uses Code Authorization / PKCE, but framework.js could not be changed: set usePKCEAuthFlow to true there, or agents cannot log in.',
    ),
  );
}

/** The text may have changed while the preview was open: this edit is made for the text there is now. */
async function turnPkceOn(uri: vscode.Uri): Promise<boolean> {
  const document = openFrameworkDocument(uri);
  const change = document && setSetting(document.getText(), 'usePKCEAuthFlow', true);
  if (change?.kind === 'unchanged') return true;
  if (document === undefined || change?.kind !== 'edit') return false;
  return await vscode.workspace.applyEdit(workspaceEdit(document, [change.edit]));
}
