import * as vscode from 'vscode';
import type { TextEdit } from '../../core/framework/textEdit.ts';
import type { FileResult } from '../../core/operations/effects.ts';
import { reasonOf } from '../../core/reason.ts';

/**
 * Writes a file on disk, every byte as it is given, and so that it can be undone in the editor: one that knows the text
 * from before takes what it finds on the disk as a change. Like an edit, says whether the file on disk has changed.
 */
export async function writeText(uri: vscode.Uri, text: string): Promise<boolean> {
  // There is no text from before of a file that is new, or that no editor can show.
  await vscode.workspace.openTextDocument(uri).then(undefined, () => undefined);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return true;
}

/** Changes a file in its editor and leaves it unsaved there. */
export async function editDocument(
  document: vscode.TextDocument,
  { start, end, newText }: TextEdit,
): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
  edit.replace(document.uri, range, newText);
  if (!(await vscode.workspace.applyEdit(edit)))
    throw new Error(`VS Code refused the edit of ${document.uri}.`);
  return false;
}

/** What became of writing, in the words of a plan. */
export async function orFailure(writing: Promise<boolean>): Promise<FileResult> {
  return await writing.then(
    (saved) => ({ kind: 'written', saved }),
    (error) => ({ kind: 'failed', reason: reasonOf(error) }),
  );
}

/** Shows a file beside the wizard, at a line counted from 1. */
export async function showFile(uri: vscode.Uri, line: number): Promise<void> {
  const position = new vscode.Position(line - 1, 0);
  await vscode.window.showTextDocument(uri, {
    viewColumn: vscode.ViewColumn.Beside,
    preserveFocus: true,
    selection: new vscode.Range(position, position),
  });
}
