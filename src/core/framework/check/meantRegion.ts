import { nearestRegion, readRegionName } from '../../platform/regionName.ts';

/** The region whose domain a key of `clientIds` was most likely meant to be; the key itself when it is one. */
export function meantRegion(key: string): string | undefined {
  return readRegionName(key) ?? nearestRegion(key);
}
