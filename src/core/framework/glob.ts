/** What stands for text in a segment of a pattern: `*`, `?`, one of a set, or the character itself. */
type Piece =
  | { readonly kind: 'any' }
  | { readonly kind: 'one' }
  | { readonly kind: 'set'; readonly characters: RegExp }
  | { readonly kind: 'character'; readonly character: string };

/** `**`: any number of folders. */
type Segment = '**' | readonly Piece[];

/** Whether a path, with `/` between its parts and none before the first, is what a pattern means. */
export type Glob = (path: string) => boolean;

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
