import type { ClientIdEntry } from './entries.ts';
import { escapeFor, quoteOf, stringLiteral } from './quotes.ts';
import type { TextEdit } from './textEdit.ts';

/**
 * Writes another Client ID between the quotes of an entry's string, and leaves them where they are. A name that stands for
 * other things, too, makes way for a string.
 */
export function valueEdit(
  text: string,
  { keyPlace, valuePlace: { start, end } }: Pick<ClientIdEntry, 'keyPlace' | 'valuePlace'>,
  clientId: string,
): TextEdit {
  const first = text.charAt(start);
  const quote = first === '`' ? '`' : quoteOf(first);
  if (quote !== undefined) return { start: start + 1, end: end - 1, newText: escapeFor(quote, clientId) };
  return { start, end, newText: stringLiteral(clientId, quoteOf(text.charAt(keyPlace.start))) };
}

/** Puts an entry under another region, in the quotes of its key or else of its value. */
export function keyEdit(
  text: string,
  { keyPlace: { start, end }, slot }: Pick<ClientIdEntry, 'keyPlace' | 'slot'>,
  region: string,
): TextEdit {
  const quote = quoteOf(text.charAt(start)) ?? quoteOf(text.charAt(slot.start)) ?? "'";
  return { start, end, newText: stringLiteral(region, quote) };
}
