/** Where something stands in a text: UTF-16 offsets, `end` exclusive, and the 1-based line of `start`. */
export type Place = { readonly start: number; readonly end: number; readonly line: number };

export type Placer = (range: { readonly start: number; readonly end: number }) => Place;

/** Turns offsets into places of one text. */
export function placer(text: string): Placer {
  const locate = locator(text);
  return ({ start, end }) => ({ start, end, line: locate(start).line + 1 });
}

/**
 * Finds the line and the column, both counted from 0, of an offset in a text. Lines end at \n, \r\n or \r, as in an
 * editor. The text is read at the first question only.
 */
export function locator(text: string): (offset: number) => { line: number; column: number } {
  let lineStarts: readonly number[] | undefined;
  return (offset) => {
    lineStarts ??= lineStartsOf(text);
    const line = countUpTo(lineStarts, offset) - 1;
    return { line, column: offset - (lineStarts[line] ?? 0) };
  };
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  const find = (character: string, from: number): number => {
    const found = text.indexOf(character, from);
    return found < 0 ? text.length : found;
  };
  let lineFeed = find('\n', 0);
  let carriageReturn = find('\r', 0);
  while (lineFeed < text.length || carriageReturn < text.length) {
    const crlf = lineFeed === carriageReturn + 1;
    const next = (crlf ? lineFeed : Math.min(lineFeed, carriageReturn)) + 1;
    starts.push(next);
    if (lineFeed < next) lineFeed = find('\n', next);
    if (carriageReturn < next) carriageReturn = find('\r', next);
  }
  return starts;
}

/** How many of the ascending numbers are not above the limit. */
export function countUpTo(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
