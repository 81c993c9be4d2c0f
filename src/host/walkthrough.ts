import * as vscode from 'vscode';
import type { FileCoverage } from '../core/framework/check/coverage.ts';
import type { Services } from './services.ts';

/** What the steps of the walkthrough are about. Each is the context key that ticks its step, in package.json by the same name. */
export type WalkthroughDeed =
  | 'genesysOAuth.hasSignedIn'
  | 'genesysOAuth.hasMadeClient'
  | 'genesysOAuth.hasSeenClient'
  | 'genesysOAuth.hasComparedFramework';

/** Ticks the step that is about this, in whichever way it was done. VS Code keeps it ticked. */
export function tickStep(deed: WalkthroughDeed): void {
  void vscode.commands.executeCommand('setContext', deed, true);
}

/** Ticks what is to be seen from outside: that somebody is signed in. */
export function followSessions({
  sessions,
}: {
  readonly sessions: Pick<Services['sessions'], 'all' | 'onDidChange'>;
}): vscode.Disposable {
  const lookForSessions = async () => {
    if ((await sessions.all()).length > 0) tickStep('genesysOAuth.hasSignedIn');
  };
  // A keyring that does not answer says so where somebody asks for it.
  const look = () => void lookForSessions().catch(() => {});
  look();
  return sessions.onDidChange(look);
}

/** Ticks, once, that a Client ID of an open framework.js was held against the clients of an org. */
export function followChecks(checks: {
  readonly onDidChange: vscode.Event<unknown>;
  covers(document: vscode.TextDocument): boolean;
  coverageOf(document: vscode.TextDocument): Pick<FileCoverage, 'entries'>;
}): vscode.Disposable {
  const isCompared = (document: vscode.TextDocument) =>
    checks.covers(document) && checks.coverageOf(document).entries.some(({ kind }) => kind === 'compared');
  const listening = [checks.onDidChange(look), vscode.workspace.onDidOpenTextDocument(look)];
  const following = vscode.Disposable.from(...listening);
  function look(): void {
    if (!vscode.workspace.textDocuments.some(isCompared)) return;
    tickStep('genesysOAuth.hasComparedFramework');
    following.dispose();
  }
  return following;
}
