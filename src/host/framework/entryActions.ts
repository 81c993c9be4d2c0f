import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { frameworkRedirectUris } from '../../core/clients/frameworkNeeds.ts';
import { entryAt } from '../../core/framework/entryAt.ts';
import type { FrameworkInspection } from '../../core/framework/inspect.ts';
import type { Place } from '../../core/framework/places.ts';
import { setSetting } from '../../core/framework/setSetting.ts';
import { readRegionName } from '../../core/platform/regionName.ts';
import { ActionRequest } from './actions/request.ts';
import { workspaceEdit } from './actions/textEdits.ts';
import type { FrameworkChecks } from './checks.ts';

/** What can be done at an entry or a setting, whether or not anything is wrong there. */
export function entryActions(
  document: vscode.TextDocument,
  checks: FrameworkChecks,
  offset: number,
): vscode.CodeAction[] {
  return [
    ...copyUris(document, checks, offset),
    ...ownLoginWindow(document, checks.inspect(document), offset),
  ];
}

/**
 * The way without an account (procedure rule E4), for a Client ID in a region that Genesys Cloud has. Of a client that is
 * known, the findings say what it lacks.
 */
function copyUris(
  document: vscode.TextDocument,
  checks: FrameworkChecks,
  offset: number,
): vscode.CodeAction[] {
  const entry = entryAt(document.getText(), offset)?.entry;
  const region = readRegionName(entry?.region ?? '');
  if (entry?.value.kind !== 'client-id' || region === undefined) return [];
  if (checks.clientsFor(document).of(entry) !== undefined) return [];
  const { value } = entry;
  const uris = frameworkRedirectUris(region, checks.inspect(document).dedicatedLoginWindow.kind === 'on');
  const fix = { kind: 'copy-redirect-uris', region, clientId: value.text, uris } as const;
  const title = l10n.t("Copy the redirect URIs this file needs and open the client's admin page");
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.RefactorRewrite);
  action.command = ActionRequest.command(title, document, fix);
  return [action];
}

/** Turns `dedicatedLoginWindow` on, offered at it and in `clientIds`. */
function ownLoginWindow(
  document: vscode.TextDocument,
  { clientIds, dedicatedLoginWindow }: FrameworkInspection,
  offset: number,
): vscode.CodeAction[] {
  const isAtSetting =
    dedicatedLoginWindow.kind === 'off' && isOnLineOf(document, dedicatedLoginWindow.place, offset);
  const isInIds = clientIds.kind === 'literal' && isIn(clientIds.place, offset);
  if (!isAtSetting && !isInIds) return [];
  const change = setSetting(document.getText(), 'dedicatedLoginWindow', true);
  if (change.kind !== 'edit') return [];
  const title = l10n.t('Open the login in a window of its own (dedicatedLoginWindow)');
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.RefactorRewrite);
  action.edit = workspaceEdit(document, [change.edit]);
  return [action];
}

function isIn({ start, end }: Place, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** The place of a setting is its value's; the name stands on the same line. */
function isOnLineOf(document: vscode.TextDocument, place: Place, offset: number): boolean {
  return document.positionAt(offset).line === place.line - 1;
}
