import type { FoundClient } from '../../../clients/whereabouts.ts';
import { type FrameworkFix, finding } from '../../frameworkFinding.ts';
import { newEntryIn, valueEdit } from '../../insert.ts';
import type { ClientIdEntry } from '../../inspect.ts';
import { isFor } from '../clientOfEntry.ts';
import type { CheckedFile, Rule } from '../rule.ts';
import { idFixes } from '../rule.ts';

/**
 * A Client ID is one of the org that agents of its region log in to. One client may serve several regions (procedure
 * rule G11), so that an ID is right elsewhere, too, when it stands, or may stand, for its own region as well. One of the
 * practice org is another matter (practiceClient.ts).
 */
export const knowsClients: Rule = (file) => {
  const addition = additionTo(file);
  return file.judged.flatMap((entry) => {
    const { region, value, valuePlace } = entry;
    if (value.kind !== 'client-id') return [];
    const found = file.search.all(value.text);
    if (found.some(({ org }) => org.region === region || file.search.under(org.region) === entry)) return [];
    const [home] = found;
    if (home?.org.practice === true) return [];
    if (home !== undefined) return livesElsewhere(file, entry, value.text, home, addition);

    const orgsHere = file.orgs.filter((org) => org.region === region);
    if (orgsHere.length === 0 || mayLiveInUnreadOrg(file, entry, value.text)) return [];
    const realOnes = orgsHere.filter(({ practice }) => !practice);
    const orgs = (realOnes.length > 0 ? realOnes : orgsHere).map(({ orgName }) => orgName);
    const severity = realOnes.length > 0 ? 'warning' : 'information';
    const args = { region, clientId: value.text, orgs };
    return [finding('client-not-found', valuePlace, args, { severity, fixes: idFixes(region, file.orgs) })];
  });
};

/** It stands for another region, too, of which no real org is known. */
function mayLiveInUnreadOrg(
  { live, orgs }: CheckedFile,
  { region }: ClientIdEntry,
  clientId: string,
): boolean {
  const read = new Set([region, ...orgs.filter(({ practice }) => !practice).map((org) => org.region)]);
  return live.some((entry) => isFor(entry, clientId) && !read.has(entry.region));
}

function livesElsewhere(
  file: CheckedFile,
  entry: ClientIdEntry,
  clientId: string,
  home: FoundClient,
  addition: Addition,
) {
  const { client, org } = home;
  if (mayServe(file, org.region, clientId)) return [];
  const args = { region: entry.region, home: org.region, client: client.name, org: org.orgName };
  const fixes = [...addition(org.region, clientId), ...idFixes(entry.region, file.orgs)];
  return [finding('client-of-other-region', entry.valuePlace, args, { fixes })];
}

/** Whether a region has this Client ID, as far as the text tells. */
function mayServe(
  { live, judged, search, inspection: { clientIds } }: CheckedFile,
  region: string,
  clientId: string,
): boolean {
  const there = search.under(region);
  const isEachKnown = clientIds.kind === 'literal' && clientIds.complete && live.length === judged.length;
  if (there === undefined) return !isEachKnown;
  return there.value.kind === 'dynamic' || isFor(there, clientId);
}

/** The fix that gives a client an entry for its own region. */
type Addition = (region: string, clientId: string) => readonly FrameworkFix[];

/** It takes nothing away; where that region has another ID, people must decide. */
function additionTo({ text, search, inspection: { clientIds } }: CheckedFile): Addition {
  if (clientIds.kind !== 'literal' || !clientIds.exact || !clientIds.complete) return () => [];
  const newEntry = newEntryIn(text, clientIds);
  return (region, clientId) => {
    const there = search.under(region);
    // An entry whose key only resembles the region counts for nobody.
    if (there !== undefined && (there.value.kind !== 'empty' || there.region !== region)) return [];
    const edit = there === undefined ? newEntry(region, clientId) : valueEdit(text, there, clientId);
    return [{ kind: 'edit', code: 'add-region', args: { region }, edits: [edit], safe: false }];
  };
}
