/** The non-empty lines of a list of redirect URIs, each with its line number counted from 1. */
export function redirectUriLines(typed: string): readonly { line: number; uri: string }[] {
  return typed
    .split('\n')
    .map((text, index) => ({ line: index + 1, uri: text.trim() }))
    .filter(({ uri }) => uri !== '');
}

/** The list with other lines in the place of one (counted from 1); none to remove it. */
export function withLines(typed: string, line: number, uris: readonly string[]): string {
  return typed
    .split('\n')
    .flatMap((text, index) => (index === line - 1 ? uris : [text]))
    .join('\n');
}

/** The URIs of a line that was pasted as a list; one or none where it is no list. */
export function listedUris(line: string): readonly string[] {
  return line
    .split(/[\s,;]+(?=[a-z][a-z0-9+.-]*:\/\/)/i)
    .map((uri) => uri.replace(/[\s,;]+$/, ''))
    .filter((uri) => uri !== '');
}

/** The list with one more URI at its end. */
export function withUri(typed: string, uri: string): string {
  return [...redirectUriLines(typed).map((entry) => entry.uri), uri].join('\n');
}
