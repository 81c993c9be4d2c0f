import type { ClientIdEntry } from './entries.ts';
import { escapeFor, quoteOf, stringLiteral } from './quotes.ts';
import type { TextEdit } from './textEdit.ts';

/** Writes another Client ID between the quotes of an entry's string, and leaves them where they are. */
export function valueEdit(
  text: string,
  { valuePlace: { start, end } }: Pick<ClientIdEntry, 'valuePlace'>,
  clientId: string,
): TextEdit {
  const quote = text.charAt(start) === '`' ? '`' : text.charAt(start) === '"' ? '"' : "'";
  return { start: start + 1, end: end - 1, newText: escapeFor(quote, clientId) };
}

/** Puts an entry under another region, in the quotes of its key or else of its value. */
export function keyEdit(
  text: string,
  { keyPlace: { start, end }, valuePlace }: Pick<ClientIdEntry, 'keyPlace' | 'valuePlace'>,
  region: string,
): TextEdit {
  const quote = quoteOf(text.charAt(start)) ?? quoteOf(text.charAt(valuePlace.start)) ?? "'";
  return { start, end, newText: stringLiteral(region, quote) };
}
