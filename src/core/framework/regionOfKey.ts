import { readRegionName } from '../platform/regionName.ts';
import { type Region, regionOf } from '../platform/regions.ts';

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
