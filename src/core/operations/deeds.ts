import type { ClientChange } from '../clients/change.ts';
import { bodyOf, changedClient } from '../clients/change.ts';
import { done, type NewHistoryEntry } from '../clients/history.ts';
import type { ClientBody, ClientRecord } from '../platform/clientRecord.ts';
import type { OAuthClient } from '../platform/oauthClients.ts';
import type { BegunChange, MadeChange, UndoOutcome } from './changeClient.ts';
import type { AgreedDeletion, Deletion } from './deleteClient.ts';
import { changeEntry, deletionEntry, fateEntry, notCertain } from './history.ts';
import type { ClientFate, SeveralAction } from './severalClients.ts';

type Client = OAuthClient | ClientRecord;

/** What a client is remembered as, once something was done to it. */
export type RememberedAs =
  /** As it is now; of one that was only changed, what others had changed `before` stays to be noticed. */
  | {
      readonly kind: 'written';
      readonly origin: 'saved' | 'changed';
      readonly client: Client;
      readonly before?: Client;
    }
  /** A lost request may have made this of it. */
  | { readonly kind: 'uncertain'; readonly before: ClientRecord; readonly sent: ClientBody }
  /** It was deleted, or is to be: there is nothing that anybody still means. */
  | { readonly kind: 'forgotten' };

/** What was done to a client: what its history says of it, and what it is remembered as; undefined where that is as before. */
export type Deed = {
  readonly entry?: NewHistoryEntry | undefined;
  readonly memory?: RememberedAs | undefined;
};

const NOTHING: Deed = {};

/** A change that was begun. */
export function changeDeed(
  changes: readonly ClientChange[],
  { before, body }: { readonly before: ClientRecord; readonly body: ClientBody },
  outcome: BegunChange,
): Deed {
  switch (outcome.kind) {
    case 'changed':
      return {
        entry: changeEntry(changes, outcome),
        memory: { kind: 'written', origin: 'changed', before, client: outcome.after },
      };
    case 'uncertain':
      return {
        entry: notCertain(changeEntry(changes, { before, sent: body, after: body })),
        memory: { kind: 'uncertain', before, sent: body },
      };
    case 'failed':
      return NOTHING;
  }
}

/** The undoing of a change; `undoes` is the ID of the entry that says of it. */
export function undoDeed(
  { before, after }: Pick<MadeChange, 'before' | 'after'>,
  outcome: UndoOutcome,
  undoes: string | undefined,
): Deed {
  switch (outcome.kind) {
    case 'undone':
      return {
        entry: done('change-undone', { undoes }),
        memory: { kind: 'written', origin: 'changed', before: after, client: outcome.record },
      };
    case 'uncertain':
      return {
        entry: notCertain(done('change-undone')),
        memory: { kind: 'uncertain', before: after, sent: before },
      };
    case 'changed-since':
    case 'failed':
      return NOTHING;
  }
}

/** A deletion of a client that was so before. */
export function deletionDeed(deletion: Deletion | AgreedDeletion, before: Client): Deed {
  const entry = deletionEntry(deletion, before);
  const left = leftBy(deletion);
  return { entry, memory: left === 'deleted' ? { kind: 'forgotten' } : memoryOfLeft(left, before) };
}

/** What an action on several clients has done to one of them. */
export function fateDeed(action: SeveralAction, { found, fate }: ClientFate): Deed {
  const entry = fateEntry(action, { found, fate });
  switch (fate.kind) {
    case 'changed':
      return {
        entry,
        memory: { kind: 'written', origin: 'changed', before: fate.before, client: fate.after },
      };
    case 'uncertain':
      return { entry, memory: action.kind === 'delete' ? undefined : perhapsChanged(action, found.client) };
    case 'deleted':
    case 'accepted':
    case 'waiting':
      return { entry, memory: { kind: 'forgotten' } };
    case 'failed':
      return { entry, memory: memoryOfLeft(fate.left ?? 'as-it-was', found.client) };
    case 'read':
    case 'unchanged':
    case 'changed-meanwhile':
    case 'refused':
    case 'not-begun':
      return NOTHING;
  }
}

function perhapsChanged(action: ClientChange, client: OAuthClient): RememberedAs {
  const before = { ...client };
  const changed = changedClient(before, [action]);
  return { kind: 'uncertain', before, sent: changed.kind === 'changed' ? changed.body : bodyOf(before) };
}

type LeftBy = 'deleted' | 'as-it-was' | 'inactive' | 'unknown';

function leftBy(deletion: Deletion | AgreedDeletion): LeftBy {
  if ('ok' in deletion) return deletion.ok ? 'deleted' : deletion.left;
  switch (deletion.kind) {
    case 'deleted':
    case 'accepted':
    case 'waiting':
      return 'deleted';
    case 'changed-meanwhile':
      return 'as-it-was';
    case 'not-deleted':
      return deletion.left;
  }
}

/** A deletion that stops half-way may have left the client inactive. */
function memoryOfLeft(left: Exclude<LeftBy, 'deleted'>, before: Client): RememberedAs | undefined {
  const inactive = { ...before, state: 'inactive' };
  if (left === 'as-it-was' || before['state'] === 'inactive') return undefined;
  return left === 'inactive'
    ? { kind: 'written', origin: 'changed', before, client: inactive }
    : { kind: 'uncertain', before: { ...before }, sent: inactive };
}
