import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Services } from '../services.ts';
import { plainMessage } from '../ui/plainMessage.ts';
import { type PrepareClient, signInInteractively } from './interactive.ts';

/** "Sign In": in one of the ways that work here. */
export async function signIn(services: Services, prepareClient: PrepareClient): Promise<void> {
  const session = await signInInteractively(services, prepareClient);
  if (session === undefined) return;
  vscode.window.showInformationMessage(plainMessage(l10n.t('Signed in as {0}.', session.account.label)));
}

/** "Sign Out": of the one session there is, or of the one that is picked. */
export async function signOut({ sessions, signIn }: Services): Promise<void> {
  const items = (await sessions.all()).map((session) => ({
    label: session.account.label,
    description: session.region,
    session,
  }));
  if (items.length === 0) {
    vscode.window.showInformationMessage(l10n.t('Nobody is signed in to Genesys Cloud.'));
    return;
  }
  const picked =
    items.length === 1
      ? items[0]
      : await vscode.window.showQuickPick(items, { title: l10n.t('Genesys Cloud: Sign Out') });
  if (picked === undefined) return;
  const { label } = picked.session.account;
  if (await signIn.signOut(picked.session.id)) {
    vscode.window.showInformationMessage(plainMessage(l10n.t('{0} is signed out.', label)));
  }
}

/** "Start Practice Org": says where it listens and who lives there. */
export async function startPracticeOrg({ practiceOrg }: Services): Promise<void> {
  const starting = {
    location: vscode.ProgressLocation.Notification,
    title: l10n.t('Starting the practice org…'),
  };
  const org = await vscode.window.withProgress(starting, async () => await practiceOrg.reach());
  vscode.window.showInformationMessage(l10n.t('The practice org listens at {0}.', org.baseUrl));
}

/** "Reset Practice Org": after asking, everything made there is gone. */
export async function resetPracticeOrg({ practiceOrg, sessions }: Services): Promise<void> {
  const reset = l10n.t('Reset');
  const answer = await vscode.window.showWarningMessage(
    l10n.t('Reset the practice org?'),
    { modal: true, detail: l10n.t('Every client and every sign-in made there will be gone.') },
    reset,
  );
  if (answer !== reset) return;
  const { baseUrl } = await practiceOrg.reach();
  const response = await fetch(`${baseUrl}/practice/reset`, { method: 'POST' });
  if (!response.ok) throw new Error(`POST /practice/reset: HTTP ${response.status}`);
  await sessions.removePractice();
  vscode.window.showInformationMessage(l10n.t('The practice org is as new.'));
}
