import * as path from 'node:path/posix';

export type Heading = { level: number; text: string; line: number; anchor: string };
export type Link = { target: string; line: number };

const HEADING = /^(#{1,6})\s+(.*?)\s*#*$/gm;
const FENCE = /^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|(?![\s\S]))/gm;
const CODE_SPAN = /(?<!`)(`+)(?!`)([\s\S]*?[^`])\1(?!`)/g;
/** Of links and pictures in brackets, of definitions, and of HTML. */
const TARGETS = [
  /\]\(\s*<?([^)\s>]*)>?(?:\s+["'(][^)]*)?\)/g,
  /^ {0,3}\[[^\]]+\]:\s*<?([^\s>]+)>?/gm,
  /<(?:a|img|source)\b[^>]*?\b(?:href|src|srcset)\s*=\s*["']([^"']*)["']/gi,
];

/** The headings, each with the anchor that GitHub gives it. Those in blocks of code are none. */
export function headingsOf(text: string): Heading[] {
  const taken = new Map<string, number>();
  return [...blank(text, FENCE).matchAll(HEADING)].map(([, marks = '', heading = ''], index, all) => {
    const plain = heading.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*]/g, '');
    const slug = plain
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-');
    const before = taken.get(slug) ?? 0;
    taken.set(slug, before + 1);
    const anchor = before === 0 ? slug : `${slug}-${before}`;
    return { level: marks.length, text: plain, line: lineAt(text, all[index]?.index ?? 0), anchor };
  });
}

/** Where links and pictures lead. Those in code are none. */
export function linksOf(text: string): Link[] {
  const prose = blank(blank(text, FENCE), CODE_SPAN);
  return TARGETS.flatMap((pattern) =>
    [...prose.matchAll(pattern)].map(({ 1: target = '', index }) => ({ target, line: lineAt(text, index) })),
  );
}

/** What stands between backticks within a line, with its line. */
export function codeSpansOf(text: string): { code: string; line: number }[] {
  return [...blank(text, FENCE).matchAll(CODE_SPAN)].map(({ 2: code = '', index }) => ({
    code: code.trim(),
    line: lineAt(text, index),
  }));
}

/** Documents by their path below the repository. */
export type Documents = ReadonlyMap<string, string>;

/**
 * What is wrong with the links of a document: one sentence each. Addresses of other sites are not looked at.
 *
 * @param exists whether the repository has a file or folder at this path
 */
export function brokenLinks(file: string, documents: Documents, exists: (path: string) => boolean): string[] {
  return linksOf(documents.get(file) ?? '').flatMap(({ target, line }) => {
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(target)) return [];
    const fault = faultOf(target, file, documents, exists);
    return fault === undefined ? [] : [`${file}:${line}: ${fault}`];
  });
}

function faultOf(
  target: string,
  file: string,
  documents: Documents,
  exists: (path: string) => boolean,
): string | undefined {
  const [address = '', anchor] = target.split('#', 2);
  const plain = decoded(address.replace(/\?.*$/, ''));
  if (plain === undefined) return `the link ${target} cannot be read`;
  const folder = plain.startsWith('/') ? '' : path.dirname(file);
  const to = plain === '' ? file : path.join(folder, plain.replace(/^\//, ''));
  if (target === '' || to.startsWith('..') || !exists(to)) return `the link ${target} leads nowhere`;
  if (anchor === undefined) return undefined;
  const text = documents.get(to);
  // Where nobody has read the file, nobody knows its anchors.
  if (text === undefined)
    return to.endsWith('.md') ? `${to} is not read, so nobody knows ${target}` : undefined;
  const known = headingsOf(text).map((heading) => heading.anchor);
  return known.includes(decoded(anchor) ?? anchor) ? undefined : `the link ${target} leads to no heading`;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The same text, with blanks in the place of what matches, so that every place stays where it is. */
function blank(text: string, pattern: RegExp): string {
  return text.replace(pattern, (found) => found.replace(/[^\n]/g, ' '));
}

export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
