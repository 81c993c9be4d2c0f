import type { OrgClients } from '../../clients/orgClients.ts';
import type { ClientIdEntry, ClientIdsLiteral, FrameworkInspection } from '../inspect.ts';
import { liveEntries, searchClients } from './clientOfEntry.ts';
import { meantRegion } from './meantRegion.ts';
import type { CheckedFile } from './rule.ts';

/** Puts what the rules ask about beside a framework.js and what was read in it. */
export function checkedFile(
  text: string,
  inspection: FrameworkInspection,
  orgs: readonly OrgClients[],
  today: string,
): CheckedFile {
  const { clientIds } = inspection;
  const live = clientIds.kind === 'literal' ? entriesThatCount(clientIds, orgs) : [];
  const search = searchClients(clientIds, orgs);
  const used = live.flatMap((entry) => {
    const found = search.of(entry);
    return found === undefined ? [] : [{ ...found, entry }];
  });
  return { text, inspection, live, orgs, search, used, today };
}

/** Where the end of the literal is a guess, other things may have got into it: only regions are certain then. */
function entriesThatCount(
  { entries, exact }: ClientIdsLiteral,
  orgs: readonly OrgClients[],
): readonly ClientIdEntry[] {
  const live = liveEntries(entries);
  if (exact) return live;
  return live.filter(
    ({ region }) => meantRegion(region) !== undefined || orgs.some((org) => org.region === region),
  );
}
