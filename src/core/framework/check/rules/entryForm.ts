import { regionOf } from '../../../platform/regions.ts';
import { type FrameworkFinding, type FrameworkFix, finding } from '../../frameworkFinding.ts';
import { keyEdit, valueEdit } from '../../insert.ts';
import type { ClientIdEntry } from '../../inspect.ts';
import { isBuildPlaceholder, misread } from '../placeholder.ts';
import { type CheckedFile, idFixes, type Rule } from '../rule.ts';

/** A string that is no Client ID: one that was broken on the way, or words that wait for one (Genesys facts 5.4). */
export const holdsClientIds: Rule = (file) => file.judged.flatMap((entry) => findingsOf(file, entry));

function findingsOf({ text, orgs }: CheckedFile, entry: ClientIdEntry): readonly FrameworkFinding[] {
  const { region, value, valuePlace } = entry;
  if (value.kind !== 'placeholder') return [];
  const args = { region, text: value.text };
  const ways = idFixes(region, orgs);
  const meant = misread(value.text);
  switch (meant.kind) {
    case 'other':
    case 'broken': {
      // What a build fills in may have an ID in it, for when there is nothing else.
      if (isBuildPlaceholder(value.text)) {
        const more = { severity: 'hint', fixes: ways } as const;
        return [finding('placeholder-client-id', valuePlace, { ...args, by: 'build' }, more)];
      }
      const code = meant.kind === 'other' ? 'placeholder-client-id' : 'malformed-client-id';
      return [finding(code, valuePlace, args, { fixes: ways })];
    }
    case 'id': {
      const fix = idCorrection(text, entry, meant.clientId);
      return [finding('malformed-client-id', valuePlace, args, { fixes: [fix, ...ways] })];
    }
  }
}

function idCorrection(text: string, entry: ClientIdEntry, clientId: string): FrameworkFix {
  const edits = [valueEdit(text, entry, clientId)];
  return { kind: 'edit', code: 'correct-client-id', args: { clientId }, edits, safe: false };
}

/** A key of `clientIds` is the domain of a region, not its name or one of its hosts (Genesys facts 5.2). */
export const namesRegions: Rule = (file) => {
  const signedIn = new Set(file.orgs.map(({ region }) => region));
  const taken = new Set(file.live.map(({ region }) => region));
  return file.judged
    .filter(({ region }) => regionOf(region) === undefined && !signedIn.has(region))
    .map((entry) => {
      const { region, keyPlace } = entry;
      const suggestion = file.search.meant(region);
      if (suggestion === undefined)
        return finding('unknown-region', keyPlace, { region }, { severity: 'information' });
      const fixes = taken.has(suggestion) ? [] : keyCorrection(file, entry, suggestion);
      return finding('unknown-region', keyPlace, { region, suggestion }, { fixes });
    });
};

/** A key in shorthand (`{ name }`) is its own value and must stay. */
function keyCorrection(
  { text, inspection }: CheckedFile,
  entry: ClientIdEntry,
  region: string,
): readonly FrameworkFix[] {
  const isExact = inspection.clientIds.kind === 'literal' && inspection.clientIds.exact;
  if (!isExact || entry.keyPlace.start === entry.slot.start) return [];
  const edits = [keyEdit(text, entry, region)];
  return [{ kind: 'edit', code: 'correct-region', args: { region }, edits, safe: false }];
}
