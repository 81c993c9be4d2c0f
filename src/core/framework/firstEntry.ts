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
  { place, commentedOut, braces }: ClientIdsLiteral,
  region: string,
  clientId: string,
): TextEdit {
  const [comment] = commentedOut;
  const quote = quoteOf(text.charAt(comment?.place.start ?? place.start)) ?? quoteHabit(text);
  const entry = `${stringLiteral(region, quote)}: ${stringLiteral(clientId, quote)}`;
  if (!braces) return { start: place.start, end: place.end, newText: `{ ${entry} }` };
  return firstProperty(text, place, entry);
}

/** The quote of the file's first string that is a value, an argument or a key. */
export function quoteHabit(text: string): Exclude<Quote, '`'> {
  return quoteOf(/[:=([,{]\s*(["'])/.exec(text)?.[1] ?? '') ?? "'";
}
