import { withoutEnd, withoutStrayInvisible } from '../platform/text.ts';

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
    .split(/(?<![\s,;])[\s,;]+(?=[a-z][a-z0-9+.-]*:\/\/)/i)
    .map((uri) => withoutEnd(uri.trimEnd(), ',; \t'))
    .filter((uri) => uri !== '');
}

const PAIRS: Readonly<Record<string, string>> = {
  ...{ '"': '"', "'": "'", '`': '`', '<': '>', '(': ')', '[': ']' },
  ...{ '“': '”', '‘': '’', '«': '»', '「': '」', '（': '）' },
};

const PUNCTUATION = '.,;:!。、，；';
const MOST_WRAPPINGS = 4;

/**
 * The address in a line as people paste it: without characters that nobody sees, the mark of a list before it, quotes and
 * brackets around it, the punctuation of a sentence behind it, and a scheme that was typed twice. Tabs and the like part
 * words.
 */
export function plainUri(line: string): string {
  let plain = withoutStrayInvisible(line.replace(/\p{Cc}/gu, ' ')).trim();
  for (let round = 0; round < MOST_WRAPPINGS; round += 1) {
    plain = plain.replace(/^(?:[-*•·‣–—・]|\d{1,3}[.)])\s+/u, '').replace(/^https?:\/\/(?=https?:\/\/)/i, '');
    // In a query, each character is a part of a value.
    if (!plain.includes('?')) plain = withoutEnd(plain, PUNCTUATION);
    const closing = PAIRS[plain.charAt(0)];
    const isWrapped = closing !== undefined && plain.length > 1 && plain.endsWith(closing);
    if (isWrapped) plain = plain.slice(1, -1);
  }
  return plain;
}

/** The list with one more URI at its end. */
export function withUri(typed: string, uri: string): string {
  return [...redirectUriLines(typed).map((entry) => entry.uri), uri].join('\n');
}

/** The lines of a list that the person typed one a line, without what nobody sees; blank ones do not count. */
export function typedLines(typed: string): string[] {
  return typed
    .split('\n')
    .map((line) => withoutStrayInvisible(line).trim())
    .filter((line) => line !== '');
}
