import { locator } from './places.ts';

const BLANKS_AND_COMMENTS = /(?:\s+|\/\/[^\n\r\u2028\u2029]*|\/\*[\s\S]*?\*\/)*/y;

/** The comments that start on the same line, and the blanks behind them when nothing else follows there. */
const REST_OF_LINE = /(?:[ \t]*(?:\/\/[^\n\r\u2028\u2029]*|\/\*[\s\S]*?\*\/))*(?:[ \t]+(?=[\n\r]))?/y;

/** Where a sticky pattern that starts at the offset ends; there, when it does not match. */
function matchEnd(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : offset;
}

/** Whether nothing but spaces and tabs is there. */
export function isBlank(text: string): boolean {
  return /^[ \t]*$/.test(text);
}

/** The offset behind the character, when nothing but blanks and comments stand before it. */
export function endOfNext(character: ',' | ')', text: string, offset: number): number | undefined {
  const next = matchEnd(BLANKS_AND_COMMENTS, text, offset);
  return text.charAt(next) === character ? next + 1 : undefined;
}

/** The offset behind the comments that belong to what ends at the offset. */
export function endOfLineComments(text: string, offset: number): number {
  return matchEnd(REST_OF_LINE, text, offset);
}

/**
 * What stands on the line before the offset, and the line end before that, '' on the first line.
 * @param locate A locator of this text, kept by those who ask about many offsets.
 */
export function lineBefore(
  text: string,
  offset: number,
  locate = locator(text),
): { text: string; lineEnd: string } {
  const start = offset - locate(offset).column;
  const lineEnd = text.startsWith('\r\n', start - 2) ? '\r\n' : text.charAt(start - 1);
  return { text: text.slice(start, offset), lineEnd };
}

/** One level of indentation: the first line that is indented, other than the inside of a block comment. */
export function indentUnit(text: string): string {
  return /^(\t| +)(?!\s*\*)\S/m.exec(text)?.[1] ?? '  ';
}

export type Quote = "'" | '"' | '`';

/** The text as it stands between these quotes in JavaScript source. */
export function escapeFor(quote: Quote, text: string): string {
  return text.replace(/[\\'"`\n\r\u2028\u2029]|\$(?=\{)/g, (character) => {
    switch (character) {
      case '\n':
        return '\\n';
      case '\r':
        return '\\r';
      case '\u2028':
        return '\\u2028';
      case '\u2029':
        return '\\u2029';
      case '\\':
        return '\\\\';
      case '$':
        return quote === '`' ? '\\$' : '$';
      default:
        return character === quote ? `\\${character}` : character;
    }
  });
}

/** A JavaScript string literal that evaluates to the text. */
export function stringLiteral(text: string, quote: Quote = "'"): string {
  return `${quote}${escapeFor(quote, text)}${quote}`;
}

/** The quote that source begins with; undefined for a template and all else. */
export function quoteOf(source: string): Exclude<Quote, '`'> | undefined {
  const first = source.at(0);
  return first === "'" || first === '"' ? first : undefined;
}
