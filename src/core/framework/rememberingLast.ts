/**
 * The same pure function of a text, which remembers what it gave last: several ask about one text in turn, such as the
 * findings, the lenses and the hovers of an editor, and to parse it takes longer than all else.
 */
export function rememberingLast<T>(of: (text: string) => T): (text: string) => T {
  let last: { readonly text: string; readonly value: T } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, value: of(text) };
    return last.value;
  };
}
