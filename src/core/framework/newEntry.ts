import type { ClientIdEntry, ClientIdsLiteral } from './entries.ts';
import { firstEntryEdit } from './firstEntry.ts';
import { endOfLineComments, endOfNext, isBlank, lineBefore } from './layout.ts';
import { quoteOf, stringLiteral } from './quotes.ts';
import type { TextEdit } from './textEdit.ts';

/**
 * The edit that adds an entry after the last live one of a complete literal (procedure rule E6). It copies the
 * quotes, spacing, indentation, line end and trailing comma of that one.
 */
export function newEntryEdit(
  text: string,
  literal: ClientIdsLiteral,
  region: string,
  clientId: string,
): TextEdit {
  const last = literal.entries.at(-1);
  if (last === undefined) return firstEntryEdit(text, literal, region, clientId);

  const colon = colonLike(text.slice(last.keyPlace.end, last.valuePlace.start));
  const entry = entryLike(text, last, colon, region, clientId);
  const lastEnd = endOfParentheses(text, last.valuePlace.end);
  const commaEnd = endOfNext(',', text, lastEnd);
  const line = lineBefore(text, last.keyPlace.start);

  if (commaEnd === undefined && /^[ \t]*,[ \t]*$/.test(line.text)) {
    const start = endOfLineComments(text, lastEnd);
    return { start, end: start, newText: `${line.lineEnd}${line.text}${entry}` };
  }
  const ownLine = isBlank(line.text);
  const gap = ownLine ? line.lineEnd + line.text : gapBefore(text, literal, last, colon);
  const separatorEnd = commaEnd ?? lastEnd;
  const end = ownLine ? endOfLineComments(text, separatorEnd) : separatorEnd;
  return commaEnd === undefined
    ? { start: lastEnd, end, newText: `,${text.slice(lastEnd, end)}${gap}${entry}` }
    : { start: end, end, newText: `${gap}${entry},` };
}

/** The neighbour's colon with at most one blank on each side; wider gaps align what need not align here. */
function colonLike(source: string): string {
  const [, before, after] = /^([ \t]?)[ \t]*:([ \t]?)[ \t]*$/.exec(source) ?? [undefined, '', ' '];
  return `${before}:${after}`;
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

/** A value in parentheses ends with the last of them. */
function endOfParentheses(text: string, valueEnd: number): number {
  const next = endOfNext(')', text, valueEnd);
  return next === undefined ? valueEnd : endOfParentheses(text, next);
}

/** What separates an entry from the one before on the same line. */
function gapBefore(text: string, { entries }: ClientIdsLiteral, last: ClientIdEntry, colon: string): string {
  const before = text.slice(0, last.keyPlace.start);
  if (entries.length === 1) return colon.endsWith(':') ? '' : ' ';
  return before.slice(before.trimEnd().length);
}
