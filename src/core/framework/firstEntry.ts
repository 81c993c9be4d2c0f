import type { ClientIdsLiteral } from './entries.ts';
import { firstProperty } from './firstProperty.ts';
import { type Quote, quoteOf, stringLiteral } from './quotes.ts';
import type { TextEdit } from './textEdit.ts';

/**
 * The edit that adds an entry to a literal without live ones, in the quotes of an entry that is commented out, or else
 * of the file.
 */
export function firstEntryEdit(
  text: string,
  { place, commentedOut }: ClientIdsLiteral,
  region: string,
  clientId: string,
): TextEdit {
  const quote = quoteOf(text.slice(commentedOut.at(0)?.place.start ?? place.start)) ?? quoteHabit(text);
  return firstProperty(text, place, `${stringLiteral(region, quote)}: ${stringLiteral(clientId, quote)}`);
}

/** The quote of the file's first string that is a value, an argument or a key. */
export function quoteHabit(text: string): Exclude<Quote, '`'> {
  return quoteOf(/[:=([,{]\s*(["'])/.exec(text)?.[1] ?? '') ?? "'";
}
