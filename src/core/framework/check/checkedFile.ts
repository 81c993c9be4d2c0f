import type { OrgClients } from '../../clients/orgClients.ts';
import type { ClientIdEntry, ClientIdsLiteral, FrameworkInspection } from '../inspect.ts';
import { meantRegion } from './meantRegion.ts';
import type { CheckedFile, FoundClient } from './rule.ts';

/** Puts what the rules ask about beside a framework.js and what was read in it. */
export function checkedFile(
  text: string,
  inspection: FrameworkInspection,
  orgs: readonly OrgClients[],
  today: string,
): CheckedFile {
  const { clientIds } = inspection;
  const live = clientIds.kind === 'literal' ? entriesThatCount(clientIds, orgs) : [];
  const clientsById = groupById(orgs);
  const clientsOf = (clientId: string) => clientsById.get(clientId.toLowerCase()) ?? [];
  const used = live.flatMap((entry) => {
    const found = entry.value.kind === 'client-id' ? clientsOf(entry.value.text) : [];
    const here = found.find(({ org }) => org.region === entry.region);
    return here === undefined ? [] : [{ ...here, entry }];
  });
  return { text, inspection, live, orgs, clientsOf, used, today };
}

/** Where the end of the literal is a guess, other things may have got into it: only regions are certain then. */
function entriesThatCount(
  { entries, exact }: ClientIdsLiteral,
  orgs: readonly OrgClients[],
): readonly ClientIdEntry[] {
  const live = [...new Map(entries.map((entry) => [entry.region, entry])).values()];
  if (exact) return live;
  return live.filter(
    ({ region }) => meantRegion(region) !== undefined || orgs.some((org) => org.region === region),
  );
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
