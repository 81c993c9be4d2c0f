import * as l10n from '@vscode/l10n';
import { takeOutSecret } from '../../core/scim/takeOutSecret.ts';
import { editDocument } from '../files/write.ts';
import { copyAndTell } from '../secrets/copyAndTell.ts';
import type { Dialogs } from '../ui/dialogs.ts';
import type { SecretRequest } from './codeActions.ts';

/**
 * Takes a secret out of a SCIM config file (rule S6). It may be the only copy that there is, so it goes to the clipboard
 * first, and Undo brings it back. A file that has changed since is left alone.
 */
export async function removeSecret(
  dialogs: Dialogs,
  { document, version, range }: SecretRequest,
): Promise<void> {
  if (document.isClosed || document.version !== version) {
    dialogs.tell(l10n.t('The file has changed since this was offered, so nothing was done.'));
    return;
  }
  const text = document.getText();
  const place = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const taken = takeOutSecret(text, place);
  await editDocument(document, { start: 0, end: text.length, newText: taken.text });
  await copyAndTell(dialogs, taken.secret);
}
