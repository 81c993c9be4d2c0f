import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { editBetween, type TextEdit } from '../../core/framework/textEdit.ts';
import type { FileResult } from '../../core/operations/effects.ts';
import { reasonOf } from '../../core/reason.ts';
import { type Content, createFile, replaceFile, takesNoSecondFile } from '../../disk/atomically.ts';
import { leadsTo } from './leadsTo.ts';
import { exists, readText, unsavedDocument } from './read.ts';

/**
 * Writes a file that is there, every byte as it is given, whole or not at all, and so that it can be undone in the editor:
 * one that knows the text from before takes what it finds on the disk as a change. A link stays one, and is never followed
 * out of the workspace. Like an edit, says whether the file on disk has changed.
 */
export async function writeText(uri: vscode.Uri, text: string): Promise<boolean> {
  const leads = await leadsTo(uri);
  if (leads.kind === 'outside') throw new Error(leads.reason);
  const place = leads.kind === 'within' ? leads.uri : uri;
  const bytes = new TextEncoder().encode(text);
  // There is no text from before of a file that no editor can show.
  await vscode.workspace.openTextDocument(uri).then(undefined, () => undefined);
  if (place.scheme !== 'file' || !(await isReplaced(place, bytes)))
    await vscode.workspace.fs.writeFile(place, bytes);
  return true;
}

/** False, with nothing done, where the folder takes no second file. */
async function isReplaced(place: vscode.Uri, content: Content): Promise<boolean> {
  return await replaceFile(place.fsPath, content).then(
    () => true,
    (error) => {
      if (takesNoSecondFile(error)) return false;
      throw error;
    },
  );
}

/** Makes a file, whole or not at all. Rejects where there is one by then, and where a link leads out of the workspace. */
export async function createText(uri: vscode.Uri, text: string): Promise<boolean> {
  const leads = await leadsTo(uri);
  if (leads.kind === 'outside') throw new Error(leads.reason);
  const bytes = new TextEncoder().encode(text);
  if (uri.scheme === 'file') {
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(uri, '..'));
    await createFile(uri.fsPath, bytes);
    return true;
  }
  if (!(await createByEdit(uri, bytes)))
    throw new Error(l10n.t('{0} is there by now.', vscode.workspace.asRelativePath(uri)));
  return true;
}

/** Where no disk is. False where there is a file by then. */
async function createByEdit(uri: vscode.Uri, contents: Uint8Array): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { contents, overwrite: false, ignoreIfExists: false });
  return await vscode.workspace.applyEdit(edit);
}

/**
 * Writes a file whose place the person has just chosen, be there one by now or not, piece by piece, and whole or not at all.
 * Rejects where a link leads out of the workspace.
 */
export async function saveText(uri: vscode.Uri, pieces: () => Iterable<string>): Promise<void> {
  const leads = await leadsTo(uri);
  if (leads.kind === 'outside') throw new Error(leads.reason);
  const place = leads.kind === 'within' ? leads.uri : uri;
  if (place.scheme === 'file') {
    const isThere = await exists(place);
    if (!isThere) return await createFile(place.fsPath, pieces());
    if (await isReplaced(place, pieces())) return;
  }
  await vscode.workspace.fs.writeFile(place, new TextEncoder().encode([...pieces()].join('')));
}

/**
 * The same where none is there: false, with nothing done, where there is one by then. Rejects where it cannot be written.
 */
export async function saveNewText(uri: vscode.Uri, pieces: () => Iterable<string>): Promise<boolean> {
  const leads = await leadsTo(uri);
  if (leads.kind === 'outside') throw new Error(leads.reason);
  if (await exists(uri)) return false;
  if (uri.scheme !== 'file') return await createByEdit(uri, new TextEncoder().encode([...pieces()].join('')));
  try {
    await createFile(uri.fsPath, pieces());
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
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
    throw new Error(
      l10n.t('VS Code refused the edit of {0}.', vscode.workspace.asRelativePath(document.uri)),
    );
  return false;
}

/**
 * Puts a text in the place of the one that a file was read with, unless it holds another one by now. Where an editor has
 * unsaved changes, they are what counts, and this is left unsaved beside them.
 */
export async function exchangeText(uri: vscode.Uri, before: string, after: string): Promise<FileResult> {
  const now = await readText(uri);
  if (!now.ok) return { kind: 'failed', reason: now.reason };
  if (now.value !== before) return { kind: 'changed-meanwhile' };
  return await putText(uri, before, after);
}

/** The same without another look. */
export async function putText(uri: vscode.Uri, before: string, after: string): Promise<FileResult> {
  const document = unsavedDocument(uri);
  return await orFailure(
    document === undefined ? writeText(uri, after) : editDocument(document, editBetween(before, after)),
  );
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
