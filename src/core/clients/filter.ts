import * as z from 'zod/mini';
import { GrantType, type OAuthClient } from '../platform/oauthClients.ts';
import type { ListedClient } from './concerns.ts';
import { dayOfDeletion, worksInState } from './usable.ts';

/** By what clients are grouped. */
export const Arrangement = z.enum(['grant', 'state', 'use', 'maker']);
export type Arrangement = z.infer<typeof Arrangement>;

const GrantKind = z.enum([...GrantType.options, 'other-grant']);
export type GrantKind = z.infer<typeof GrantKind>;

const StateKind = z.enum(['active', 'not-active', 'waiting', 'other-state']);
export type StateKind = z.infer<typeof StateKind>;

const UseKind = z.enum(['unused', 'used', 'not-asked', 'untold']);
export type UseKind = z.infer<typeof UseKind>;

/** Which clients are shown, and by what they are grouped. An empty list lets all through. */
export const ClientFilter = z.object({
  by: Arrangement,
  /** Only those that need attention. */
  attention: z.boolean(),
  grants: z.array(GrantKind),
  states: z.array(StateKind),
  uses: z.array(UseKind),
  /** Who made them (IDs); the empty one stands for those of whom nobody knows. */
  makers: z.array(z.string()),
});
export type ClientFilter = z.infer<typeof ClientFilter>;

/** All clients, by their grant type. */
export const NO_FILTER: ClientFilter = {
  by: 'grant',
  attention: false,
  grants: [],
  states: [],
  uses: [],
  makers: [],
};

/** Whether some clients may not be shown. */
export function leavesOut({ attention, grants, states, uses, makers }: ClientFilter): boolean {
  return attention || [grants, states, uses, makers].some((each) => each.length > 0);
}

/** Whether a client is one of those that are wanted. */
export function passes(listed: ListedClient, filter: ClientFilter): boolean {
  const { client, concerns } = listed;
  const among = <Kind>(wanted: readonly Kind[], kind: Kind) => wanted.length === 0 || wanted.includes(kind);
  return (
    (!filter.attention || concerns.length > 0) &&
    among(filter.grants, grantKindOf(client)) &&
    among(filter.states, stateKindOf(client)) &&
    among(filter.uses, useKindOf(listed)) &&
    among(filter.makers, makerOf(client))
  );
}

export function grantKindOf({ authorizedGrantType }: OAuthClient): GrantKind {
  return GrantType.safeParse(authorizedGrantType).data ?? 'other-grant';
}

export function stateKindOf(client: OAuthClient): StateKind {
  switch (worksInState(client.state)) {
    case 'yes':
      return 'active';
    case 'no':
      return dayOfDeletion(client) === undefined ? 'not-active' : 'waiting';
    case 'unknown':
      return 'other-state';
  }
}

export function useKindOf({ use }: Pick<ListedClient, 'use'>): UseKind {
  return use?.kind ?? 'not-asked';
}

/** Who made a client (an ID), empty where nobody knows. */
export function makerOf({ createdBy }: OAuthClient): string {
  return createdBy?.id ?? '';
}

/** What some clients have, each with how many have it, in the order of what can be filtered by. */
export type Choices = {
  readonly attention: number;
  readonly grants: readonly (readonly [GrantKind, number])[];
  readonly states: readonly (readonly [StateKind, number])[];
  readonly uses: readonly (readonly [UseKind, number])[];
  /** Those who made the most come first. */
  readonly makers: readonly { readonly id: string; readonly name: string; readonly count: number }[];
};

/** What there is to filter these clients by. */
export function choicesOf(all: readonly ListedClient[]): Choices {
  const count = <Kind>(options: readonly Kind[], kindOf: (listed: ListedClient) => Kind) => {
    const counts = new Map<Kind, number>();
    for (const kind of all.map(kindOf)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return options.flatMap((kind) => {
      const found = counts.get(kind);
      return found === undefined ? [] : [[kind, found] as const];
    });
  };
  const makers = new Map<string, { id: string; name: string; count: number }>();
  for (const { client } of all) {
    const id = makerOf(client);
    const maker = makers.get(id) ?? { id, name: client.createdBy?.name ?? '', count: 0 };
    makers.set(id, { ...maker, count: maker.count + 1 });
  }
  return {
    attention: all.filter(({ concerns }) => concerns.length > 0).length,
    grants: count(GrantKind.options, ({ client }) => grantKindOf(client)),
    states: count(StateKind.options, ({ client }) => stateKindOf(client)),
    uses: count(UseKind.options, useKindOf),
    makers: [...makers.values()].sort((one, other) => other.count - one.count),
  };
}
