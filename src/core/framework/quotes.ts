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
