import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Dialogs } from '../ui/dialogs.ts';
import { copySecret, SECRET_ON_CLIPBOARD_SECONDS } from './clipboard.ts';

/** Puts a secret on the clipboard, and says for how long. */
export async function copyAndTell(dialogs: Dialogs, secret: string): Promise<void> {
  await copySecret(vscode.env.clipboard, secret);
  dialogs.tell(l10n.t('Copied. It stays on the clipboard for {0} seconds.', SECRET_ON_CLIPBOARD_SECONDS));
}
