import { diffArrays } from 'diff';

/** One line of a diff, without its line end; counted from 1 in the then text, or in the new one for `added`. */
export type DiffLine = {
  readonly kind: 'same' | 'removed' | 'added';
  readonly line: number;
  readonly text: string;
};

/** With more lines that come or go, the search for those that stay is given up: all between counts as changed. */
const MOST_CHANGES = 400;

/**
 * The lines that differ between two texts, with what stands between them and at most `contextLines` unchanged ones
 * before and after: what Review shows before anything is written (procedure rule E6). Empty for equal texts.
 */
export function previewChange(before: string, after: string, contextLines = 3): readonly DiffLine[] {
  const then = linesOf(before);
  const now = linesOf(after);
  const shorter = Math.min(then.length, now.length);
  let head = 0;
  while (head < shorter && then[head] === now[head]) head += 1;
  if (head === then.length && head === now.length) return [];
  let tail = 0;
  while (tail < shorter - head && then.at(-1 - tail) === now.at(-1 - tail)) tail += 1;

  const thenEnd = then.length - tail;
  return [
    ...diffLines('same', then, Math.max(0, head - contextLines), head),
    ...changedLines(then, now, { start: head, thenEnd, nowEnd: now.length - tail }),
    ...diffLines('same', then, thenEnd, Math.min(then.length, thenEnd + contextLines)),
  ];
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

function diffLines(kind: DiffLine['kind'], lines: readonly string[], from: number, to: number): DiffLine[] {
  return lines.slice(from, to).map((text, index) => ({ kind, line: from + index + 1, text }));
}

type Window = { readonly start: number; readonly thenEnd: number; readonly nowEnd: number };

/** What differs within a window of both texts, the lines they have in common as they are. */
function changedLines(then: readonly string[], now: readonly string[], window: Window): DiffLine[] {
  const { start, thenEnd, nowEnd } = window;
  const parts = diffArrays(then.slice(start, thenEnd), now.slice(start, nowEnd), {
    maxEditLength: MOST_CHANGES,
  });
  if (parts === undefined) {
    return [...diffLines('removed', then, start, thenEnd), ...diffLines('added', now, start, nowEnd)];
  }
  let old = start;
  let fresh = start;
  return parts.flatMap(({ added, removed, count }) => {
    const [oldStart, freshStart] = [old, fresh];
    if (!added) old += count;
    if (!removed) fresh += count;
    if (added) return diffLines('added', now, freshStart, fresh);
    return diffLines(removed ? 'removed' : 'same', then, oldStart, old);
  });
}
