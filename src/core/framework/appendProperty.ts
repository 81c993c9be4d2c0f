import { endOfLineComments, endOfNext, isBlank, lineBefore } from './layout.ts';
import type { TextEdit } from './textEdit.ts';

/**
 * The edit that adds a property after the last one of an object literal. It copies the indentation, line end and
 * trailing comma of that one.
 * @param last Where its key starts and its value ends.
 * @param source The new property.
 * @param gap What separates two properties that share a line.
 */
export function appendProperty(
  text: string,
  last: { readonly start: number; readonly end: number },
  source: string,
  gap: string,
): TextEdit {
  const lastEnd = endOfParentheses(text, last.end);
  const commaEnd = endOfNext(',', text, lastEnd);
  const line = lineBefore(text, last.start);

  if (commaEnd === undefined && /^[ \t]*,[ \t]*$/.test(line.text)) {
    const start = endOfLineComments(text, lastEnd);
    return { start, end: start, newText: `${line.lineEnd}${line.text}${source}` };
  }
  const ownLine = isBlank(line.text);
  const separator = ownLine ? line.lineEnd + line.text : gap;
  const separatorEnd = commaEnd ?? lastEnd;
  const end = ownLine ? endOfLineComments(text, separatorEnd) : separatorEnd;
  return commaEnd === undefined
    ? { start: lastEnd, end, newText: `,${text.slice(lastEnd, end)}${separator}${source}` }
    : { start: end, end, newText: `${separator}${source},` };
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
