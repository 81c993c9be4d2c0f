import type { OrgClients } from '../../clients/whereabouts.ts';
import type { Directive } from '../directives.ts';
import { MOST_JUDGED } from '../entries.ts';
import { type FrameworkFinding, finding } from '../frameworkFinding.ts';
import { type ClientIdEntry, type FrameworkInspection, inspectFramework } from '../inspect.ts';
import { mayBeFramework } from '../isFramework.ts';
import type { TextEdit } from '../textEdit.ts';
import { type ClientSearch, liveEntries, searchClients } from './clientOfEntry.ts';
import type { CheckedFile, Rule } from './rule.ts';
import { knowsClients } from './rules/clientInOrg.ts';
import { hasEachRegionOnce, hasEachSettingOnce } from './rules/duplicates.ts';
import { holdsClientIds, namesRegions } from './rules/entryForm.ts';
import { knowsPracticeClients } from './rules/practiceClient.ts';
import { clientsSuitFramework } from './rules/shortcomings.ts';
import { hasSomeClientId } from './rules/someClientId.ts';

const RULES: readonly Rule[] = [
  hasSomeClientId,
  namesRegions,
  holdsClientIds,
  hasEachRegionOnce,
  hasEachSettingOnce,
  knowsClients,
  clientsSuitFramework,
  knowsPracticeClients,
  saysWhatIsLeftOut,
];

/**
 * What is wrong with, or worth knowing about, a framework.js, in the order of the text. Never throws, and says nothing
 * about what only a run of the file, or an org that one is not signed in to, could tell, nor about a file of another
 * product.
 * @param orgs The orgs that one is signed in to; none: only what the text tells.
 * @param today ISO date.
 * @param inspection What was read in the text, where it was read before.
 */
export function checkFramework(
  text: string,
  orgs: readonly OrgClients[],
  today: string,
  inspection = mayBeFramework(text) ? inspectFramework(text) : undefined,
): readonly FrameworkFinding[] {
  if (inspection?.isFramework !== true) return [];
  const file = checkedFile(text, inspection, orgs, today);
  const silenced = silencedCodes(file.inspection.directives);
  return RULES.flatMap((rule) => rule(file))
    .filter(({ code, place }) => !silenced(place.line, code))
    .sort((a, b) => a.place.start - b.place.start);
}

/** A look takes time with the text, not with what is in it: of very many entries only the first are judged. */
function saysWhatIsLeftOut({ inspection, live, judged }: CheckedFile): readonly FrameworkFinding[] {
  if (inspection.isLeftAlone)
    return [finding('entries-not-checked', { start: 0, end: 1, line: 1 }, { unread: 'yes' })];
  const first = live[judged.length];
  if (first === undefined) return [];
  const args = { checked: judged.length, more: live.length - judged.length };
  return [finding('entries-not-checked', first.keyPlace, args)];
}

function silencedCodes(directives: readonly Directive[]): (line: number, code: string) => boolean {
  const byLine = new Map(directives.map(({ line, codes }) => [line, codes]));
  return (line, code) => {
    const codes = byLine.get(line);
    return codes === 'all' || codes?.includes(code) === true;
  };
}

/** Puts what the rules ask about beside a framework.js and what was read in it. */
export function checkedFile(
  text: string,
  inspection: FrameworkInspection,
  orgs: readonly OrgClients[],
  today: string,
): CheckedFile {
  const { clientIds } = inspection;
  const named = liveEntries(clientIds);
  const search = searchClients(named, orgs);
  const isSure = clientIds.kind !== 'literal' || clientIds.exact;
  const live = isSure ? named : likelyEntries(named, orgs, search);
  const judged = live.slice(0, MOST_JUDGED);
  const used = judged.flatMap((entry) => {
    const found = search.of(entry);
    return found === undefined ? [] : [{ ...found, entry }];
  });
  return { text, inspection, live, judged, orgs, search, used, today };
}

/** Where the end of the literal is a guess, other things may have got into it: only regions are certain then. */
function likelyEntries(
  named: readonly ClientIdEntry[],
  orgs: readonly OrgClients[],
  { meant }: ClientSearch,
): readonly ClientIdEntry[] {
  return named.filter(
    ({ region }, at) =>
      orgs.some((org) => org.region === region) || (at < MOST_JUDGED && meant(region) !== undefined),
  );
}

/**
 * The edits that repair at once all that can be repaired without a change to what the file does, in the order of the
 * text. Of two repairs that overlap, the first one is made; the next check finds the other one again.
 */
export function fixAll(findings: readonly FrameworkFinding[]): readonly TextEdit[] {
  const chosen: TextEdit[] = [];
  const repairs = findings
    .flatMap(({ fixes }) => fixes.find((fix) => fix.kind === 'edit' && fix.safe) ?? [])
    .flatMap((fix) => (fix.kind === 'edit' ? [fix.edits] : []))
    .sort((a, b) => startOf(a) - startOf(b));
  let end = 0;
  for (const edits of repairs) {
    if (startOf(edits) < end) continue;
    chosen.push(...edits);
    end = Math.max(...edits.map((edit) => edit.end));
  }
  return chosen;
}

function startOf(edits: readonly TextEdit[]): number {
  return Math.min(...edits.map(({ start }) => start));
}
