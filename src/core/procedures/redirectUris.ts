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

const PAIRS: Readonly<Record<string, string>> = {
  ...{ '"': '"', "'": "'", '`': '`', '<': '>', '(': ')', '[': ']' },
  ...{ '“': '”', '‘': '’', '«': '»', '「': '」', '（': '）' },
};

/**
 * The address in a line as people paste it: without characters that nobody sees, the mark of a list before it, quotes and
 * brackets around it, the punctuation of a sentence behind it, and a scheme that was typed twice.
 */
export function plainUri(line: string): string {
  const before = line
    .replace(/[\p{Cf}\p{Cc}]/gu, '')
    .trim()
    .replace(/^(?:[-*•·‣–—・]|\d+[.)])\s+/u, '')
    .replace(/[.,;:!。、，；]+$/u, '')
    .replace(/^https?:\/\/(?=https?:\/\/)/i, '');
  const closing = PAIRS[before.charAt(0)];
  const isWrapped = closing !== undefined && before.length > 1 && before.endsWith(closing);
  const after = isWrapped ? before.slice(1, -1) : before;
  return after === line ? line : plainUri(after);
}

/** The list with one more URI at its end. */
export function withUri(typed: string, uri: string): string {
  return [...redirectUriLines(typed).map((entry) => entry.uri), uri].join('\n');
}
