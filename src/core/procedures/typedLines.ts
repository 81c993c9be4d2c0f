/** The lines of a list that the person typed one a line; blank ones do not count. */
export function typedLines(typed: string): string[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
