import { anyGrantTypeName } from '../texts/clientFields.ts';
import { durationText, monthText, numberText } from '../texts/duration.ts';
import { permissionList } from '../texts/permissions.ts';
import { providerText } from '../texts/scim.ts';
import type { Words } from './entry.ts';

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
    case 'month':
      return monthText(String(value), language);
    case 'moment':
      return momentText(String(value), language);
    case 'lasts':
    case 'written':
      return durationText(Number(value));
    case 'grant':
      return anyGrantTypeName(String(value) || undefined);
    case 'provider':
      return providerText(String(value));
    case 'text':
    case 'region':
      return shortened(String(value));
    default:
      return typeof value === 'number' ? numberText(value, language) : value;
  }
}

function listText(name: string, values: readonly string[], language: string): string {
  const arePermissions = name === 'added' || name === 'taken';
  return arePermissions ? permissionList(values, language) : new Intl.ListFormat(language).format(values);
}

function momentText(moment: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' });
  return format.format(new Date(moment));
}

const LONGEST_QUOTE = 60;

/** What a file says may be of any length; a sentence about it may not. */
function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST_QUOTE ? text : `${characters.slice(0, LONGEST_QUOTE).join('')}…`;
}
