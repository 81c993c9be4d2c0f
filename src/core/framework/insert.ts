import type { ClientIdEntry, ClientIdsLiteral } from './entries.ts';
import {
  endOfLineComments,
  endOfNext,
  escapeFor,
  indentUnit,
  isBlank,
  lineBefore,
  type Quote,
  quoteOf,
  stringLiteral,
} from './layout.ts';
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

/**
 * The edit that adds an entry to a literal without live ones, in the quotes of an entry that is commented out, or else
 * of the file.
 */
function firstEntryEdit(
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

/**
 * The edits that add a property after the last one of an object literal, each by itself. They copy the indentation, line
 * end and trailing comma of that one.
 * @param last Where its key starts and its value ends.
 * @param gap What separates two properties that share a line.
 * @returns The edit for the source of a new property.
 */
export function appendProperty(
  text: string,
  last: { readonly start: number; readonly end: number },
  gap: string,
): (source: string) => TextEdit {
  const lastEnd = endOfParentheses(text, last.end);
  const commaEnd = endOfNext(',', text, lastEnd);
  const line = lineBefore(text, last.start);

  if (commaEnd === undefined && /^[ \t]*,[ \t]*$/.test(line.text)) {
    const start = endOfLineComments(text, lastEnd);
    return (source) => ({ start, end: start, newText: `${line.lineEnd}${line.text}${source}` });
  }
  const ownLine = isBlank(line.text);
  const separator = ownLine ? line.lineEnd + line.text : gap;
  const separatorEnd = commaEnd ?? lastEnd;
  const end = ownLine ? endOfLineComments(text, separatorEnd) : separatorEnd;
  if (commaEnd !== undefined) return (source) => ({ start: end, end, newText: `${separator}${source},` });
  const between = `,${text.slice(lastEnd, end)}${separator}`;
  return (source) => ({ start: lastEnd, end, newText: `${between}${source}` });
}

/** The neighbour's colon with at most one blank on each side; wider gaps align what need not align here. */
export function colonLike(source: string): string {
  const [, before, after] = /^([ \t]?)[ \t]*:([ \t]?)[ \t]*$/.exec(source) ?? [undefined, '', ' '];
  return `${before}:${after}`;
}

/** A value in parentheses ends with the last of them. */
function endOfParentheses(text: string, valueEnd: number): number {
  const next = endOfNext(')', text, valueEnd);
  return next === undefined ? valueEnd : endOfParentheses(text, next);
}

/**
 * The edit that adds a property to an object literal without any: as its last thing, behind all comments, in their
 * indentation or else that of the file.
 * @param place The object, braces included.
 */
export function firstProperty(
  text: string,
  place: { readonly start: number; readonly end: number },
  source: string,
): TextEdit {
  const brace = place.end - 1;
  const inside = text.slice(place.start + 1, brace);
  const line = lineBefore(text, brace);
  if (/[\n\r]/.test(inside) && isBlank(line.text)) {
    const insertAt = brace - line.text.length - line.lineEnd.length;
    const indent = /[\n\r]([ \t]*)\S/.exec(inside)?.[1] ?? line.text + indentUnit(text);
    return { start: insertAt, end: insertAt, newText: `${line.lineEnd}${indent}${source}` };
  }
  const insertAt = place.start + 1 + inside.trimEnd().length;
  return { start: insertAt, end: insertAt, newText: ` ${source}${insertAt === brace ? ' ' : ''}` };
}

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
