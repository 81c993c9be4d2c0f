import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { plainMessage } from '../../ui/plainMessage.ts';

/** Says that somebody is signed out here, but that their token lives on at the server. */
export function warnTokenLasts(accountLabel: string): void {
  void vscode.window.showWarningMessage(
    l10n.t(
      '{0} is signed out here. Genesys Cloud could not be told, so the token lasts until it ends by itself.',
      plainMessage(accountLabel),
    ),
  );
}
