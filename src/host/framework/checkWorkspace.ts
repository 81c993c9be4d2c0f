import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { type CheckResult, checkResultText } from '../../core/texts/coverage.ts';
import { textLanguage } from '../language.ts';
import type { Log } from '../log.ts';
import type { Dialogs, Report } from '../ui/dialogs.ts';
import type { ActionTools } from './actions/act.ts';
import type { WorkspaceCheck } from './workspaceCheck.ts';

/**
 * "Check framework.js Files": with progress; says what came of it, what was compared with what, and what was not. Whoever
 * signs in then gets the answer anew.
 */
export async function checkWorkspace(
  check: WorkspaceCheck,
  { dialogs, signIn }: Pick<ActionTools, 'dialogs' | 'signIn'>,
  log: Log,
): Promise<void> {
  if (vscode.workspace.workspaceFolders === undefined) {
    dialogs.tell(
      l10n.t('No folder is open, so there is nothing to check. Open the folder of your project first.'),
    );
    return;
  }
  for (;;) {
    const run = async (signal: AbortSignal, report: Report) => await check.run(report, signal);
    const result = await dialogs.progress(l10n.t('Checking framework.js files…'), run);
    if (result === undefined) return;
    const answer = await tell(dialogs, result);
    if (answer === 'findings') await vscode.commands.executeCommand('workbench.actions.view.problems');
    if (answer === 'log') log.show();
    if (answer !== 'sign-in' || (await signIn()) === undefined) return;
  }
}

/** What the person clicks, of what helps. */
async function tell(
  dialogs: Dialogs,
  result: CheckResult,
): Promise<'findings' | 'sign-in' | 'log' | undefined> {
  const buttons = [
    ...(result.findings > 0 ? [{ title: l10n.t('Show Problems'), value: 'findings' as const }] : []),
    ...(result.gaps['signed-out'].count > 0 ? [{ title: l10n.t('Sign In'), value: 'sign-in' as const }] : []),
    ...(result.leftAlone > 0 ? [{ title: l10n.t('Show log'), value: 'log' as const }] : []),
  ];
  return await dialogs.answer('information', checkResultText(result, textLanguage()), buttons);
}
