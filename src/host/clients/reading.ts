import * as l10n from '@vscode/l10n';
import type { Dialogs } from '../ui/dialogs.ts';

/**
 * Shows that clients are being read until they are. False when the person would not wait for it; what is on its way is
 * then of use later.
 */
export async function showReading(dialogs: Dialogs, read: () => Promise<void>): Promise<boolean> {
  return await dialogs.progress(l10n.t('Reading the OAuth clients…'), async (signal) => {
    const cancelled = new Promise((resolve) => signal.addEventListener('abort', resolve));
    if (!signal.aborted) await Promise.race([read(), cancelled]);
    return !signal.aborted;
  });
}
