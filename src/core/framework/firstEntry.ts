import type { ClientIdsLiteral } from './entries.ts';
import { indentUnit, isBlank, lineBefore } from './layout.ts';
import { type Quote, quoteOf, stringLiteral } from './quotes.ts';
import type { TextEdit } from './textEdit.ts';

/**
 * The edit that adds an entry to a literal without live ones: as its last thing, behind all comments, in the
 * quotes and indentation of an entry that is commented out, or else of the file.
 */
export function firstEntryEdit(
  text: string,
  { place, commentedOut }: ClientIdsLiteral,
  region: string,
  clientId: string,
): TextEdit {
  const quote = quoteOf(text.slice(commentedOut.at(0)?.place.start ?? place.start)) ?? quoteHabit(text);
  const entry = `${stringLiteral(region, quote)}: ${stringLiteral(clientId, quote)}`;
  const brace = place.end - 1;
  const inside = text.slice(place.start + 1, brace);
  const line = lineBefore(text, brace);
  if (/[\n\r]/.test(inside) && isBlank(line.text)) {
    const insertAt = brace - line.text.length - line.lineEnd.length;
    const indent = /[\n\r]([ \t]*)\S/.exec(inside)?.[1] ?? line.text + indentUnit(text);
    return { start: insertAt, end: insertAt, newText: `${line.lineEnd}${indent}${entry}` };
  }
  const insertAt = place.start + 1 + inside.trimEnd().length;
  return { start: insertAt, end: insertAt, newText: ` ${entry}${insertAt === brace ? ' ' : ''}` };
}

/** The quote of the file's first string that is a value, an argument or a key. */
function quoteHabit(text: string): Quote {
  return quoteOf(/[:=([,{]\s*(["'])/.exec(text)?.[1] ?? '') ?? "'";
}
