/** One line of a diff, without its line end; counted from 1 in the then text, or in the new one for `added`. */
export type DiffLine = {
  readonly kind: 'same' | 'removed' | 'added';
  readonly line: number;
  readonly text: string;
};

/** Between changes that are this many lines apart, each line is compared with each; beyond, all between counts as changed. */
const LONGEST_COMPARISON = 400;

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
  if (Math.max(thenEnd, nowEnd) - start > LONGEST_COMPARISON) {
    return [...diffLines('removed', then, start, thenEnd), ...diffLines('added', now, start, nowEnd)];
  }
  const common = commonLengths(then, now, window);
  const lines: DiffLine[] = [];
  const added: DiffLine[] = [];
  let old = start;
  let fresh = start;
  const flush = () => lines.push(...added.splice(0));
  while (old < thenEnd || fresh < nowEnd) {
    if (old < thenEnd && fresh < nowEnd && then[old] === now[fresh]) {
      flush();
      lines.push(...diffLines('same', then, old, old + 1));
      old += 1;
      fresh += 1;
    } else if (old < thenEnd && (fresh === nowEnd || common(old + 1, fresh) >= common(old, fresh + 1))) {
      lines.push(...diffLines('removed', then, old, old + 1));
      old += 1;
    } else {
      added.push(...diffLines('added', now, fresh, fresh + 1));
      fresh += 1;
    }
  }
  flush();
  return lines;
}

/** How many lines the rests of both texts have in common from two lines on (longest common subsequence). */
function commonLengths(
  then: readonly string[],
  now: readonly string[],
  { start, thenEnd, nowEnd }: Window,
): (old: number, fresh: number) => number {
  const lengths = Array.from({ length: thenEnd - start + 1 }, () => new Uint16Array(nowEnd - start + 1));
  const at = (old: number, fresh: number) => lengths[old - start]?.[fresh - start] ?? 0;
  for (let old = thenEnd - 1; old >= start; old -= 1) {
    for (let fresh = nowEnd - 1; fresh >= start; fresh -= 1) {
      const row = lengths[old - start];
      if (row === undefined) continue;
      row[fresh - start] =
        then[old] === now[fresh]
          ? at(old + 1, fresh + 1) + 1
          : Math.max(at(old + 1, fresh), at(old, fresh + 1));
    }
  }
  return at;
}
