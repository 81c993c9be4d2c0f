import { changedClient, type Refusal } from '../clients/change.ts';
import { type DeletionFate, dayOfDeletion, deletionFate, worksInState } from '../clients/usable.ts';
import type { FoundClient } from '../clients/whereabouts.ts';
import type { OAuthClient } from '../platform/oauthClients.ts';
import type { SeveralAction } from './severalClients.ts';

/** Why a client of several is left alone, as far as is known before anything is sent. */
export type LeftAlone =
  /** It is as it is to be. */
  | { readonly kind: 'as-it-is' }
  /** It waits to be deleted (ISO 8601) already. */
  | { readonly kind: 'waits'; readonly until: string }
  /** Nobody here knows its state, so nobody here changes it. */
  | { readonly kind: 'unknown-state' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** What an action will make of one of several clients. */
export type Outlook =
  | { readonly kind: 'changed' }
  /** It waits to be deleted, and is to stay. */
  | { readonly kind: 'restored' }
  /** One younger than 30 days is gone at once, an older one after 7 days; of some nobody knows (Genesys facts 1.4). */
  | { readonly kind: 'deleted'; readonly when: DeletionFate }
  | { readonly kind: 'left-alone'; readonly why: LeftAlone };

export type ClientOutlook = { readonly found: FoundClient; readonly outlook: Outlook };

/** Says of each of several clients what would become of it. Sends nothing. */
export function outlooksOf(
  clients: readonly FoundClient[],
  action: SeveralAction,
  now: Date,
): readonly ClientOutlook[] {
  return clients.map((found) => ({ found, outlook: outlookOf(found.client, action, now) }));
}

/** The clients in the order in which they are ended: without its own client (`own`) a sign-in could not end the others. */
export function inOrderOfEnding(
  clients: readonly FoundClient[],
  own: readonly FoundClient[],
): readonly FoundClient[] {
  const last = new Set(own);
  return [...clients.filter((each) => !last.has(each)), ...clients.filter((each) => last.has(each))];
}

function outlookOf(client: OAuthClient, action: SeveralAction, now: Date): Outlook {
  const until = dayOfDeletion(client);
  switch (action.kind) {
    case 'delete':
      return until === undefined
        ? { kind: 'deleted', when: deletionFate(client, now) }
        : leftAlone({ kind: 'waits', until });
    case 'deactivate':
    case 'activate': {
      const works = worksInState(client.state);
      if (works === 'unknown') return leftAlone({ kind: 'unknown-state' });
      if (works === (action.kind === 'activate' ? 'yes' : 'no')) return leftAlone({ kind: 'as-it-is' });
      return { kind: action.kind === 'activate' && until !== undefined ? 'restored' : 'changed' };
    }
    case 'add-redirect-uris': {
      const changed = changedClient({ ...client }, [action]);
      if (changed.kind === 'refused') return leftAlone(changed);
      return changed.kind === 'unchanged' ? leftAlone({ kind: 'as-it-is' }) : { kind: 'changed' };
    }
  }
}

function leftAlone(why: LeftAlone): Outlook {
  return { kind: 'left-alone', why };
}
