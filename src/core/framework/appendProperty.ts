import { endOfLineComments, endOfNext, isBlank, lineBefore } from './layout.ts';
import type { TextEdit } from './textEdit.ts';

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
