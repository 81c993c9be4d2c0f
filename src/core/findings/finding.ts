import type { FindingCode } from './catalogue.ts';
import type { FindingEntry, Severity } from './entry.ts';
import { type Args, wordsOf } from './words.ts';

/** Another place that explains a finding. */
export type Related<Place> = {
  readonly place: Place;
  readonly what: 'counts-instead' | 'get-auth-token' | 'login-window' | 'source';
};

/**
 * One thing that is wrong, or worth knowing, wherever it was looked for: at an answer of the wizard, in a framework.js, in
 * a SCIM config file. Its text and its documentation are in the catalogue.
 */
export type Finding<Code extends FindingCode, Place, Fix> = {
  readonly code: Code;
  readonly place: Place;
  readonly severity: Severity;
  readonly args: Args;
  readonly related: readonly Related<Place>[];
  readonly fixes: readonly Fix[];
};

/** What most findings do without. The severity is the usual one of the code, unless a rule knows better. */
type More<Place, Fix> = {
  readonly severity?: Severity;
  readonly related?: readonly Related<Place>[];
  readonly fixes?: readonly Fix[];
};

/** What the codes of a room stand for. */
type Entries<Code extends FindingCode> = Readonly<Record<Code, FindingEntry>>;

/** What builds findings of these entries. Each room has one for its own codes and places. */
export function findingBuilder<Code extends FindingCode, Place, Fix>(entries: Entries<Code>) {
  return (
    code: Code,
    place: Place,
    args: Args = {},
    { severity = entries[code].severities[0], related = [], fixes = [] }: More<Place, Fix> = {},
  ): Finding<Code, Place, Fix> => ({ code, place, severity, args, related, fixes });
}

/** What a finding says: what is wrong and what to do about it, in the reader's language (BCP 47 tag). */
export function findingText<Code extends FindingCode>(
  entries: Entries<Code>,
  { code, args, severity }: Pick<Finding<Code, unknown, unknown>, 'code' | 'args' | 'severity'>,
  language: string,
): string {
  return entries[code].text(wordsOf(args, language), severity);
}
