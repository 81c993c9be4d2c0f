import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { WorkspaceCheck, WorkspaceFindings } from './workspaceCheck.ts';

/** "Check framework.js Files": with progress, and says what came of it. */
export async function checkWorkspace(check: WorkspaceCheck): Promise<void> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: l10n.t('Checking framework.js files…'),
    cancellable: true,
  };
  const findings = await vscode.window.withProgress(
    options,
    async (progress, cancellation) => await check.run(progress, cancellation),
  );
  if (findings === undefined) return;
  if (findings.findings === 0) {
    vscode.window.showInformationMessage(nothingWrong(findings));
    return;
  }
  const showFindings = l10n.t('Show Problems');
  const text = l10n.t('Problems in framework.js files: {findings}, in {faulty} of {files} files.', {
    findings: findings.findings,
    faulty: findings.faultyFiles,
    files: findings.files,
  });
  if ((await vscode.window.showInformationMessage(text, showFindings)) === showFindings) {
    await vscode.commands.executeCommand('workbench.actions.view.problems');
  }
}

function nothingWrong({ files }: WorkspaceFindings): string {
  if (vscode.workspace.workspaceFolders === undefined) {
    return l10n.t('No folder is open, so there is nothing to check. Open the folder of your project first.');
  }
  return files === 0
    ? l10n.t('There is no framework.js in this workspace, apart from packages and build output.')
    : l10n.t('Nothing is wrong with the framework.js files of this workspace. Files checked: {0}.', files);
}
