import { regions } from '../platform/regions.ts';
import { quoteHabit } from './firstEntry.ts';
import { type ClientIds, inspectFramework } from './inspect.ts';
import { literalSpot } from './literalSpot.ts';
import { type Quote, quoteOf } from './quotes.ts';

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
