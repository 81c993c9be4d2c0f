import { actsWhereShown, withoutInvisible } from '../platform/text.ts';

/** What Markdown, or HTML in it, takes for more than a character, inside a line. */
const MARKS = /[\\`*_[\]<>#|~&$]/g;

/** A name that a tracker takes for somebody to be told of it, whatever stands before the sign. */
const MENTION = /((?<![\w.])@\w[\w./-]*)/;

/** A text on one line that stands in Markdown for itself; what would be a mention is code. */
export function plainText(text: string): string {
  return onOneLine(text)
    .split(MENTION)
    .map((part, at) => (at % 2 === 1 ? codeText(part) : part.replace(MARKS, String.raw`\$&`)))
    .join('');
}

/** A text on one line as code, whatever backticks it has. */
export function codeText(text: string): string {
  const line = onOneLine(text);
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  // One blank at either end is no part of the code; it keeps backticks apart.
  const gap = /^`|`$|^ .* $/.test(line) || line === '' ? ' ' : '';
  return `${fence}${gap}${line}${gap}${fence}`;
}

function onOneLine(text: string): string {
  return actsWhereShown(text) ? withoutInvisible(text).replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ') : text;
}
