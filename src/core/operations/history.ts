import type { ClientChange } from '../clients/change.ts';
import { compareRecords } from '../clients/difference.ts';
import { changedFields, done, type NewHistoryEntry } from '../clients/history.ts';
import type { ClientBody } from '../platform/clientRecord.ts';
import type { MadeChange } from './changeClient.ts';
import type { AgreedDeletion, Deletion } from './deleteClient.ts';

/** What a change has done to a client. */
export function changeEntry(
  changes: readonly ClientChange[],
  { before, sent, after }: Pick<MadeChange, 'before' | 'sent'> & { readonly after: ClientBody },
): NewHistoryEntry {
  const { dateToDelete } = before;
  const [only, ...others] = changes;
  const kind = others.length === 0 ? only?.kind : undefined;
  if (kind === 'deactivate') return done('deactivated');
  if (kind === 'activate') return done(dateToDelete == null ? 'activated' : 'restored');
  return done('changed', { fields: changedFields(compareRecords(before, sent), after) });
}

/** What a deletion has done; undefined where it has left the client as it was. */
export function deletionEntry(deletion: Deletion | AgreedDeletion): NewHistoryEntry | undefined {
  if ('ok' in deletion) return deletion.ok ? done('deleted') : leftEntry(deletion);
  switch (deletion.kind) {
    case 'deleted':
    case 'accepted':
    case 'waiting':
      return done('deleted');
    case 'changed-meanwhile':
      return undefined;
    case 'not-deleted':
      return leftEntry(deletion);
  }
}

function leftEntry({ left }: Pick<Extract<AgreedDeletion, { kind: 'not-deleted' }>, 'left'>) {
  switch (left) {
    case 'as-it-was':
      return undefined;
    case 'inactive':
      return done('deactivated');
    case 'unknown':
      return notCertain(done('deleted'));
  }
}

/** The same where the answer was lost. */
export function notCertain(entry: NewHistoryEntry): NewHistoryEntry {
  return { ...entry, outcome: 'not-certain' };
}
