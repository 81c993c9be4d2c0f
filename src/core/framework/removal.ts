import { endOfNext, isBlank, lineBefore } from './layout.ts';
import { countUpTo, locator, type Place } from './places.ts';
import type { TextEdit } from './textEdit.ts';

type Range = { readonly start: number; readonly end: number };

/** Blanks and comments up to the end of the line; a block comment that goes on in the next line is not one of them. */
const TAIL = /[ \t]*(?:\/\*(?:(?!\*\/)[^\n\r])*\*\/[ \t]*)*(?:\/\/[^\n\r]*)?(?:\r\n|\n|\r|$)/y;

/** The edits that take a property out of an object literal; undefined when no comma follows. */
export type Removal = (property: Range) => readonly TextEdit[] | undefined;

/**
 * How properties are taken out of the object literals of a text, each by itself, where another one follows: with its comma
 * and, where it has the line for itself, the line and the comment at its end.
 * @param kept What stands in comments and belongs to nobody else, in the order of the text.
 */
export function removalFrom(text: string, kept: readonly Place[] = []): Removal {
  const locate = locator(text);
  const starts = kept.map(({ start }) => start);
  const takes = ({ start, end }: Range) => countUpTo(starts, end - 1) > countUpTo(starts, start - 1);
  return (property) => removalOf(text, property, takes, locate);
}

function removalOf(
  text: string,
  property: Range,
  takes: (range: Range) => boolean,
  locate: ReturnType<typeof locator>,
): readonly TextEdit[] | undefined {
  const commaEnd = endOfNext(',', text, property.end);
  if (commaEnd === undefined) return undefined;
  if (takes({ start: property.start, end: commaEnd })) {
    return [removing(property.start, property.end), removing(commaEnd - 1, commaEnd)];
  }

  const line = lineBefore(text, property.start, locate);
  const lineStart = property.start - line.text.length;
  const lineEnd = endOfTail(text, commaEnd);
  if (isBlank(line.text) && lineEnd !== undefined && !takes({ start: lineStart, end: lineEnd })) {
    return [removing(lineStart, lineEnd)];
  }
  const blanks = /^[ \t]*/.exec(text.slice(commaEnd, commaEnd + 1000))?.[0].length ?? 0;
  return [removing(property.start, commaEnd + blanks)];
}

function removing(start: number, end: number): TextEdit {
  return { start, end, newText: '' };
}

/** Undefined when the line goes on with something else. */
function endOfTail(text: string, offset: number): number | undefined {
  TAIL.lastIndex = offset;
  return TAIL.test(text) ? TAIL.lastIndex : undefined;
}
