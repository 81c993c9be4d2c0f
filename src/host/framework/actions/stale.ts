import * as l10n from '@vscode/l10n';
import type { Dialogs } from '../../ui/dialogs.ts';

/** Says that a fix was for a text that is there no more. */
export function refuseStale(dialogs: Dialogs): void {
  dialogs.tell(
    l10n.t(
      'framework.js has changed since this was offered, so nothing was done. Look at the problem again.',
    ),
  );
}
