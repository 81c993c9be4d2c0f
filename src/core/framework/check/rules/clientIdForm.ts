import { valueEdit } from '../../entryEdits.ts';
import { type FrameworkFinding, type FrameworkFix, finding } from '../../frameworkFinding.ts';
import type { ClientIdEntry } from '../../inspect.ts';
import { isBuildPlaceholder } from '../buildPlaceholder.ts';
import { misread } from '../clientIdIn.ts';
import { idFixes } from '../idFixes.ts';
import type { CheckedFile, Rule } from '../rule.ts';

/** A string that is no Client ID: one that was broken on the way, or words that wait for one (Genesys facts 5.4). */
export const holdsClientIds: Rule = (file) => file.live.flatMap((entry) => findingsOf(file, entry));

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
      const fix = correction(text, entry, meant.clientId);
      return [finding('malformed-client-id', valuePlace, args, { fixes: [fix, ...ways] })];
    }
  }
}

function correction(text: string, entry: ClientIdEntry, clientId: string): FrameworkFix {
  const edits = [valueEdit(text, entry, clientId)];
  return { kind: 'edit', code: 'correct-client-id', args: { clientId }, edits, safe: false };
}
