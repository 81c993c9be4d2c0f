import { MOST_JUDGED } from '../../entries.ts';
import { type FrameworkFinding, type FrameworkFix, finding } from '../../frameworkFinding.ts';
import { valueEdit } from '../../insert.ts';
import type { ClientIdEntry, OverriddenSetting, Place } from '../../inspect.ts';
import { parseExpression } from '../../parse.ts';
import { type Removal, removalFrom } from '../../removal.ts';
import type { TextEdit } from '../../textEdit.ts';
import { misread } from '../placeholder.ts';
import type { Rule } from '../rule.ts';

/** A region that is there twice: only the last entry counts. Silent where a run of the file decides what it holds. */
export const hasEachRegionOnce: Rule = ({ text, inspection: { clientIds }, live }) => {
  if (clientIds.kind !== 'literal') return [];
  const removalOf = removalFrom(
    text,
    clientIds.commentedOut.map(({ place }) => place),
  );
  const byRegion = new Map(live.map((entry) => [entry.region, entry]));
  const idle = clientIds.entries.flatMap((entry) => {
    const counting = byRegion.get(entry.region);
    if (counting === undefined || counting === entry || counting.value.kind === 'dynamic') return [];
    return [{ entry, counting, place: entry.keyPlace }];
  });
  return firstOf(idle, ({ entry, counting, place }) => {
    const { region } = entry;
    const removal = clientIds.exact ? removalOf(entry.place) : undefined;
    const fixes = removal === undefined ? [] : [fixOf(text, entry, counting, removal)];
    const related = [{ place: counting.place, what: 'counts-instead' as const }];
    const args = { region, line: counting.keyPlace.line };
    return finding('duplicate-region', place, args, { related, fixes });
  });
};

/** A finding for each of the first ones, and one that says how many are left out. */
function firstOf<T extends { readonly place: Place }>(
  idle: readonly T[],
  findingOf: (each: T) => FrameworkFinding,
): readonly FrameworkFinding[] {
  const findings = idle.slice(0, MOST_JUDGED).map(findingOf);
  const next = idle[MOST_JUDGED];
  if (next === undefined) return findings;
  const args = { named: MOST_JUDGED, more: idle.length - MOST_JUDGED };
  return [...findings, finding('entries-not-checked', next.place, args)];
}

/** The entry without effect goes; its Client ID stays where the one that counts has none. */
function fixOf(
  text: string,
  entry: ClientIdEntry,
  counting: ClientIdEntry,
  removal: readonly TextEdit[],
): FrameworkFix {
  const { region, value } = entry;
  if (value.kind === 'client-id' && counting.value.kind === 'empty') {
    const edits = [...removal, valueEdit(text, counting, value.text)];
    return { kind: 'edit', code: 'use-entry', args: { region }, edits, safe: false };
  }
  const safe = isExpendable(entry, counting);
  return { kind: 'edit', code: 'remove-duplicate-region', args: { region }, edits: removal, safe };
}

/** It holds no Client ID that would be gone with it, and nothing happens while it is evaluated. */
function isExpendable({ value }: ClientIdEntry, counting: ClientIdEntry): boolean {
  switch (value.kind) {
    case 'empty':
      return true;
    case 'placeholder':
      return misread(value.text).kind === 'other';
    case 'dynamic':
      return false;
    case 'client-id':
      return counting.value.kind === 'client-id' && counting.value.text === value.text;
  }
}

/** A setting that is twice in one object: only the last one counts (Genesys facts 5.4). */
export const hasEachSettingOnce: Rule = ({ text, inspection: { overridden } }) => {
  const exactness = new Map<number, boolean>();
  const removalOf = removalFrom(text);
  return firstOf(overridden, (setting) => {
    const { name, place, by, object } = setting;
    const isExact = exactness.get(object.start) ?? isExactObject(text, setting);
    exactness.set(object.start, isExact);
    const related = [{ place: by, what: 'counts-instead' as const }];
    const fixes = isExact ? remove(removalOf, setting) : [];
    return finding('duplicate-setting', place, { name, line: by.line }, { related, fixes });
  });
};

/** A whole `clientIds` may hold IDs that would be gone with it. */
function remove(removalOf: Removal, { name, place, inert }: OverriddenSetting): readonly FrameworkFix[] {
  const removal = removalOf(place);
  if (removal === undefined) return [];
  const safe = inert && name !== 'clientIds';
  return [{ kind: 'edit', code: 'remove-duplicate-setting', args: { name }, edits: removal, safe }];
}

function isExactObject(text: string, { object }: OverriddenSetting): boolean {
  const alone = parseExpression(text, object.start, object.end);
  return alone?.type === 'ObjectExpression' && alone.end === object.end;
}
