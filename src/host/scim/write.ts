import * as vscode from 'vscode';
import type { MadeConnection, ScimFileResult, ScimFileStep } from '../../core/procedures/execute.ts';
import { updateScimConfig } from '../../core/scim/writeConfig.ts';
import { exists, readText, unsavedDocument } from '../files/text.ts';
import { editDocument, orFailure, writeText } from '../files/write.ts';

/** Writes a connection into the SCIM config file as it is now (rule S6); whatever else is in it stays. */
export async function writeScimFile(step: ScimFileStep, made: MadeConnection): Promise<ScimFileResult> {
  const uri = vscode.Uri.parse(step.uri);
  const isThere = await exists(uri);
  const before = isThere ? await readText(uri) : undefined;
  if (before?.ok === false) return { kind: 'failed', reason: before.reason };
  const { clientId, createdAt, tokenEndsAt } = made;
  const update = updateScimConfig(before?.value, {
    ...step.connection,
    ...{ clientId, createdAt },
    ...(tokenEndsAt !== undefined && { tokenEndsAt }),
  });
  if (update.kind === 'refused') return { kind: 'refused', reason: update.reason, line: update.line };
  const document = unsavedDocument(uri);
  if (document === undefined) return await orFailure(writeText(uri, update.text));
  const whole = { start: 0, end: document.getText().length, newText: update.text };
  return await orFailure(editDocument(document, whole));
}
