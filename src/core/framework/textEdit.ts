/** Replaces `text.slice(start, end)` by `newText`; UTF-16 offsets, `end` exclusive. */
export type TextEdit = { readonly start: number; readonly end: number; readonly newText: string };

/** The text after the edit. */
export function applyEdit(text: string, { start, end, newText }: TextEdit): string {
  return text.slice(0, start) + newText + text.slice(end);
}
