/** Which files the Embeddable Framework loads, while nobody says otherwise. */
export const USUAL_PATTERNS: readonly string[] = ['**/framework.js'];

/** One pattern of the setting, relative to the folder of the project. */
export type FilePattern = {
  /** As VS Code takes it. */
  readonly glob: string;
  /** It does not name a place in the folder, and so means files that are in no folder as well. */
  readonly anywhere: boolean;
  readonly matches: Glob;
};

/** Why a pattern, or the whole setting, is not used. */
export type PatternFault =
  | { readonly kind: 'not-a-list' }
  | {
      readonly kind: 'not-a-pattern' | 'absolute' | 'outside' | 'negated' | 'unclosed';
      readonly pattern: string;
    }
  | { readonly kind: 'too-many'; readonly most: number };

/** What a setting of file patterns comes to. */
export type FilePatterns = {
  readonly patterns: readonly FilePattern[];
  readonly faults: readonly PatternFault[];
};

const MOST_PATTERNS = 50;
const LONGEST_PATTERN = 500;

/**
 * Reads the setting, which can be anything. A bad pattern is left out; where no good one is left, the usual ones count.
 * An empty list is meant: no file then.
 */
export function readFilePatterns(setting: unknown): FilePatterns {
  if (!Array.isArray(setting)) return { patterns: usual(), faults: [{ kind: 'not-a-list' }] };
  const read = setting.slice(0, MOST_PATTERNS).map(readPattern);
  const patterns = read.flatMap((each) => ('matches' in each ? [each] : []));
  const faults = read.flatMap((each) => ('kind' in each ? [each] : []));
  const tooMany: PatternFault[] =
    setting.length > MOST_PATTERNS ? [{ kind: 'too-many', most: MOST_PATTERNS }] : [];
  const isUsable = patterns.length > 0 || setting.length === 0;
  return { patterns: isUsable ? patterns : usual(), faults: [...faults, ...tooMany] };
}

function usual(): readonly FilePattern[] {
  return USUAL_PATTERNS.map(readPattern).flatMap((each) => ('matches' in each ? [each] : []));
}

function readPattern(setting: unknown): FilePattern | PatternFault {
  if (typeof setting !== 'string' || setting.trim() === '' || setting.length > LONGEST_PATTERN) {
    return { kind: 'not-a-pattern', pattern: shown(setting) };
  }
  // Windows parts folders by a backslash, which nothing in a pattern needs otherwise.
  const glob = setting
    .trim()
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '');
  const pattern = setting;
  if (glob.startsWith('!')) return { kind: 'negated', pattern };
  if (/^(?:\/|~|[a-z][a-z\d+.-]*:)/i.test(glob)) return { kind: 'absolute', pattern };
  if (/(?:^|[/{,])\.\.(?:[/},]|$)/.test(glob)) return { kind: 'outside', pattern };
  const matches = readGlob(glob);
  if (matches === undefined) return { kind: 'unclosed', pattern };
  return { glob, anywhere: glob.startsWith('**'), matches };
}

function shown(setting: unknown): string {
  return typeof setting === 'string'
    ? `${setting.slice(0, 60)}`
    : (JSON.stringify(setting) ?? '').slice(0, 60);
}

/** Whether patterns mean the file of a path, which begins in the folder of the project. */
export function areMeant({ patterns }: Pick<FilePatterns, 'patterns'>, path: string): boolean {
  return patterns.some(({ matches }) => matches(path));
}

/**
 * Where a new file would be one of these: the path of the first pattern that names one without wildcards, but for `**` as
 * its beginning. Undefined where all have more of them.
 */
