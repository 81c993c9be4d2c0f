import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Log } from './log.ts';
import { type ClientSecrets, clientSecrets } from './secrets/clientSecrets.ts';
import { PracticeOrgProcess } from './signIn/practiceOrg.ts';
import { type SessionChanges, Sessions } from './signIn/sessions.ts';
import { SignIn } from './signIn/signIn.ts';

/** What VS Code gives the extension, as far as it is used. */
export type ExtensionContext = Pick<
  vscode.ExtensionContext,
  'asAbsolutePath' | 'extensionUri' | 'globalStorageUri' | 'secrets' | 'subscriptions' | 'workspaceState'
>;

/** What the features share: who is signed in, where secrets are kept, how the practice org is reached. */
export type Services = {
  context: ExtensionContext;
  log: Log;
  practiceOrg: PracticeOrgProcess;
  sessions: Sessions;
  signIn: SignIn;
  secrets: ClientSecrets;
};

export function createServices(
  context: ExtensionContext,
  log: Log,
  sessionChanges: SessionChanges,
): Services {
  l10n.config({ contents: vscode.l10n.bundle ?? {} });
  const practiceOrg = new PracticeOrgProcess(context, log);
  context.subscriptions.push(practiceOrg);
  const sessions = new Sessions(context.secrets, sessionChanges);
  const signIn = new SignIn(practiceOrg, sessions, log);
  return { context, log, practiceOrg, sessions, signIn, secrets: clientSecrets(context.secrets) };
}
