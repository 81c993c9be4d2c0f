import { readGlob } from '../../../framework/filePatterns.ts';

/** A `.gitignore`, and the folder whose files it is about: its path from the root, nothing for the root itself. */
export type IgnoreFile = { folder: string; text: string };

type Rule = {
  isNegated: boolean;
  isOfFolders: boolean;
  /** Whether it means a path, told from its own folder on. */
  means: (path: string) => boolean;
};

/**
 * Whether git would leave a file out, given its path from the root, by the rules that git documents: the last rule of the
 * nearest folder that means a path decides, and what is in a folder that is left out cannot be taken in again.
 */
export function ignoredBy(files: readonly IgnoreFile[]): (path: string) => boolean {
  const rules = new Map<string, readonly Rule[]>();
  for (const { folder, text } of files) {
    rules.set(folder, [...(rules.get(folder) ?? []), ...readRules(text)]);
  }
  const folders = new Map<string, boolean>([['', false]]);

  function isFolderLeftOut(folder: string): boolean {
    const known = folders.get(folder);
    if (known !== undefined) return known;
    const isLeftOut = isFolderLeftOut(parentOf(folder)) || decided(folder, true);
    folders.set(folder, isLeftOut);
    return isLeftOut;
  }

  function decided(path: string, isFolder: boolean): boolean {
    for (let folder: string | undefined = parentOf(path); folder !== undefined; ) {
      const own = folder === '' ? path : path.slice(folder.length + 1);
      const rule = rules
        .get(folder)
        ?.findLast(({ isOfFolders, means }) => (isFolder || !isOfFolders) && means(own));
      if (rule !== undefined) return !rule.isNegated;
      folder = folder === '' ? undefined : parentOf(folder);
    }
    return false;
  }

  return (path) => isFolderLeftOut(parentOf(path)) || decided(path, false);
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Nobody writes longer patterns. */
const LONGEST_PATTERN = 1_000;

function readRules(text: string): readonly Rule[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap((line) => (line.length > LONGEST_PATTERN ? [] : (readRule(line) ?? [])));
}

function readRule(line: string): Rule | undefined {
  const written = line.replace(/(?<!\\) {1,1000}$/, '');
  if (written === '' || written.startsWith('#')) return undefined;
  const isNegated = written.startsWith('!');
  const pattern = isNegated ? written.slice(1) : written;
  const isOfFolders = pattern.endsWith('/');
  const path = isOfFolders ? pattern.slice(0, -1) : pattern;
  // With a slash in it, it is about one place; without, about any folder below.
  const placed = path.includes('/') ? path.replace(/^\//, '') : `**/${path}`;
  // What is in a folder, not the folder itself.
  const inside = placed.endsWith('/**') ? `${placed}/*` : placed;
  const means = readGlob(
    inside.replace(SIGNS, (sign, escaped?: string, negation?: string, set?: string) =>
      set === undefined ? literally(escaped ?? sign) : setOf(negation ?? '', readSet(set)),
    ),
  );
  return means === undefined ? undefined : { isNegated, isOfFolders, means };
}

/** What is written otherwise than in VS Code's patterns: escaped characters, sets, and braces. */
const SIGNS = /\\(.)|\[([!^]?)((?:\[:[a-z]{1,10}:\]|\\.|[^\]\\])+)\]|[{}]/g;

/** The classes of POSIX that a set can name. */
const CLASSES: Readonly<Record<string, string>> = {
  alnum: 'a-zA-Z0-9',
  alpha: 'a-zA-Z',
  blank: ' \t',
  cntrl: '\u0001-\u001f',
  digit: '0-9',
  graph: '!-~',
  lower: 'a-z',
  print: ' -~',
  punct: '!-.:-@[-`{-~',
  space: ' \t\n\v\f\r',
  upper: 'A-Z',
  xdigit: '0-9A-Fa-f',
};

/** A sign of negation that is none may not stand first. */
function setOf(negation: string, content: string): string {
  if (negation !== '' || !/^[!^]/.test(content)) return `[${negation}${content}]`;
  return content.length === 1 ? content : `[${content.slice(1)}${content.charAt(0)}]`;
}

/** What stands in a set, with the classes written out. A slash is never meant by one. */
function readSet(set: string): string {
  return set.replace(/\[:([a-z]{1,10}):\]|\\(.)/g, (whole, name?: string, escaped?: string) =>
    name === undefined ? (escaped ?? whole) : (CLASSES[name] ?? whole),
  );
}

/** A character that means itself, in the words of VS Code's patterns, in which braces have a meaning. */
function literally(character: string): string {
  // A set cannot name what closes a brace or a bracket.
  if (character === '}') return '[!\u0001-|~-\uffff]';
  if (character === ']') return '[!\u0001-\\^-\uffff]';
  return '{*?[\\'.includes(character) ? `[${character}]` : character;
}
