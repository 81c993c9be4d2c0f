import type { OrgClients } from '../../clients/orgClients.ts';
import type { ClientIdEntry, ClientIds } from '../inspect.ts';
import { meantRegion } from './meantRegion.ts';
import type { FoundClient } from './rule.ts';

/** Where the clients of the orgs that one is signed in to are looked up for one file. */
export type ClientSearch = {
  /** All clients with this ID, whichever org they are in. */
  readonly all: (clientId: string) => readonly FoundClient[];
  /**
   * The client that an entry stands for: that of an org of its region, or else that of a region under which this file has
   * the same ID, because one client can serve several (procedure rule G11). Undefined where no org is known to have it.
   */
  readonly of: (entry: ClientIdEntry) => FoundClient | undefined;
};

/** Puts the clients of all orgs in order once, for the entries of one file. */
export function searchClients(clientIds: ClientIds, orgs: readonly OrgClients[]): ClientSearch {
  const live = clientIds.kind === 'literal' ? liveEntries(clientIds.entries) : [];
  const byId = groupById(orgs);
  const all = (clientId: string) => byId.get(clientId.toLowerCase()) ?? [];
  return {
    all,
    of: (entry) => {
      if (entry.value.kind !== 'client-id') return undefined;
      const { text } = entry.value;
      const found = all(text);
      return (
        found.find(({ org }) => org.region === entry.region) ??
        found.find(({ org }) => live.some((other) => isUnder(other, org.region) && isFor(other, text)))
      );
    },
  };
}

/** The entries that count: of a region that is there twice, the last one. */
export function liveEntries(entries: readonly ClientIdEntry[]): readonly ClientIdEntry[] {
  return [...new Map(entries.map((entry) => [entry.region, entry])).values()];
}

/** Whether an entry is meant for this region, a typing error in its key or not: that is a fault of its own. */
export function isUnder({ region }: ClientIdEntry, domain: string): boolean {
  return region === domain || meantRegion(region) === domain;
}

/** Whether an entry has this Client ID. */
export function isFor({ value }: ClientIdEntry, clientId: string): boolean {
  return value.kind === 'client-id' && value.text.toLowerCase() === clientId.toLowerCase();
}

/** IDs are written in capitals, too, which makes no other client of them. */
function groupById(orgs: readonly OrgClients[]): ReadonlyMap<string, readonly FoundClient[]> {
  const groups = new Map<string, FoundClient[]>();
  for (const org of orgs) {
    for (const client of org.clients) {
      const id = client.id.toLowerCase();
      groups.set(id, [...(groups.get(id) ?? []), { client, org }]);
    }
  }
  return groups;
}
