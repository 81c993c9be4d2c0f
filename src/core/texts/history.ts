import * as l10n from '@vscode/l10n';
import type { EntryStanding, HistoryEntry } from '../clients/history.ts';
import { fieldName } from './clientFields.ts';
import { listed } from './sentences.ts';

/** What was done to a client, in a few words. */
export function historyText({ what, fields = [] }: HistoryEntry): string {
  switch (what) {
    case 'created':
      return l10n.t('Created in the wizard');
    case 'changed': {
      if (fields.length === 0) return l10n.t('Changed');
      // They have blanks in them, and some languages would set nothing else between them.
      return l10n.t('Changed: {0}', listed(fields.map(({ name }) => fieldName(name))));
    }
    case 'change-undone':
      return l10n.t('A change undone');
    case 'activated':
      return l10n.t('Activated');
    case 'deactivated':
      return l10n.t('Deactivated');
    case 'secret-rotated':
      return l10n.t('Client Secret rotated');
    case 'token-made':
      return l10n.t('Token made for an identity provider');
    case 'deleted':
      return l10n.t('Deleted');
    case 'restored':
      return l10n.t('Restored before it was deleted');
  }
}

/** Whether that is still so; undefined where nobody can tell. */
export function standingText(standing: EntryStanding): string | undefined {
  switch (standing) {
    case 'still-so':
      return l10n.t('still so');
    case 'changed-since':
      return l10n.t('no longer so');
    case 'undone':
      return l10n.t('undone');
    case 'not-certain':
      return l10n.t('not certain: the answer was lost');
    case 'unknown':
      return undefined;
  }
}
