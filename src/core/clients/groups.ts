import { GrantType } from '../platform/oauthClients.ts';
import { type ListedClient, urgencyOf } from './concerns.ts';
import {
  type Arrangement,
  grantKindOf,
  makerOf,
  type StateKind,
  stateKindOf,
  type UseKind,
  useKindOf,
} from './filter.ts';
import { worksInState } from './usable.ts';

/**
 * What the clients of a group have in common. By grant: something is to be looked after, nobody can use them, or their
 * grant type; else what they are grouped by.
 */
export type GroupId =
  | 'attention'
  | GrantType
  | 'other-grant'
  | 'not-active'
  | `state ${StateKind}`
  | `use ${UseKind}`
  | `maker ${string}`;

export type ClientGroup = { readonly id: GroupId; readonly clients: readonly ListedClient[] };

/** In which order groups stand; those of who made their clients stand by their size. */
const ORDER: readonly GroupId[] = [
  ...(['attention', ...GrantType.options, 'other-grant', 'not-active'] as const),
  ...(['state active', 'state not-active', 'state waiting', 'state other-state'] as const),
  ...(['use unused', 'use used', 'use not-asked', 'use untold'] as const),
];

/**
 * The clients of an org in groups, each client in one. In a group they stand by name; by grant, those that need attention
 * by how much it matters first; those that were used, by how long ago, the longest first.
 */
export function groupsOf(listed: readonly ListedClient[], by: Arrangement = 'grant'): readonly ClientGroup[] {
  const groups = new Map<GroupId, ListedClient[]>();
  for (const each of listed) {
    const id = groupOf(each, by);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [each]);
    else group.push(each);
  }
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  const first = by === 'use' ? lastDayOf : urgency;
  for (const clients of groups.values())
    clients.sort((a, b) => first(a) - first(b) || compare(a.client.name, b.client.name));
  return [...groups]
    .map(([id, clients]) => ({ id, clients }))
    .sort((a, b) => ORDER.indexOf(a.id) - ORDER.indexOf(b.id) || b.clients.length - a.clients.length);
}

function groupOf(listed: ListedClient, by: Arrangement): GroupId {
  const { client, concerns } = listed;
  switch (by) {
    case 'grant':
      if (concerns.length > 0) return 'attention';
      return worksInState(client.state) === 'no' ? 'not-active' : grantKindOf(client);
    case 'state':
      return `state ${stateKindOf(client)}`;
    case 'use':
      return `use ${useKindOf(listed)}`;
    case 'maker':
      return `maker ${makerOf(client)}`;
  }
}

/** Those with nothing to be looked after come last. */
function urgency({ concerns: [worst] }: ListedClient): number {
  return worst === undefined ? Number.MAX_SAFE_INTEGER : urgencyOf(worst);
}

function lastDayOf({ use }: ListedClient): number {
  return use?.kind === 'used' ? Date.parse(use.day) : 0;
}
