import { indentUnit, isBlank, lineBefore } from './layout.ts';
import type { TextEdit } from './textEdit.ts';

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
