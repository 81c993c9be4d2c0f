import { readRegionName } from '../platform/regionName.ts';
import { type Region, regionOf } from '../platform/regions.ts';
import { type ClientIdEntry, inspectFramework } from './inspect.ts';
import type { Place } from './places.ts';

/** An entry of `clientIds`, which half of it the cursor is in, and where that is. */
export type EntryAt = {
  readonly entry: ClientIdEntry;
  readonly part: 'key' | 'value';
  readonly place: Place;
};

/**
 * The entry of `clientIds` whose key or value is at this offset, ends included, or the constant that is its value;
 * undefined for everything else.
 */
export function entryAt(text: string, offset: number): EntryAt | undefined {
  const { clientIds } = inspectFramework(text);
  if (clientIds.kind !== 'literal') return undefined;
  const holds = ({ start, end }: Place) => start <= offset && offset <= end;
  for (const entry of clientIds.entries) {
    const { keyPlace, valuePlace, slot } = entry;
    if (holds(keyPlace)) return { entry, part: 'key', place: keyPlace };
    const place = [valuePlace, slot].find(holds);
    if (place !== undefined) return { entry, part: 'value', place };
  }
  return undefined;
}

/**
 * The region that a key of `clientIds` certainly names, and whether it does so by the domain, which is all that the
 * framework takes (Genesys facts 5.2). Undefined for a typing error, and for a domain of an org's own.
 * @param own The domains that one is signed in to.
 */
export function regionOfKey(
  key: string,
  own: ReadonlySet<string>,
): { readonly region: Region; readonly exact: boolean } | undefined {
  const exact = regionOf(key);
  if (exact !== undefined) return { region: exact, exact: true };
  const meant = own.has(key) ? undefined : readRegionName(key);
  const region = meant === undefined ? undefined : regionOf(meant);
  return region && { region, exact: false };
}
