import { type DraftCode, draftFindings } from '../findings/draftFindings.ts';
import { type Finding, findingBuilder, findingText } from '../findings/finding.ts';
import type { Draft, Field } from './draft.ts';

/** A repair the wizard can make on the person's behalf: the answers it would change, and how it is called. */
export type Fix = {
  code:
    | 'remove-invisible'
    | 'remove-line'
    | 'split-line'
    | 'replace-line'
    | 'correct-line'
    | 'add-uri'
    | 'add-region'
    | 'use-small-letters'
    | 'remove-scope'
    | 'replace-scope'
    | 'add-framework-scopes'
    | 'use-pkce'
    | 'keep-grant-type'
    | 'replace-client-id'
    | 'leave-region-out'
    | 'copy-by-hand'
    | 'remove-role'
    | 'leave-out'
    | 'use-home-division'
    | 'remove-division'
    | 'use-scim-role'
    | 'use-longest-duration'
    | 'no-scim-file';
  args: Record<string, string | number>;
  change: Draft;
};

/** One thing that is wrong with, or worth knowing about, an answer. */
export type DraftFinding = Finding<DraftCode, Field, Fix>;

/** Builds one. */
export const finding = findingBuilder<DraftCode, Field, Fix>(draftFindings);

/** What one says: what is wrong and what to do about it, in the reader's language (BCP 47 tag). */
export function draftFindingText(finding: DraftFinding, language: string): string {
  return findingText(draftFindings, finding, language);
}

/** Each repair of one of many brings all others along, and nobody reads more sentences: the rest is said once these are mended. */
const MOST_OF_A_KIND = 125;

/** The findings about the members of an answer; of very many faulty ones about the first 125 or so. */
export function findingsOfEach<Member>(
  members: readonly Member[],
  find: (member: Member) => readonly DraftFinding[],
): DraftFinding[] {
  const found: DraftFinding[] = [];
  for (const member of members) {
    if (found.length >= MOST_OF_A_KIND) break;
    found.push(...find(member));
  }
  return found;
}
