import { lackedPages } from '../clients/concerns.ts';
import { dayOfDeletion, holdsSecret, worksInState } from '../clients/usable.ts';
import type { ClientPageAction, ClientPageState } from './messages.ts';

/** What can be done with a client as it is, in the order in which it is offered; whoever may do it. */
export function offeredActions({
  client,
  org,
  mentions,
}: Pick<ClientPageState, 'client' | 'org' | 'mentions'>): readonly ClientPageAction[] {
  const works = worksInState(client.state);
  const back = dayOfDeletion(client) === undefined ? 'activate' : 'restore';
  return [
    'copy-id',
    'edit',
    'duplicate',
    ...(lackedPages(client, mentions).length > 0 ? (['add-pages'] as const) : []),
    ...(holdsSecret(client) ? (['rotate'] as const) : []),
    ...(works === 'yes' ? (['deactivate'] as const) : []),
    ...(works === 'no' ? ([back] as const) : []),
    'delete',
    'keep-as-code',
    ...(org.practice ? [] : (['open-admin-page'] as const)),
  ];
}
