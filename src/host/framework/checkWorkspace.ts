import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { type CheckResult, checkResultText } from '../../core/texts/coverage.ts';
import { textLanguage } from '../language.ts';
import type { Log } from '../log.ts';
import { plainMessage } from '../ui/plainMessage.ts';
import type { ActionTools } from './actions/act.ts';
import type { WorkspaceCheck } from './workspaceCheck.ts';

/**
 * "Check framework.js Files": with progress; says what came of it, what was compared with what, and what was not. Whoever
 * signs in then gets the answer anew.
 */
export async function checkWorkspace(
  check: WorkspaceCheck,
  { signIn }: Pick<ActionTools, 'signIn'>,
  log: Log,
): Promise<void> {
  if (vscode.workspace.workspaceFolders === undefined) {
    vscode.window.showInformationMessage(
      l10n.t('No folder is open, so there is nothing to check. Open the folder of your project first.'),
    );
    return;
  }
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: l10n.t('Checking framework.js files…'),
    cancellable: true,
  };
  for (;;) {
    const result = await vscode.window.withProgress(
      options,
      async (progress, cancellation) => await check.run(progress, cancellation),
    );
    if (result === undefined) return;
    const answer = await tell(result);
    if (answer === 'findings') await vscode.commands.executeCommand('workbench.actions.view.problems');
    if (answer === 'log') log.show();
    if (answer !== 'sign-in' || (await signIn()) === undefined) return;
  }
}

/** What the person clicks, of what helps. */
async function tell(result: CheckResult): Promise<'findings' | 'sign-in' | 'log' | undefined> {
  const buttons = [
    ...(result.findings > 0 ? [{ title: l10n.t('Show Problems'), answer: 'findings' as const }] : []),
    ...(result.gaps['signed-out'].count > 0
      ? [{ title: l10n.t('Sign In'), answer: 'sign-in' as const }]
      : []),
    ...(result.leftAlone > 0 ? [{ title: l10n.t('Show log'), answer: 'log' as const }] : []),
  ];
  const text = plainMessage(checkResultText(result, textLanguage()));
  const title = await vscode.window.showInformationMessage(text, ...buttons.map((each) => each.title));
  return buttons.find((each) => each.title === title)?.answer;
}
