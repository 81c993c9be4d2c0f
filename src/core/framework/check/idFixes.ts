import { mayFitFramework } from '../../clients/forFramework.ts';
import type { OrgClients } from '../../clients/orgClients.ts';
import { regionOf } from '../../platform/regions.ts';
import type { FrameworkFix } from '../frameworkFinding.ts';

/**
 * The two ways to a right Client ID for a region: one of the org's clients, or a new one. Where nobody is signed in,
 * choosing begins with that; an org without a client that fits has nothing to choose from.
 */
export function idFixes(region: string | undefined, orgs: readonly OrgClients[]): readonly FrameworkFix[] {
  const orgsHere = orgs.filter((org) => org.region === region);
  const isRegion = region !== undefined && (regionOf(region) !== undefined || orgsHere.length > 0);
  if (!isRegion) return [{ kind: 'create-client', region: undefined }];
  const mayHaveOne = orgsHere.length === 0 || orgsHere.some(({ clients }) => clients.some(mayFitFramework));
  const choice: FrameworkFix[] = mayHaveOne ? [{ kind: 'choose-client', region }] : [];
  return [...choice, { kind: 'create-client', region }];
}
