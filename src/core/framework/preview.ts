import { applyEdit, type TextEdit } from './textEdit.ts';

/** One line of a diff, without its line end; counted from 1 in the old text, or in the new one for `added`. */
export type DiffLine = {
  readonly kind: 'same' | 'removed' | 'added';
  readonly line: number;
  readonly text: string;
};

/**
 * The lines that an edit changes, with at most `contextLines` unchanged ones before and after: what the review
 * shows before anything is written (procedure rule E6). Empty when the edit changes nothing.
 */
export function previewEdit(text: string, edit: TextEdit, contextLines = 3): readonly DiffLine[] {
  const before = linesOf(text);
  const after = linesOf(applyEdit(text, edit));
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  if (head === before.length && head === after.length) return [];
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;

  const afterChange = before.length - tail;
  return [
    ...diffLines('same', before, Math.max(0, head - contextLines), head),
    ...diffLines('removed', before, head, afterChange),
    ...diffLines('added', after, head, after.length - tail),
    ...diffLines('same', before, afterChange, Math.min(before.length, afterChange + contextLines)),
  ];
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

function diffLines(kind: DiffLine['kind'], lines: readonly string[], from: number, to: number): DiffLine[] {
  return lines.slice(from, to).map((text, index) => ({ kind, line: from + index + 1, text }));
}
