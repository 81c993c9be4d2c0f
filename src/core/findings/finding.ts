import { shownText } from '../platform/secretShape.ts';
import { anyGrantTypeName } from '../texts/clientFields.ts';
import { dayText, durationText, longMomentText, monthText, numberText } from '../texts/duration.ts';
import { permissionList } from '../texts/permissionTexts.ts';
import { providerText } from '../texts/scim.ts';
import type { FindingCode } from './catalogue.ts';
import type { FindingEntry, Severity, Words } from './entry.ts';

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

/** What a sentence about a finding is told, by name. */
export type Args = Readonly<Record<string, string | number | readonly string[]>>;

/** The arguments of a finding as they are written in the reader's language (BCP 47 tag). */
export function wordsOf(args: Args, language: string): Words {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, wordsFor(name, value, language)]),
  );
}

/** Everywhere the same name is the same kind of thing, and is written in the same way. */
function wordsFor(name: string, value: Args[string], language: string): string {
  if (typeof value === 'object') return listText(name, value, language);
  switch (name) {
    case 'line':
    case 'first':
      return String(value);
    case 'date':
      return dayText(String(value), language);
    case 'month':
      return monthText(String(value), language);
    case 'moment':
      return longMomentText(String(value), language);
    case 'lasts':
    case 'written':
      return durationText(Number(value));
    case 'grant':
      return anyGrantTypeName(String(value) || undefined);
    case 'provider':
      return providerText(String(value));
    case 'scope':
    case 'text':
    case 'region':
      return shortened(shownText(String(value)));
    default:
      return typeof value === 'number' ? numberText(value, language) : value;
  }
}

function listText(name: string, values: readonly string[], language: string): string {
  const arePermissions = name === 'added' || name === 'taken';
  return arePermissions ? permissionList(values, language) : new Intl.ListFormat(language).format(values);
}

const LONGEST_QUOTE = 60;

/** What a file says may be of any length; a sentence about it may not. */
function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST_QUOTE ? text : `${characters.slice(0, LONGEST_QUOTE).join('')}…`;
}
