import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { DiagnosticCode } from '../../core/findings/catalogue.ts';
import { chosenSeverity, type Level, levels } from '../../core/findings/chosenSeverity.ts';
import { severityText } from '../../core/texts/severity.ts';
import type { Dialogs } from '../ui/dialogs.ts';

/**
 * Asks how loud findings of a kind are to be, and keeps that in the settings: of the workspace, or of the person where no
 * folder is open. Nothing changes when the question is left.
 */
export async function changeSeverity(
  dialogs: Pick<Dialogs, 'choose'>,
  uri: vscode.Uri,
  code: DiagnosticCode,
): Promise<void> {
  const settings = vscode.workspace.getConfiguration('genesysOAuth', uri);
  const now = chosenSeverity(settings.get('severity'), code);
  const rows = levels.map((level) => ({
    label: level === 'off' ? l10n.t('Not shown') : severityText(level),
    ...(now.kind === 'chosen' && now.level === level && { description: l10n.t('now') }),
    value: level,
  }));
  const title = l10n.t('Change the severity of {0}', code);
  const level = await dialogs.choose<Level>({ title, placeholder: l10n.t('How loud is it to be?') }, rows);
  if (level === undefined) return;
  const hasFolder = vscode.workspace.workspaceFolders !== undefined;
  const kept = settings.inspect<unknown>('severity');
  const before = hasFolder ? kept?.workspaceValue : kept?.globalValue;
  const others = typeof before === 'object' && !Array.isArray(before) ? before : {};
  const target = hasFolder ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await settings.update('severity', { ...others, [code]: level }, target);
}
