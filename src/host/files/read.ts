import * as vscode from 'vscode';
import { decode } from '../../core/files/encoding.ts';
import { LARGEST_FILE, leftAlone, tooLargeText } from '../../core/files/readable.ts';
import { reasonOf } from '../../core/reason.ts';
import { leadsTo } from './leadsTo.ts';

/** The editor that holds unsaved changes of this file, if one does: what it shows counts, not the disk. */
export function unsavedDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const matches = (document: vscode.TextDocument) => document.uri.toString() === uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.isDirty && matches(document));
}

type ReadText =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly reason: string };

/** The text of a framework.js or genesys-scim.json: as `readText`, and none that is left alone. */
export async function readCheckedText(uri: vscode.Uri): Promise<ReadText> {
  const read = await readText(uri);
  const reason = read.ok ? leftAlone(read.value) : undefined;
  return reason === undefined ? read : { ok: false, reason };
}

/**
 * The text of a file, with its byte order mark and line ends as they are; or why it cannot be read, in words. Only UTF-8 is
 * read, because what is written again in another encoding would be another text. No link is followed out of the workspace.
 */
export async function readText(uri: vscode.Uri): Promise<ReadText> {
  try {
    const leads = await leadsTo(uri);
    if (leads.kind === 'outside') return { ok: false, reason: leads.reason };
    const document = unsavedDocument(uri);
    if (document !== undefined) return { ok: true, value: document.getText() };
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > LARGEST_FILE) return { ok: false, reason: tooLargeText() };
    return decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}

/**
 * Whether somebody works on a file: in a file system that can be written to, in the workspace, or not saved yet. A past
 * version beside a diff is not worked on.
 */
export function isWorkedOn(uri: vscode.Uri): boolean {
  return (
    uri.scheme === 'untitled' ||
    vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true ||
    vscode.workspace.getWorkspaceFolder(uri) !== undefined
  );
}

/**
 * Whether there is something at this place, readable or not. Rejects where that cannot be found out: what cannot be looked
 * at may be there.
 */
export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}
