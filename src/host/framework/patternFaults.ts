import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { patternFaultText } from '../../core/texts/filePatterns.ts';
import { inOneText } from '../../core/texts/sentences.ts';
import type { Log } from '../log.ts';
import type { Dialogs } from '../ui/dialogs.ts';
import { filePatterns, onDidChangePatterns } from './filePatterns.ts';

/** Says what is wrong with the setting of the framework files: in one message, and not again until that has changed. */
export function complainOfPatterns(log: Log, dialogs: Dialogs): vscode.Disposable {
  let told = '';
  const look = () => {
    const folders = [undefined, ...(vscode.workspace.workspaceFolders ?? [])];
    const faults = new Set(folders.flatMap((folder) => filePatterns(folder).faults.map(patternFaultText)));
    const text = inOneText([...faults]);
    if (text === told) return;
    told = text;
    if (text !== '') void complain(log, dialogs, text);
  };
  look();
  return vscode.Disposable.from(...onDidChangePatterns(look));
}

async function complain(log: Log, dialogs: Dialogs, faults: string): Promise<void> {
  log.warn(`genesysOAuth.frameworkFiles: ${faults}`);
  const text = l10n.t('The setting genesysOAuth.frameworkFiles cannot be used as it is. {0}', faults);
  const openSettings = [{ title: l10n.t('Open Settings'), value: true }];
  if (!(await dialogs.answer('warning', text, openSettings))) return;
  await vscode.commands.executeCommand('workbench.action.openSettings', 'genesysOAuth.frameworkFiles');
}
