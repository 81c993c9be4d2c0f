import { regionOf } from '../../../platform/regions.ts';
import { keyEdit } from '../../entryEdits.ts';
import { type FrameworkFix, finding } from '../../frameworkFinding.ts';
import type { ClientIdEntry } from '../../inspect.ts';
import { meantRegion } from '../meantRegion.ts';
import type { CheckedFile, Rule } from '../rule.ts';

/** A key of `clientIds` is the domain of a region, not its name or one of its hosts (Genesys facts 5.2). */
export const namesRegions: Rule = (file) => {
  const signedIn = new Set(file.orgs.map(({ region }) => region));
  const taken = new Set(file.live.map(({ region }) => region));
  return file.live
    .filter(({ region }) => regionOf(region) === undefined && !signedIn.has(region))
    .map((entry) => {
      const { region, keyPlace } = entry;
      const suggestion = meantRegion(region);
      if (suggestion === undefined)
        return finding('unknown-region', keyPlace, { region }, { severity: 'information' });
      const fixes = taken.has(suggestion) ? [] : correction(file, entry, suggestion);
      return finding('unknown-region', keyPlace, { region, suggestion }, { fixes });
    });
};

/** A key in shorthand (`{ name }`) is its own value and must stay. */
function correction(
  { text, inspection }: CheckedFile,
  entry: ClientIdEntry,
  region: string,
): readonly FrameworkFix[] {
  const isExact = inspection.clientIds.kind === 'literal' && inspection.clientIds.exact;
  if (!isExact || entry.keyPlace.start === entry.slot.start) return [];
  const edits = [keyEdit(text, entry, region)];
  return [{ kind: 'edit', code: 'correct-region', args: { region }, edits, safe: false }];
}