export function plainName({
  patterns,
}: Pick<FilePatterns, 'patterns'>): { path: string; anywhere: boolean } | undefined {
  const names = patterns.map(({ glob, anywhere }) => ({ path: glob.replace(/^(?:\*\*\/)+/, ''), anywhere }));
  return names.find(({ path }) => !/[*?{[]/.test(path));
}

/** What stands for text in a segment of a pattern: `*`, `?`, one of a set, or the character itself. */
type Piece =
  | { readonly kind: 'any' }
  | { readonly kind: 'one' }
  | { readonly kind: 'set'; readonly characters: RegExp }
  | { readonly kind: 'character'; readonly character: string };

/** `**`: any number of folders. */
type Segment = '**' | readonly Piece[];

/** Whether a path, with `/` between its parts and none before the first, is what a pattern means. */
type Glob = (path: string) => boolean;

/** Alternatives in braces multiply; people write a handful. */
const MOST_ALTERNATIVES = 200;

/**
 * Reads a pattern as VS Code does: `*` and `?` within a part of a path, `**` for any folders, `{a,b}` and `[a-z]`.
 * Undefined where a brace or bracket is never closed, or where there are too many alternatives. Matching takes time with
 * the length of the path times that of the pattern at most.
 */
export function readGlob(pattern: string): Glob | undefined {
  const alternatives = expandBraces(pattern);
  const globs = alternatives?.map((alternative) => alternative.split('/').map(readSegment));
  if (globs === undefined || globs.some((segments) => segments.includes(undefined))) return undefined;
  const whole = globs.map((segments) => segments.filter((segment) => segment !== undefined));
  return (path) => {
    const parts = path.split('/');
    return whole.some((segments) => fits(segments, parts, (segment) => segment === '**', fitsPart));
  };
}

function expandBraces(pattern: string): readonly string[] | undefined {
  const opening = firstOutsideBrackets(pattern, '{', 0);
  if (opening === undefined) return pattern.includes('}') ? undefined : [pattern];
  const { end, choices } = choicesFrom(pattern, opening);
  if (end === undefined) return undefined;
  const expanded: string[] = [];
  const before = pattern.slice(0, opening);
  if (before.includes('}')) return undefined;
  for (const choice of choices) {
    const rest = expandBraces(`${choice}${pattern.slice(end)}`);
    if (rest === undefined || expanded.length + rest.length > MOST_ALTERNATIVES) return undefined;
    expanded.push(...rest.map((each) => before + each));
  }
  return expanded;
}

function firstOutsideBrackets(pattern: string, character: string, from: number): number | undefined {
  let inBrackets = false;
  for (let at = from; at < pattern.length; at += 1) {
    const found = pattern.charAt(at);
    if (found === '[') inBrackets = true;
    else if (found === ']') inBrackets = false;
    else if (found === character && !inBrackets) return at;
  }
  return undefined;
}

/** What stands between this brace and its counterpart, parted by the commas that are in no inner one. */
function choicesFrom(pattern: string, opening: number) {
  const choices: string[] = [];
  let depth = 0;
  let start = opening + 1;
  for (let at = opening; at < pattern.length; at += 1) {
    const character = pattern.charAt(at);
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    if (depth === 0 || (depth === 1 && character === ',')) {
      choices.push(pattern.slice(start, at));
      start = at + 1;
    }
    if (depth === 0) return { choices, end: at + 1 };
  }
  return { choices, end: undefined };
}

const PIECES = /\*+|\?|\[([!^]?)([^\]]+)\]|[^[\]]/gsu;

function readSegment(source: string): Segment | undefined {
  if (source === '**') return '**';
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of source.matchAll(PIECES)) {
    const [text, negation, set] = match;
    if (match.index !== end) return undefined;
    end += text.length;
    if (text.startsWith('*')) pieces.push({ kind: 'any' });
    else if (text === '?') pieces.push({ kind: 'one' });
    else if (set === undefined) pieces.push({ kind: 'character', character: text });
    else {
      const characters = setOf(negation !== '', set);
      if (characters === undefined) return undefined;
      pieces.push({ kind: 'set', characters });
    }
  }
  return end === source.length ? pieces : undefined;
}

/** Undefined for a range from a later character to an earlier one. */
function setOf(isNegated: boolean, source: string): RegExp | undefined {
  const escaped = source.replace(/[\\\]^[]/g, '\\$&').replace(/^-|-$/g, '\\-');
  try {
    return new RegExp(`^[${isNegated ? '^' : ''}${escaped}]$`, 'u');
  } catch {
    return undefined;
  }
}

function fitsPart(segment: Segment, part: string): boolean {
  if (segment === '**') return true;
  return fits(segment, [...part], ({ kind }) => kind === 'any', fitsPiece);
}

function fitsPiece(piece: Piece, character: string): boolean {
  switch (piece.kind) {
    case 'any':
    case 'one':
      return true;
    case 'set':
      return piece.characters.test(character);
    case 'character':
      return piece.character === character;
  }
}

/** A wildcard takes as little as it can, and one more each time that what follows it does not fit. */
function fits<Step>(
  steps: readonly Step[],
  items: readonly string[],
  isWildcard: (step: Step) => boolean,
  fitsOne: (step: Step, item: string) => boolean,
): boolean {
  let at = 0;
  let item = 0;
  let wildcard: { readonly at: number; taken: number } | undefined;
  while (item < items.length) {
    const step = steps[at];
    const current = items[item];
    if (step !== undefined && isWildcard(step)) {
      wildcard = { at, taken: item };
      at += 1;
    } else if (step !== undefined && current !== undefined && fitsOne(step, current)) {
      at += 1;
      item += 1;
    } else if (wildcard !== undefined) {
      wildcard.taken += 1;
      at = wildcard.at + 1;
      item = wildcard.taken;
    } else return false;
  }
  return steps.slice(at).every(isWildcard);
}
