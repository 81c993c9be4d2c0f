import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { inspectFramework } from '../../../core/framework/inspect.ts';
import { setSetting } from '../../../core/framework/setSetting.ts';
import { editBetween, type TextEdit } from '../../../core/framework/textEdit.ts';
import type { FileChange } from '../../clients/clientChanges.ts';
import type { Dialogs } from '../../ui/dialogs.ts';
import { openFrameworkDocument } from '../document.ts';
import { workspaceEdit } from './textEdits.ts';

/** `usePKCEAuthFlow` in this framework.js, which is turned on with the client's grant type and off again with its undo (E3). */
export function pkceSetting(uri: vscode.Uri, dialogs: Dialogs): FileChange {
  let made: { readonly before: string; readonly after: string } | undefined;

  const make = async () => {
    // The text may have changed while the preview was open: this edit is made for the text there is now.
    const document = openFrameworkDocument(uri);
    const before = document?.getText() ?? '';
    const change = setSetting(before, 'usePKCEAuthFlow', true);
    if (change.kind === 'unchanged') return;
    if (document !== undefined && change.kind === 'edit' && (await edited(document, change.edit))) {
      made = { before, after: document.getText() };
      return;
    }
    dialogs.warn(
      l10n.t(
        'The client now uses Code Authorization / PKCE, but framework.js could not be changed: set usePKCEAuthFlow to true there, or agents cannot log in.',
      ),
    );
  };

  const takeBack = async () => {
    if (made === undefined || (await isTakenBack(uri, made))) return;
    dialogs.warn(
      l10n.t(
        'The client uses Implicit Grant again, but framework.js could not be changed: set usePKCEAuthFlow to false there, or agents cannot log in.',
      ),
    );
  };

  return { make, takeBack };
}

/** The text is given back as it was, or, where it was edited since, the setting alone is turned off. */
async function isTakenBack(
  uri: vscode.Uri,
  { before, after }: { readonly before: string; readonly after: string },
): Promise<boolean> {
  const document = openFrameworkDocument(uri);
  if (document === undefined) return false;
  const now = document.getText();
  if (now === after) return await edited(document, editBetween(now, before));
  const { kind } = inspectFramework(now).usePKCEAuthFlow;
  if (kind === 'absent' || kind === 'off') return true;
  const change = setSetting(now, 'usePKCEAuthFlow', false);
  return change.kind === 'edit' && (await edited(document, change.edit));
}

async function edited(document: vscode.TextDocument, edit: TextEdit): Promise<boolean> {
  return await vscode.workspace.applyEdit(workspaceEdit(document, [edit]));
}
