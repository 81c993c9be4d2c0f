import type { OrgClients } from '../../clients/whereabouts.ts';
import { readDomain } from '../../platform/regionName.ts';
import type { ClientIdEntry, ClientIds } from '../inspect.ts';
import { liveEntries, searchClients } from './clientOfEntry.ts';

/** How far the clients of a region's orgs are known: `unread` while they are on their way. */
export type RegionKnowledge = 'signed-out' | 'unread' | 'failed' | 'known';

/** Why a Client ID was compared with no org. `no-region`: it stands under a key that nobody can sign in to. */
export type NotCompared = Exclude<RegionKnowledge, 'known'> | 'no-region';

/**
 * What an entry was compared with. `at-run`: what it holds is known only when the file runs; `no-id`: it holds nothing
 * that could be compared.
 */
export type EntryCoverage =
  | { readonly kind: 'compared'; readonly orgs: readonly string[] }
  | { readonly kind: 'not-compared'; readonly why: NotCompared; readonly region: string }
  | { readonly kind: 'at-run' | 'no-id' };

/** What the entries of one file were compared with. */
export type FileCoverage = {
  readonly of: (entry: ClientIdEntry) => EntryCoverage;
  /** Of the entries that count, in the order of the text. */
  readonly entries: readonly EntryCoverage[];
  /** `clientIds`, or a part of it, is known only when the file runs. */
  readonly atRun: boolean;
};

/**
 * Says for one file which Client IDs were compared with which orgs, and which were not and why.
 * @param knowledge How far the clients of a region (its domain) are known.
 */
export function fileCoverage(
  clientIds: ClientIds,
  orgs: readonly OrgClients[],
  knowledge: (region: string) => RegionKnowledge,
): FileCoverage {
  const live = liveEntries(clientIds);
  const search = searchClients(live, orgs);
  const keysOf = keysByClientId(live);
  const gapsOf = new Map<string, readonly KeyedGap[]>();

  function gapUnder(key: string, isOwn: boolean): EntryCoverage | undefined {
    const region = orgs.some((org) => org.region === key) ? key : (search.meant(key) ?? readDomain(key));
    if (region === undefined) return { kind: 'not-compared', why: 'no-region', region: key };
    const known = knowledge(region);
    if (known !== 'known') return { kind: 'not-compared', why: known, region };
    // The practice org is in no region of the real ones, so that it does not speak for another region.
    const isElsewhere = !isOwn && !orgs.some((org) => org.region === region && !org.practice);
    return isElsewhere ? { kind: 'not-compared', why: 'signed-out', region } : undefined;
  }

  /** The first two suffice: of the keys that have one ID, only one is an entry's own. */
  function gapsElsewhere(clientId: string): readonly KeyedGap[] {
    const known = gapsOf.get(clientId);
    if (known !== undefined) return known;
    const found: KeyedGap[] = [];
    for (const key of keysOf.get(clientId) ?? []) {
      const gap = gapUnder(key, false);
      if (gap !== undefined) found.push({ key, gap });
      if (found.length === 2) break;
    }
    gapsOf.set(clientId, found);
    return found;
  }

  function of(entry: ClientIdEntry): EntryCoverage {
    const { value } = entry;
    if (value.kind === 'dynamic') return { kind: 'at-run' };
    if (value.kind !== 'client-id') return { kind: 'no-id' };
    const found = search.all(value.text);
    if (found.length > 0) return { kind: 'compared', orgs: namesOf(found.map(({ org }) => org)) };
    // A client that is in no list may be in one that was not read: that of any region that has the same ID.
    const elsewhere = () =>
      gapsElsewhere(value.text.toLowerCase()).find(({ key }) => key !== entry.region)?.gap;
    const gap = gapUnder(entry.region, true) ?? elsewhere();
    if (gap !== undefined) return gap;
    return { kind: 'compared', orgs: namesOf(orgs.filter(({ region }) => region === entry.region)) };
  }

  const isComputed = clientIds.kind === 'not-a-literal' || clientIds.kind === 'several';
  const atRun = isComputed || (clientIds.kind === 'literal' && !clientIds.complete);
  return { of, entries: live.map(of), atRun };
}

type KeyedGap = { readonly key: string; readonly gap: EntryCoverage };

function keysByClientId(live: readonly ClientIdEntry[]): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<string, string[]>();
  for (const { region, value } of live) {
    if (value.kind !== 'client-id') continue;
    const id = value.text.toLowerCase();
    const others = keys.get(id);
    if (others === undefined) keys.set(id, [region]);
    else others.push(region);
  }
  return keys;
}

function namesOf(orgs: readonly OrgClients[]): readonly string[] {
  return [...new Set(orgs.map(({ orgName }) => orgName))];
}

/** Client IDs that were not compared for one reason, and the keys or regions they stand under. */
export type Gap = { readonly count: number; readonly regions: readonly string[] };

/** What a check of several files looked at, and what it did not. */
export type Coverage = {
  /** Those that were looked into. */
  readonly files: number;
  readonly compared: { readonly count: number; readonly orgs: readonly string[] };
  readonly gaps: Readonly<Record<NotCompared, Gap>>;
  /** Entries that are known only when their file runs, and files whose `clientIds` is not in the text, or not all. */
  readonly atRun: { readonly entries: number; readonly files: number };
};

/** Puts the files of a check together. */
export function sumUp(files: readonly FileCoverage[]): Coverage {
  const entries = files.flatMap((file) => file.entries);
  const compared = entries.filter((each) => each.kind === 'compared');
  const gap = (why: NotCompared): Gap => {
    const those = entries.filter((each) => each.kind === 'not-compared').filter((each) => each.why === why);
    return { count: those.length, regions: [...new Set(those.map(({ region }) => region))].sort() };
  };
  return {
    files: files.length,
    compared: { count: compared.length, orgs: [...new Set(compared.flatMap(({ orgs }) => orgs))].sort() },
    gaps: {
      'signed-out': gap('signed-out'),
      unread: gap('unread'),
      failed: gap('failed'),
      'no-region': gap('no-region'),
    },
    atRun: {
      entries: entries.filter(({ kind }) => kind === 'at-run').length,
      files: files.filter(({ atRun }) => atRun).length,
    },
  };
}

/** Whether every Client ID was compared with an org, and nothing of the files is known only when they run. */
export function isWhole({ gaps, atRun }: Coverage): boolean {
  return Object.values(gaps).every(({ count }) => count === 0) && atRun.entries === 0 && atRun.files === 0;
}
