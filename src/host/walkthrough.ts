import * as vscode from 'vscode';
import { isFrameworkDocument } from './framework/document.ts';
import type { Services } from './services.ts';

/** What the steps of the walkthrough are about. Each is the context key that ticks its step, in package.json by the same name. */
export type WalkthroughDeed =
  | 'genesysOAuth.hasSignedIn'
  | 'genesysOAuth.hasMadeClient'
  | 'genesysOAuth.hasComparedFramework';

const done = new Set<WalkthroughDeed>();

/** Ticks the step that is about this, in whichever way it was done. VS Code keeps it ticked. */
export function tickStep(deed: WalkthroughDeed): void {
  if (done.has(deed)) return;
  done.add(deed);
  void vscode.commands.executeCommand('setContext', deed, true);
}

/** Ticks what is to be seen from outside: that somebody is signed in, and that a framework.js was held against an org. */
export function followSteps({
  sessions,
  orgClients,
}: {
  readonly sessions: Pick<Services['sessions'], 'all' | 'onDidChange'>;
  readonly orgClients: Pick<Services['orgClients'], 'current' | 'onDidChange'>;
}): vscode.Disposable {
  const lookForSessions = async () => {
    if ((await sessions.all()).length > 0) tickStep('genesysOAuth.hasSignedIn');
  };
  const lookForFiles = () => {
    if (orgClients.current().length > 0 && vscode.workspace.textDocuments.some(isFrameworkDocument))
      tickStep('genesysOAuth.hasComparedFramework');
  };
  // A keyring that does not answer says so where somebody asks for it.
  const look = () => void lookForSessions().catch(() => {});
  look();
  return vscode.Disposable.from(
    sessions.onDidChange(look),
    orgClients.onDidChange(lookForFiles),
    vscode.workspace.onDidOpenTextDocument(lookForFiles),
  );
}
