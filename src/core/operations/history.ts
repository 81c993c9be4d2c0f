import { bodyOf, type ClientChange, changedClient } from '../clients/change.ts';
import { compareRecords } from '../clients/difference.ts';
import { changedFields, done, type NewHistoryEntry } from '../clients/history.ts';
import { type ClientBody, clientOf } from '../platform/clientRecord.ts';
import type { MadeChange } from './changeClient.ts';
import type { AgreedDeletion, Deletion, Left } from './deleteClient.ts';
import type { ClientFate, SeveralAction } from './severalClients.ts';

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
  // Marked as the list of clients tells it: it leaves out of a role what nobody here knows.
  const told = { ...after, ...clientOf({ ...after, id: before.id }) };
  return done('changed', { fields: changedFields(compareRecords(before, sent), told) });
}

/** What a deletion has done to a client; undefined where it has left it as it was (`before`). */
export function deletionEntry(
  deletion: Deletion | AgreedDeletion,
  before: Stateful,
): NewHistoryEntry | undefined {
  if ('ok' in deletion) return deletion.ok ? done('deleted') : leftEntry(deletion, before);
  switch (deletion.kind) {
    case 'deleted':
    case 'accepted':
    case 'waiting':
      return done('deleted');
    case 'changed-meanwhile':
      return undefined;
    case 'not-deleted':
      return leftEntry(deletion, before);
  }
}

/** What an action on several clients has done to one of them; undefined where it has left it as it was. */
export function fateEntry(action: SeveralAction, { found, fate }: ClientFate): NewHistoryEntry | undefined {
  switch (fate.kind) {
    case 'changed':
      return action.kind === 'delete' ? undefined : changeEntry([action], fate);
    case 'uncertain': {
      if (action.kind === 'delete') return undefined;
      const before = { ...found.client };
      const changed = changedClient(before, [action]);
      const sent = changed.kind === 'changed' ? changed.body : bodyOf(before);
      return notCertain(changeEntry([action], { before, sent, after: sent }));
    }
    case 'deleted':
    case 'accepted':
    case 'waiting':
      return deletionEntry(fate, found.client);
    case 'failed':
      return leftEntry({ left: fate.left ?? 'as-it-was' }, found.client);
    case 'read':
    case 'unchanged':
    case 'changed-meanwhile':
    case 'refused':
    case 'not-begun':
      return undefined;
  }
}

type Stateful = { readonly state?: unknown };

function leftEntry({ left }: { readonly left: Left }, { state }: Stateful): NewHistoryEntry | undefined {
  switch (left) {
    case 'as-it-was':
      return undefined;
    case 'inactive':
      return state === 'inactive' ? undefined : done('deactivated');
    case 'unknown':
      return notCertain(done('deleted'));
  }
}

/** The same where the answer was lost. */
export function notCertain(entry: NewHistoryEntry): NewHistoryEntry {
  return { ...entry, outcome: 'not-certain' };
}
