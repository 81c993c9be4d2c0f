/** The non-empty lines of a list of redirect URIs, each with its line number counted from 1. */
export function redirectUriLines(typed: string): readonly { line: number; uri: string }[] {
  return typed
    .split('\n')
    .map((text, index) => ({ line: index + 1, uri: text.trim() }))
    .filter(({ uri }) => uri !== '');
}

/** The list without one of its lines (counted from 1). */
export function withoutLine(typed: string, line: number): string {
  return typed
    .split('\n')
    .filter((_, index) => index !== line - 1)
    .join('\n');
}

/** The list with one more URI at its end. */
export function withUri(typed: string, uri: string): string {
  return [...redirectUriLines(typed).map((entry) => entry.uri), uri].join('\n');
}
