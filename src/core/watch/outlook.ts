import type { OrgAccount, OrgClients } from '../clients/whereabouts.ts';
import type { PlatformError } from '../platform/errors.ts';
import type { Ending, NamedPlaces } from './endings.ts';

/** A file that was not read, or not to its end. */
export type UnreadFile =
  | { readonly kind: 'file'; readonly uri: string; readonly path: string; readonly reason: string }
  /** It is no sound JSON from this line (counted from 1) on: what stands behind may be missing. */
  | { readonly kind: 'broken-file'; readonly uri: string; readonly path: string; readonly line: number }
  /** Only the first ones of this name were looked for. */
  | { readonly kind: 'more-files'; readonly name: string; readonly most: number };

/** What could not be looked at, and why. */
export type Unlooked =
  | UnreadFile
  /**
   * Files name clients of this region, and nobody is signed in there, or to its practice org alone, which does not have them:
   * whether their grant ends is not known.
   */
  | { readonly kind: 'signed-out'; readonly region: string; readonly clients: number }
  | { readonly kind: 'org'; readonly org: OrgAccount; readonly error: PlatformError }
  /** It is not started for a look. */
  | { readonly kind: 'practice-org-stopped'; readonly org: OrgAccount }
  /** Nobody has asked for its clients yet, because no file names one of its region. */
  | { readonly kind: 'not-asked'; readonly org: OrgAccount };

/** What ends, and what could not be looked at. */
export type Outlook = { readonly endings: readonly Ending[]; readonly unlooked: readonly Unlooked[] };

/** How the orgs stand whose clients were wanted. */
export type Asked = {
  readonly accounts: readonly (OrgAccount & { readonly practice: boolean })[];
  readonly known: readonly OrgClients[];
  readonly failures: readonly { readonly org: OrgAccount; readonly error: PlatformError }[];
  /** The accounts (their IDs) of practice orgs that do not run. */
  readonly stopped: ReadonlySet<string>;
};

/** Which orgs could not be looked at, and why: what the last look brought says nothing of today. */
export function unlookedOrgs(
  named: readonly NamedPlaces[],
  { accounts, known, failures, stopped }: Asked,
): readonly Unlooked[] {
  const ofOrgs = accounts.flatMap((org): Unlooked[] => {
    const failure = failures.find((each) => each.org.account === org.account);
    if (failure !== undefined) return [{ kind: 'org', ...failure }];
    if (stopped.has(org.account)) return [{ kind: 'practice-org-stopped', org }];
    return known.some(({ account }) => account === org.account) ? [] : [{ kind: 'not-asked', org }];
  });
  const real = new Set(accounts.filter(({ practice }) => !practice).map(({ region }) => region));
  const inPractice = new Set(
    known.flatMap(({ clients, practice, region }) =>
      practice ? clients.map(({ id }) => `${region} ${id.toLowerCase()}`) : [],
    ),
  );
  const signedOut = new Map<string, number>();
  for (const { region, clientId, mentions } of named) {
    const isOfFramework = mentions.some(({ kind }) => kind === 'framework');
    if (!isOfFramework || real.has(region) || inPractice.has(`${region} ${clientId}`)) continue;
    signedOut.set(region, (signedOut.get(region) ?? 0) + 1);
  }
  return [
    ...ofOrgs,
    ...[...signedOut].map(([region, clients]): Unlooked => ({ kind: 'signed-out', region, clients })),
  ];
}
