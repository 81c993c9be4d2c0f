import { GrantType, type OAuthClient } from '../platform/oauthClients.ts';
import { type Concern, type Mention, urgencyOf } from './concerns.ts';
import { worksInState } from './usable.ts';

/** What the clients of a group have in common: something is to be looked after, nobody can use them, or their grant type. */
export type GroupId = 'attention' | GrantType | 'other-grant' | 'not-active';

/** A client, where the workspace names it, and what is to be looked after about it. */
export type ListedClient = {
  readonly client: OAuthClient;
  readonly mentions: readonly Mention[];
  readonly concerns: readonly Concern[];
};

export type ClientGroup = { readonly id: GroupId; readonly clients: readonly ListedClient[] };

/** In which order groups stand; what is in none of them is not shown. */
const ORDER: readonly GroupId[] = ['attention', ...GrantType.options, 'other-grant', 'not-active'];

/** The clients of an org in groups, each client in one: by name, those that need attention by how much it matters first. */
export function groupsOf(listed: readonly ListedClient[]): readonly ClientGroup[] {
  const groups = new Map<GroupId, ListedClient[]>();
  for (const each of listed) {
    const id = groupOf(each);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [each]);
    else group.push(each);
  }
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  return ORDER.flatMap((id) => {
    const clients = groups
      .get(id)
      ?.sort((one, other) => urgency(one) - urgency(other) || compare(one.client.name, other.client.name));
    return clients === undefined ? [] : [{ id, clients }];
  });
}

function groupOf({ client, concerns }: ListedClient): GroupId {
  if (concerns.length > 0) return 'attention';
  if (worksInState(client.state) === 'no') return 'not-active';
  const grant = GrantType.safeParse(client.authorizedGrantType);
  return grant.success ? grant.data : 'other-grant';
}

/** In a group without concerns, all are alike. */
function urgency({ concerns: [worst] }: ListedClient): number {
  return worst === undefined ? 0 : urgencyOf(worst);
}
