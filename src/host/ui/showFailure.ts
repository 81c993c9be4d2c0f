import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { reasonOf } from '../../core/reason.ts';
import type { Log } from '../log.ts';
import { plainMessage } from './plainMessage.ts';

/** Tells the person that something they asked for failed, why, and where to read more. */
export async function showFailure(log: Log, error: unknown): Promise<void> {
  const reason = reasonOf(error);
  log.error(reason);
  const showLog = l10n.t('Show log');
  const text = l10n.t('This did not work: {0} Try again. If it keeps failing, the log says more.', reason);
  if ((await vscode.window.showErrorMessage(plainMessage(text), showLog)) === showLog) log.show();
}
