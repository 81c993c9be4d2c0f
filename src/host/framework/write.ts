import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import { applyEdit, setClientId, type TextEdit } from '../../core/framework/edit.ts';
import { newFrameworkFile } from '../../core/framework/newFile.ts';
import type { CreateFileStep, EditFileStep, FileResult } from '../../core/procedures/execute.ts';
import { placementOf } from '../../core/procedures/frameworkFile.ts';
import { reasonOf } from '../reason.ts';
import { exists, readText, unsavedDocument } from './text.ts';

/**
 * Writes a Client ID into framework.js as it is now, provided that what it replaces is what Review showed. On disk
 * every other byte stays; a file with unsaved changes is changed in its editor and left unsaved.
 */
export async function editFrameworkFile(step: EditFileStep, clientId: string): Promise<FileResult> {
  const uri = vscode.Uri.parse(step.uri);
  const text = await readText(uri);
  if (!text.ok) return { kind: 'failed', reason: text.reason };
  const placement = placementOf(text.value, step.region);
  const change = setClientId(text.value, step.region, clientId);
  const document = unsavedDocument(uri);
  if (change.kind === 'unchanged') return { kind: 'written', saved: document === undefined };
  const asShown = placement.kind === 'possible' && isDeepStrictEqual(placement.replaces, step.replaces);
  if (change.kind === 'refused' || !asShown) return { kind: 'changed-meanwhile' };
  return await orFailure(
    document === undefined
      ? writeBytes(uri, applyEdit(text.value, change.edit))
      : editDocument(document, change.edit),
  );
}

/** Creates a minimal framework.js (rule E6); an existing file is never overwritten. */
export async function createFrameworkFile(step: CreateFileStep, clientId: string): Promise<FileResult> {
  const { region, dedicatedLoginWindow, pkce } = step;
  const uri = vscode.Uri.parse(step.uri);
  const text = newFrameworkFile({ region, clientId, dedicatedLoginWindow, pkce });
  if (await exists(uri)) return { kind: 'changed-meanwhile' };
  return await orFailure(writeBytes(uri, text));
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

/** Both ways of writing say whether the file on disk has changed. */
async function writeBytes(uri: vscode.Uri, text: string): Promise<boolean> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return true;
}

async function editDocument(
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

async function orFailure(writing: Promise<boolean>): Promise<FileResult> {
  return await writing.then(
    (saved) => ({ kind: 'written', saved }),
    (error) => ({ kind: 'failed', reason: reasonOf(error) }),
  );
}
