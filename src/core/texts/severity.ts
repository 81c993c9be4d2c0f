import * as l10n from '@vscode/l10n';
import type { Severity } from '../findings/entry.ts';

/** How much something matters, in a word. */
export function severityText(severity: Severity): string {
  switch (severity) {
    case 'error':
      return l10n.t('error');
    case 'warning':
      return l10n.t('warning');
    case 'information':
      return l10n.t('information');
    case 'hint':
      return l10n.t('hint');
  }
}
