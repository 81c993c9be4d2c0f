import { type FoundClient, foundIn, type OrgClients } from '../../clients/whereabouts.ts';
import { meantRegion } from '../../platform/nearestRegion.ts';
import { rememberingAll } from '../../remembered.ts';
import { MOST_JUDGED } from '../entries.ts';
import type { ClientIdEntry, ClientIds } from '../inspect.ts';

/** Where the clients of the orgs that one is signed in to are looked up for one file. */
export type ClientSearch = {
  /** All clients with this ID, whichever org they are in; those of the practice org last. */
  readonly all: (clientId: string) => readonly FoundClient[];
  /**
   * The client that an entry stands for: that of an org of its region, or else that of a region under which this file has
   * the same ID, because one client can serve several (procedure rule G11). Undefined where no org is known to have it.
   */
  readonly of: (entry: ClientIdEntry) => FoundClient | undefined;
  /**
   * The client of the practice org that an entry has the ID of, whichever region it stands under: the practice org is in
   * none of the real ones. Undefined where a real org has that ID.
   */
  readonly practice: (entry: ClientIdEntry) => FoundClient | undefined;
  /** What there is to show for an entry: that client of the practice org, or else the one that it stands for. */
  readonly toShow: (entry: ClientIdEntry) => FoundClient | undefined;
  /** The entry that counts for a region, or that is meant for it: a typing error in a key is a fault of its own. */
  readonly under: (domain: string) => ClientIdEntry | undefined;
  /**
   * The region whose domain a key was most likely meant to be; the key itself when it is one. To find that out takes longer
   * than to read the key, and several rules ask.
   */
  readonly meant: (key: string) => string | undefined;
};

/**
 * Puts the clients of all orgs in order once, for the entries of one file.
 * @param live Those that count (`liveEntries`).
 */
export function searchClients(live: readonly ClientIdEntry[], orgs: readonly OrgClients[]): ClientSearch {
  const meant = rememberingAll(meantRegion);
  const entries = byDomain(live, meant);
  const realFirst = orgs.toSorted((one, other) => Number(one.practice) - Number(other.practice));
  const all = rememberingAll((clientId) => foundIn(realFirst, clientId));
  const of = (entry: ClientIdEntry) => {
    if (entry.value.kind !== 'client-id') return undefined;
    const { text } = entry.value;
    const found = all(text);
    const standsUnder = (domain: string) => {
      const there = entries.get(domain);
      return there !== undefined && isFor(there, text);
    };
    return (
      found.find(({ org }) => org.region === entry.region) ?? found.find(({ org }) => standsUnder(org.region))
    );
  };
  const practice = ({ value }: ClientIdEntry) => {
    const [first] = value.kind === 'client-id' ? all(value.text) : [];
    return first?.org.practice === true ? first : undefined;
  };
  const toShow = (entry: ClientIdEntry) => practice(entry) ?? of(entry);
  return { all, of, practice, toShow, under: (domain) => entries.get(domain), meant };
}

/** The entries that count: of a region that is there twice, the last one. None where the text does not tell. */
export function liveEntries(clientIds: ClientIds): readonly ClientIdEntry[] {
  if (clientIds.kind !== 'literal') return [];
  return [...new Map(clientIds.entries.map((entry) => [entry.region, entry])).values()];
}

/** Whether an entry has this Client ID. */
export function isFor({ value }: ClientIdEntry, clientId: string): boolean {
  return value.kind === 'client-id' && value.text.toLowerCase() === clientId.toLowerCase();
}

/** By the region that is meant, where none has that very key. */
function byDomain(
  live: readonly ClientIdEntry[],
  meant: ClientSearch['meant'],
): ReadonlyMap<string, ClientIdEntry> {
  const exact = live.map((entry) => [entry.region, entry] as const);
  const near = live.slice(0, MOST_JUDGED).flatMap((entry) => {
    const region = meant(entry.region);
    return region === undefined ? [] : [[region, entry] as const];
  });
  return new Map([...near, ...exact]);
}
