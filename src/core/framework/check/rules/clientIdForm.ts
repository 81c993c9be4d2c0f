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
      return isBuildPlaceholder(value.text)
        ? [
            finding(
              'placeholder-client-id',
              valuePlace,
              { ...args, by: 'build' },
              { severity: 'hint', fixes: ways },
            ),
          ]
        : [finding('placeholder-client-id', valuePlace, args, { fixes: ways })];
    case 'broken':
      return [finding('malformed-client-id', valuePlace, args, { fixes: ways })];
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
