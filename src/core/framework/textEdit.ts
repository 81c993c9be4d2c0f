/** Replaces `text.slice(start, end)` by `newText`; UTF-16 offsets, `end` exclusive. */
export type TextEdit = { readonly start: number; readonly end: number; readonly newText: string };

/** The text after the edit. */
export function applyEdit(text: string, { start, end, newText }: TextEdit): string {
  return text.slice(0, start) + newText + text.slice(end);
}

/** The text after all edits, none of which overlaps another; of two at one place, one that only inserts comes first. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const pieces: string[] = [];
  let position = 0;
  for (const { start, end, newText } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    pieces.push(text.slice(position, start), newText);
    position = end;
  }
  return pieces.join('') + text.slice(position);
}

/** The smallest single edit that makes one text of the other. */
export function editBetween(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { start, end: before.length - tail, newText: after.slice(start, after.length - tail) };
}
