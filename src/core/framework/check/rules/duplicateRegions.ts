import { valueEdit } from '../../entryEdits.ts';
import { type FrameworkFix, finding } from '../../frameworkFinding.ts';
import type { ClientIdEntry } from '../../inspect.ts';
import { removalFrom } from '../../removal.ts';
import type { TextEdit } from '../../textEdit.ts';
import { misread } from '../clientIdIn.ts';
import type { Rule } from '../rule.ts';

/** A region that is there twice: only the last entry counts. Silent where a run of the file decides what it holds. */
export const hasEachRegionOnce: Rule = ({ text, inspection: { clientIds }, live }) => {
  if (clientIds.kind !== 'literal') return [];
  const removalOf = removalFrom(
    text,
    clientIds.commentedOut.map(({ place }) => place),
  );
  const byRegion = new Map(live.map((entry) => [entry.region, entry]));
  return clientIds.entries.flatMap((entry) => {
    const counting = byRegion.get(entry.region);
    if (counting === undefined || counting === entry || counting.value.kind === 'dynamic') return [];
    const { region, keyPlace } = entry;
    const removal = clientIds.exact ? removalOf(entry.place) : undefined;
    const fixes = removal === undefined ? [] : [fixOf(text, entry, counting, removal)];
    const related = [{ place: counting.place, what: 'counts-instead' as const }];
    const args = { region, line: counting.keyPlace.line };
    return [finding('duplicate-region', keyPlace, args, { related, fixes })];
  });
};

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
