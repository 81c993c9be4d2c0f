import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import { setClientIds } from '../../core/framework/edit.ts';
import { newFrameworkFile } from '../../core/framework/newFile.ts';
import { editBetween } from '../../core/framework/textEdit.ts';
import type { CreateFileStep, EditFileStep, FileResult } from '../../core/operations/effects.ts';
import { placementOf } from '../../core/procedures/frameworkFile.ts';
import { reasonOf } from '../../core/reason.ts';
import { exists, readCheckedText, unsavedDocument } from '../files/read.ts';
import { createText, editDocument, orFailure, writeText } from '../files/write.ts';

/**
 * Writes a Client ID into framework.js as it is now, provided that what it replaces is what Review showed. On disk
 * every other byte stays; a file with unsaved changes is changed in its editor and left unsaved.
 */
export async function editFrameworkFile(step: EditFileStep, clientId: string): Promise<FileResult> {
  const uri = vscode.Uri.parse(step.uri);
  const text = await readCheckedText(uri);
  if (!text.ok) return { kind: 'failed', reason: text.reason };
  const placement = placementOf(text.value, step.regions);
  const change = setClientIds(text.value, step.regions, clientId);
  const document = unsavedDocument(uri);
  if (change.kind === 'edit' && change.entries.length === 0) {
    return { kind: 'written', saved: document === undefined };
  }
  const asShown = placement.kind === 'possible' && isDeepStrictEqual(placement.entries, step.entries);
  if (change.kind === 'refused' || !asShown) return { kind: 'changed-meanwhile' };
  return await orFailure(
    document === undefined
      ? writeText(uri, change.edited)
      : editDocument(document, editBetween(text.value, change.edited)),
  );
}

/** Creates a minimal framework.js (rule E6); an existing file is never overwritten, and is fine if it is this one. */
export async function createFrameworkFile(step: CreateFileStep, clientId: string): Promise<FileResult> {
  const { regions, dedicatedLoginWindow, pkce } = step;
  const uri = vscode.Uri.parse(step.uri);
  const text = newFrameworkFile({ regions, clientId, dedicatedLoginWindow, pkce });
  try {
    if (!(await exists(uri))) return await orFailure(createText(uri, text));
  } catch (error) {
    return { kind: 'failed', reason: reasonOf(error) };
  }
  const there = await readCheckedText(uri);
  const isThis = there.ok && there.value === text;
  return isThis
    ? { kind: 'written', saved: unsavedDocument(uri) === undefined }
    : { kind: 'changed-meanwhile' };
}
