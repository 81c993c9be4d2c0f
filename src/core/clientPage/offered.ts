import { lackedPages, type Need } from '../clients/concerns.ts';
import { dayOfDeletion, holdsSecret, worksInState } from '../clients/usable.ts';
import { GrantType, type OAuthClient } from '../platform/oauthClients.ts';
import { asksForRedirectUris } from '../procedures/grantTypes.ts';
import { holdsToken } from '../watch/endings.ts';
import type { ClientPageAction } from './messages.ts';

/** A client as far as it decides what can be done with it. */
export type Offering = {
  readonly client: OAuthClient;
  readonly org: { readonly practice: boolean };
  /** What the places that name it need of it. */
  readonly mentions: readonly Need[];
};

/**
 * What can be done with a client as it is, in the order in which it is offered, wherever that is; whoever may do it. One in
 * a state that nobody here knows is made neither active nor inactive.
 */
export function offeredActions({ client, org, mentions }: Offering): readonly ClientPageAction[] {
  const works = worksInState(client.state);
  const back = dayOfDeletion(client) === undefined ? 'activate' : 'restore';
  const grant = GrantType.safeParse(client.authorizedGrantType);
  const hasUris = grant.success && asksForRedirectUris(grant.data);
  return [
    'copy-id',
    'edit',
    'right-size',
    'duplicate',
    ...(lackedPages(client, mentions).length > 0 ? (['add-pages'] as const) : []),
    ...(hasUris ? (['add-redirect-uri'] as const) : []),
    ...(holdsSecret(client) ? (['rotate'] as const) : []),
    ...(mentions.some((each) => each.kind === 'scim' && holdsToken(each)) ? (['make-token'] as const) : []),
    'compare',
    'doctor',
    'keep-as-code',
    ...(org.practice ? [] : (['open-admin-page'] as const)),
    ...(works === 'yes' ? (['deactivate'] as const) : []),
    ...(works === 'no' ? ([back] as const) : []),
    'delete',
  ];
}

/** What an action is for: to change what the client is, to look at it, or to say whether it works at all. */
export type ActionPurpose = 'change' | 'look' | 'state';

/** The purpose of an action; those of one purpose are offered beside each other. */
export function purposeOf(action: ClientPageAction): ActionPurpose {
  switch (action) {
    case 'edit':
    case 'right-size':
    case 'duplicate':
    case 'add-pages':
    case 'add-redirect-uri':
    case 'rotate':
    case 'make-token':
      return 'change';
    case 'copy-id':
    case 'compare':
    case 'doctor':
    case 'keep-as-code':
    case 'open-admin-page':
      return 'look';
    case 'deactivate':
    case 'activate':
    case 'restore':
    case 'delete':
      return 'state';
  }
}
