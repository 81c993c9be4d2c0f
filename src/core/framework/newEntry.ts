import { appendProperty, colonLike } from './appendProperty.ts';
import type { ClientIdEntry, ClientIdsLiteral } from './entries.ts';
import { firstEntryEdit } from './firstEntry.ts';
import { quoteOf, stringLiteral } from './quotes.ts';
import type { TextEdit } from './textEdit.ts';

/** The edit that adds an entry for a region; where it goes is found out at the first question only. */
export type NewEntry = (region: string, clientId: string) => TextEdit;

/**
 * The edits that add an entry after the last live one of a complete literal (procedure rule E6), each by itself. They copy
 * the quotes, spacing, indentation, line end and trailing comma of that one.
 */
export function newEntryIn(text: string, literal: ClientIdsLiteral): NewEntry {
  const last = literal.entries.at(-1);
  if (last === undefined) return (region, clientId) => firstEntryEdit(text, literal, region, clientId);

  const colon = colonLike(text.slice(last.keyPlace.end, last.slot.start));
  const range = { start: last.keyPlace.start, end: last.slot.end };
  let append: ReturnType<typeof appendProperty> | undefined;
  return (region, clientId) => {
    append ??= appendProperty(text, range, gapBefore(text, literal, last, colon));
    return append(entryLike(text, last, colon, region, clientId));
  };
}

function entryLike(
  text: string,
  { keyPlace, valuePlace }: ClientIdEntry,
  colon: string,
  region: string,
  clientId: string,
): string {
  const valueQuote = quoteOf(text.slice(valuePlace.start));
  const keyQuote = quoteOf(text.slice(keyPlace.start)) ?? valueQuote ?? "'";
  return `${stringLiteral(region, keyQuote)}${colon}${stringLiteral(clientId, valueQuote ?? keyQuote)}`;
}

/** What separates an entry from the one before on the same line. */
function gapBefore(text: string, { entries }: ClientIdsLiteral, last: ClientIdEntry, colon: string): string {
  const before = text.slice(0, last.keyPlace.start);
  if (entries.length === 1) return colon.endsWith(':') ? '' : ' ';
  return before.slice(before.trimEnd().length);
}
