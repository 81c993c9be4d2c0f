import { mayFitFramework } from '../../clients/forFramework.ts';
import type { FoundClient, OrgClients } from '../../clients/whereabouts.ts';
import { regionOf } from '../../platform/regions.ts';
import type { FrameworkFinding, FrameworkFix } from '../frameworkFinding.ts';
import type { ClientIdEntry, FrameworkInspection } from '../inspect.ts';
import type { ClientSearch } from './clientOfEntry.ts';

/** What the rules look at: one framework.js, and the orgs that one is signed in to. */
export type CheckedFile = {
  readonly text: string;
  readonly inspection: FrameworkInspection;
  /** The entries of `clientIds` that count: of a region that is there twice, the last one. */
  readonly live: readonly ClientIdEntry[];
  /** Those of them that are looked at one by one: the first ones, as many as any file has that somebody wrote. */
  readonly judged: readonly ClientIdEntry[];
  readonly orgs: readonly OrgClients[];
  readonly search: ClientSearch;
  /** The judged entries whose client is known, each with that client and the org that has it. */
  readonly used: readonly (FoundClient & { readonly entry: ClientIdEntry })[];
  /** ISO date. */
  readonly today: string;
};

/** One thing that can be wrong with a framework.js. Pure, and silent where the text or the org does not tell. */
export type Rule = (file: CheckedFile) => readonly FrameworkFinding[];

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
