import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { frameworkRedirectUris } from '../../core/clients/frameworkNeeds.ts';
import { fixAll } from '../../core/framework/check/checkFramework.ts';
import type { Directive } from '../../core/framework/directives.ts';
import { entryAt } from '../../core/framework/entryAt.ts';
import type { FrameworkFinding, FrameworkFix } from '../../core/framework/frameworkFinding.ts';
import { ignoreLine } from '../../core/framework/ignoreLine.ts';
import type { FrameworkInspection } from '../../core/framework/inspect.ts';
import type { Place } from '../../core/framework/places.ts';
import { setSetting } from '../../core/framework/setSetting.ts';
import { readRegionName } from '../../core/platform/regionName.ts';
import { frameworkFixText } from '../../core/texts/frameworkFixes.ts';
import { placeOf } from '../../core/texts/regions.ts';
import { codeOf, rangeOf, type Severities } from '../diagnostics/shownFindings.ts';
import { ActionRequest } from './actions/actionRequest.ts';
import { workspaceEdit } from './actions/textEdits.ts';
import type { FrameworkChecks } from './checks.ts';

const { QuickFix, SourceFixAll } = vscode.CodeActionKind;
const FIX_ALL = SourceFixAll.append('genesysOAuth');

/** Offers each finding's fixes. They are made for the text as it is when they are asked for. */
export class FrameworkCodeActions implements vscode.CodeActionProvider {
  constructor(
    private readonly checks: FrameworkChecks,
    private readonly severities: Severities,
  ) {}

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    if (!this.checks.covers(document)) return [];
    const { uri } = document;
    const shown = this.checks
      .findingsOf(document)
      .filter(({ code, severity }) => this.severities.of(code, severity, uri) !== undefined);
    const here = shown.filter(({ place }) => rangeOf(document, place).intersection(range) !== undefined);
    const all = fixAllActions(document, shown);
    return [
      ...here.flatMap((finding) => fixActions(document, finding, ofFinding(diagnostics, document, finding))),
      ...(here.length > 0 ? all.filter(({ kind }) => kind === QuickFix) : []),
      ...here.flatMap((finding) => {
        const { directives } = this.checks.inspect(document);
        return quietActions(document, directives, finding, ofFinding(diagnostics, document, finding));
      }),
      ...all.filter(({ kind }) => kind !== QuickFix),
      ...entryActions(document, this.checks, document.offsetAt(range.start)),
    ];
  }
}

/** The kinds of actions there are, so that VS Code asks for no other. */
export const codeActionKinds: vscode.CodeActionProviderMetadata = {
  providedCodeActionKinds: [QuickFix, FIX_ALL, vscode.CodeActionKind.RefactorRewrite],
};

function ofFinding(
  diagnostics: readonly vscode.Diagnostic[],
  document: vscode.TextDocument,
  { code, place }: FrameworkFinding,
): vscode.Diagnostic[] {
  const range = rangeOf(document, place);
  return diagnostics.filter((each) => codeOf(each) === code && each.range.isEqual(range));
}

function fixActions(
  document: vscode.TextDocument,
  { fixes }: FrameworkFinding,
  diagnostics: vscode.Diagnostic[],
): vscode.CodeAction[] {
  return fixes.map((fix, index) => {
    const action = new vscode.CodeAction(frameworkFixText(fix), QuickFix);
    action.diagnostics = diagnostics;
    action.isPreferred = index === 0 && repairsAtOnce(fix);
    if (fix.kind === 'edit') action.edit = workspaceEdit(document, fix.edits);
    else action.command = ActionRequest.command(action.title, document, fix);
    return action;
  });
}

/** What may be done by a key, without choosing: it needs no answer but a yes. */
function repairsAtOnce({ kind }: FrameworkFix): boolean {
  return kind === 'edit' || kind === 'change-client';
}

/** All fixes at once that change nothing the file does: for the lightbulb where there are several, and for saving. */
function fixAllActions(
  document: vscode.TextDocument,
  findings: readonly FrameworkFinding[],
): vscode.CodeAction[] {
  const edits = fixAll(findings);
  if (edits.length === 0) return [];
  const action = (title: string, kind: vscode.CodeActionKind) => {
    const made = new vscode.CodeAction(title, kind);
    made.edit = workspaceEdit(document, edits);
    return made;
  };
  const onSave = action(l10n.t('Fix what is safe to fix in framework.js'), FIX_ALL);
  return edits.length === 1
    ? [onSave]
    : [action(l10n.t('Fix all of these that are safe to fix'), QuickFix), onSave];
}

/** For those who know better: the finding is not shown any more here, or is as loud everywhere as they say. */
function quietActions(
  document: vscode.TextDocument,
  directives: readonly Directive[],
  { code, place }: FrameworkFinding,
  diagnostics: vscode.Diagnostic[],
): vscode.CodeAction[] {
  const severity = new vscode.CodeAction(l10n.t('Change the severity of {0}', code), QuickFix);
  severity.diagnostics = diagnostics;
  severity.command = ActionRequest.command(severity.title, document, { kind: 'change-severity', code });
  const edit = ignoreLine(document.getText(), directives, place, code);
  if (edit === undefined) return [severity];
  const ignore = new vscode.CodeAction(l10n.t('Ignore {0} on this line', code), QuickFix);
  ignore.diagnostics = diagnostics;
  ignore.edit = workspaceEdit(document, [edit]);
  return [ignore, severity];
}

/** What can be done at an entry or a setting, whether or not anything is wrong there. */
function entryActions(
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
  const clients = checks.clientsFor(document);
  if (clients.toShow(entry) !== undefined) return [];
  const { value } = entry;
  const uris = frameworkRedirectUris(region, checks.inspect(document).dedicatedLoginWindow.kind === 'on');
  const fix = { kind: 'copy-redirect-uris', region, clientId: value.text, uris } as const;
  // Nobody knows the client, so that it is not certain either that it is there.
  const title = l10n.t(
    'Copy the redirect URIs this file needs and open the admin page of {0}',
    placeOf(region),
  );
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
  const title = l10n.t('Open the login in a separate window (dedicatedLoginWindow)');
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
