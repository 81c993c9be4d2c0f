import { regions } from '../platform/regions.ts';
import { quoteHabit } from './insert.ts';
import { type ClientIds, inspectFramework } from './inspect.ts';
import { type Quote, quoteOf } from './layout.ts';

/**
 * What can be written at an offset in `clientIds`: the domain of a region, or a Client ID for one. It goes, between
 * these quotes, into the place of the range, which holds what was typed so far, quotes included.
 */
export type CompletionSpot = {
  readonly replace: { readonly start: number; readonly end: number };
  readonly quote: Exclude<Quote, '`'>;
} & (
  | {
      readonly kind: 'region';
      /** The domains that are not in the literal yet. */
      readonly regions: readonly string[];
      /** A colon follows, so that only the key is missing. */
      readonly hasValue: boolean;
    }
  | { readonly kind: 'client-id'; readonly region: string }
);

/** What fits at this offset, also into a line that is half typed; undefined outside `clientIds`. */
export function completionsAt(text: string, offset: number): CompletionSpot | undefined {
  const { clientIds } = inspectFramework(text);
  const brace = bracesOf(clientIds).findLast((start) => start < offset && text.charAt(start) === '{');
  if (brace === undefined) return undefined;
  const spot = literalSpot(text, brace, offset);
  if (spot === undefined) return undefined;
  const replace = spot.token ?? { start: offset, end: offset };
  const quote = quoteOf(text.charAt(replace.start)) ?? quoteNear(text, brace);
  if (spot.part === 'value') return { kind: 'client-id', region: spot.key, replace, quote };

  const taken = takenIn(clientIds, offset);
  const free = regions.map(({ domain }) => domain).filter((domain) => !taken.has(domain));
  const hasValue = /^[ \t]*:/.test(text.slice(replace.end, replace.end + 100));
  return { kind: 'region', regions: free, hasValue, replace, quote };
}

function bracesOf(clientIds: ClientIds): readonly number[] {
  switch (clientIds.kind) {
    case 'literal':
      return [clientIds.place.start];
    case 'several':
      return clientIds.places.map(({ start }) => start);
    case 'absent':
    case 'not-a-literal':
      return [];
  }
}

/** The regions that are there already, but for the one that the offset is in. */
function takenIn(clientIds: ClientIds, offset: number): ReadonlySet<string> {
  if (clientIds.kind !== 'literal') return new Set();
  const others = clientIds.entries.filter(({ keyPlace: { start, end } }) => offset < start || end < offset);
  return new Set(others.map(({ region }) => region));
}

/** The quote of the literal's first string, or else of the file's. */
function quoteNear(text: string, brace: number): Exclude<Quote, '`'> {
  const [, first = ''] = /^\{[^"'}]*(["'])/.exec(text.slice(brace, brace + 1000)) ?? [];
  return quoteOf(first) ?? quoteHabit(text);
}

type Range = { readonly start: number; readonly end: number };

/**
 * Where an offset is between the tokens of a literal such as `clientIds`: where a key or a value can be. `token`: the
 * string or word that is being typed there.
 */
export type LiteralSpot = { readonly token: Range | undefined } & (
  | { readonly part: 'key' }
  | { readonly part: 'value'; readonly key: string }
);

const STRING = /(["'`])(?:\\[^\n\r]|(?!\1)[^\\\n\r])*\1?/y;
const WORD = /[\w$.-]+/y;
const BLANKS = /\s+/y;
const LINE_COMMENT = /\/\/[^\n\r]*/y;
const BLOCK_COMMENT = /\/\*[\s\S]*?(?:\*\/|$)/y;

/**
 * Finds what an offset is in a literal that somebody is typing, so that its end may be missing. Undefined in comments,
 * behind the literal, in objects within it, and wherever neither a key nor a value can be.
 * @param brace The offset of the brace that opens the literal.
 */
function literalSpot(text: string, brace: number, offset: number): LiteralSpot | undefined {
  let depth = 0;
  let expected: 'key' | 'colon' | 'value' | 'comma' = 'key';
  let key = '';
  const spot = (token: Range | undefined): LiteralSpot | undefined => {
    if (depth !== 1) return undefined;
    if (expected === 'key') return { part: 'key', token };
    return expected === 'value' ? { part: 'value', key, token } : undefined;
  };

  let position = brace;
  while (position < offset) {
    const comment = endOf(LINE_COMMENT, text, position) ?? endOf(BLOCK_COMMENT, text, position);
    if (comment !== undefined && offset <= comment && !text.startsWith('*/', offset - 2)) return undefined;
    const token = endOf(STRING, text, position) ?? endOf(WORD, text, position);
    if (token !== undefined) {
      const range = { start: position, end: token };
      if (isBeingTyped(text, range, offset)) return spot(typedPart(text, range, offset));
      if (depth === 1 && expected === 'key') key = text.slice(position, token).replace(/^["'`]|["'`]$/g, '');
      if (depth === 1) expected = expected === 'key' ? 'colon' : 'comma';
    }
    const end = comment ?? token ?? endOf(BLANKS, text, position);
    if (end !== undefined) {
      position = end;
      continue;
    }
    const character = text.charAt(position);
    position += 1;
    if ('{[('.includes(character)) depth += 1;
    if ('}])'.includes(character)) depth -= 1;
    if (depth === 0) return undefined;
    if (depth === 1 && character === ',') expected = 'key';
    if (depth === 1 && character === ':') expected = 'value';
  }
  return spot(undefined);
}

function endOf(pattern: RegExp, text: string, position: number): number | undefined {
  pattern.lastIndex = position;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** A string is finished by its second quote; whatever else ends at the offset may go on. */
function isBeingTyped(text: string, { start, end }: Range, offset: number): boolean {
  const first = text.charAt(start);
  const isClosed = end - start > 1 && /["'`]/.test(first) && text.charAt(end - 1) === first;
  return offset < end || (offset === end && !isClosed);
}

/** A string without its second quote seems to go on to a quote further on: what is not like a name is not part of it. */
function typedPart(text: string, { start, end }: Range, offset: number): Range {
  const rest = text.slice(offset, end);
  const name = /^[\w.-]*/.exec(rest)?.[0] ?? '';
  const closed = rest.length === name.length + 1 && text.charAt(end - 1) === text.charAt(start);
  return { start, end: closed ? end : offset + name.length };
}
