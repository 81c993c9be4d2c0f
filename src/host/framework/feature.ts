import * as vscode from 'vscode';
import { ClientChanges } from '../clients/clientChanges.ts';
import { LastUses } from '../clients/lastUses.ts';
import { FileDiagnostics, type FileKind } from '../diagnostics/fileDiagnostics.ts';
import { Severities, ShownFindings } from '../diagnostics/shownFindings.ts';
import type { Services } from '../services.ts';
import { followChecks } from '../walkthrough.ts';
import { type ActionTools, act } from './actions/act.ts';
import { builtCopyFindings } from './builtCopy.ts';
import { FrameworkChecks } from './checks.ts';
import { codeActionKinds, FrameworkCodeActions } from './codeActions.ts';
import { FrameworkCodeLens } from './codeLens.ts';
import { COMPLETION_TRIGGERS, completionProvider } from './completion.ts';
import { frameworkSelector, isBuiltCopy, isFrameworkDocument } from './document.ts';
import { FrameworkWatcher } from './find.ts';
import { complainOfPatterns } from './patternFaults.ts';
import { hoverProvider, inlayHintsProvider, linkProvider } from './readingAids.ts';
import { checkWorkspace, WorkspaceCheck } from './workspaceCheck.ts';

/** All that the editor does for framework.js. */
export type Framework = vscode.Disposable & {
  /** Checks the files that are not open, too. */
  checkWorkspace(): Promise<void>;
  /** Does what a quick fix or a code lens offered; anything else is ignored. */
  act(request: unknown): Promise<void>;
};

/** Begins to watch, and to help with, every framework.js. `createClient` opens the wizard for a place in one of them. */
export function createFramework(
  services: Services,
  given: Pick<ActionTools, 'actOn' | 'createClient' | 'signIn'>,
): Framework {
  const { dialogs, log, orgClients } = services;
  const files = new FrameworkWatcher();
  const severities = new Severities(log);
  const shown = new ShownFindings('framework.js', severities);
  const checks = new FrameworkChecks(orgClients);
  const workspaceCheck = new WorkspaceCheck(shown, checks, log, files);
  const codeLens = new FrameworkCodeLens(checks, orgClients);
  const diagnostics = new FileDiagnostics(frameworkKind(checks, files), shown, log);
  const parts = [
    ...[shown, files, checks, diagnostics, workspaceCheck, codeLens],
    ...[
      complainOfPatterns(log, dialogs),
      followChecks(checks),
      forTheseFiles(files, () => registered(checks, severities, codeLens, services)),
    ],
  ];
  const tools = { services, dialogs, changes: new ClientChanges(services, dialogs), ...given };
  return {
    checkWorkspace: async () => await checkWorkspace(workspaceCheck, tools, log),
    act: async (request) => await act(tools, request),
    dispose: () => {
      for (const part of parts.toReversed()) part.dispose();
    },
  };
}

/** Registers what VS Code asks about the files that are meant, and again when others are. */
function forTheseFiles(
  files: FrameworkWatcher,
  register: () => readonly vscode.Disposable[],
): vscode.Disposable {
  let now = register();
  const changing = files.onDidChangePatterns(() => {
    for (const each of now) each.dispose();
    now = register();
  });
  return new vscode.Disposable(() => {
    for (const each of [changing, ...now]) each.dispose();
  });
}

function registered(
  checks: FrameworkChecks,
  severities: Severities,
  codeLens: FrameworkCodeLens,
  services: Services,
): readonly vscode.Disposable[] {
  const { languages } = vscode;
  const { orgClients: orgs } = services;
  const actions = new FrameworkCodeActions(checks, severities);
  const selector = frameworkSelector();
  return [
    languages.registerCodeActionsProvider(selector, actions, codeActionKinds),
    languages.registerCodeLensProvider(selector, codeLens),
    languages.registerHoverProvider(
      selector,
      hoverProvider(checks, { orgs, lastUses: new LastUses(services) }),
    ),
    languages.registerCompletionItemProvider(
      selector,
      completionProvider(checks, orgs),
      ...COMPLETION_TRIGGERS,
    ),
    languages.registerDocumentLinkProvider(selector, linkProvider(checks)),
    languages.registerInlayHintsProvider(selector, inlayHintsProvider(checks, orgs)),
  ];
}

/** Every framework.js: what is wrong with its text and by what is known of the orgs; of a built copy, only that it is one. */
function frameworkKind(checks: FrameworkChecks, files: FrameworkWatcher): FileKind {
  return {
    isMeant: isFrameworkDocument,
    inspect: (document) =>
      isBuiltCopy(document.uri)
        ? builtCopyFindings(document.uri, checks.inspect(document))
        : checks.findingsOf(document),
    want: (document) => checks.want(document),
    wantMissing: (document) => checks.wantUnread(document),
    onDidLearn: checks.onDidChange,
    onDidChangeMeant: files.onDidChangePatterns,
  };
}
