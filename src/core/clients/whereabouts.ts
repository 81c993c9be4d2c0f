import type { OAuthClient } from '../platform/oauthClients.ts';
import { remembered } from '../remembered.ts';

/** A client, and the org in which it was read. */
export type FoundClient = { readonly client: OAuthClient; readonly org: OrgClients };

/** The clients of a list by their IDs, in lower case: an org may have ten thousand, and each is sought again and again. */
const byId = remembered(
  (clients: OrgClients['clients']): ReadonlyMap<string, OAuthClient> =>
    new Map(clients.toReversed().map((client) => [client.id.toLowerCase(), client])),
);

/** The client of an org with this ID; one that is written in capitals is no other. */
export function clientIn(
  { clients }: Pick<OrgClients, 'clients'>,
  clientId: string,
): OAuthClient | undefined {
  return byId(clients).get(clientId.toLowerCase());
}

/** The same as it is known in the org of this account; undefined where it is not known there. */
export function foundOf(
  orgs: readonly OrgClients[],
  account: string | undefined,
  clientId: string | undefined,
): FoundClient | undefined {
  const org = orgs.find((each) => each.account === account);
  const client = org && clientId !== undefined ? clientIn(org, clientId) : undefined;
  return org && client && { org, client };
}

/** The same in each of these orgs that has one. */
export function foundIn(orgs: readonly OrgClients[], clientId: string): readonly FoundClient[] {
  return orgs.flatMap((org) => {
    const client = clientIn(org, clientId);
    return client === undefined ? [] : [{ org, client }];
  });
}

/** A client as a place names it that is no org: a file, say. */
export type NamedClient = {
  /** Domain. */
  readonly region: string;
  readonly clientId: string;
  /** Whether it is said to be of the practice org; false where nothing is said. */
  readonly practice: boolean;
};

/**
 * The clients that are meant where one is named so. A practice org may have one with the ID of a real one: what is said to be
 * of the practice org is nowhere else, and of all else the real one counts, where an org is known to have it.
 */
export function meantBy(
  { region, clientId, practice }: NamedClient,
  orgs: readonly OrgClients[],
): readonly FoundClient[] {
  const here = orgs.filter((org) => org.region === region);
  const found = foundIn(here, clientId);
  const ofItsKind = found.filter(({ org }) => org.practice === practice);
  return practice || ofItsKind.length > 0 ? ofItsKind : found;
}

/** In whose org a client is. Only where it was read is it certain. */
export type Whereabouts =
  | ({ readonly kind: 'in-one' } & FoundClient)
  /** No platform gives one ID twice, so an answer was wrong, or somebody plays; which one is meant is not for us to say. */
  | { readonly kind: 'in-several'; readonly places: readonly FoundClient[] }
  /** No account of the region is known to have it; these could be asked. */
  | { readonly kind: 'unknown'; readonly accounts: readonly OrgAccount[] }
  | { readonly kind: 'signed-out' };

/**
 * Looks a client up in what is known of the orgs of a region (its domain); where it is left out whether it is of the practice
 * org, in those of both kinds.
 *
 * @param accounts all that somebody is signed in with
 * @param known what was read, of those that could be read
 */
export function whereIs(
  { region, clientId, practice }: Omit<NamedClient, 'practice'> & Partial<Pick<NamedClient, 'practice'>>,
  accounts: readonly OrgAccount[],
  known: readonly OrgClients[],
): Whereabouts {
  const here = accounts.filter((each) => each.region === region);
  const read = known.filter(({ account }) => here.some((each) => each.account === account));
  const places =
    practice === undefined ? foundIn(read, clientId) : meantBy({ region, clientId, practice }, read);
  const [place, ...others] = places;
  if (here.length === 0) return { kind: 'signed-out' };
  if (place === undefined) return { kind: 'unknown', accounts: here };
  return others.length === 0 ? { kind: 'in-one', ...place } : { kind: 'in-several', places };
}

/** Where the secret of a client may be sent; of what is kept here, only what `keptMayGo` says. */
export type SecretHome =
  | { readonly kind: 'practice-org' | 'region'; readonly keptMayGo: boolean }
  /** What is kept is of a client of another region than the file says. */
  | { readonly kind: 'other-region'; readonly region: string }
  /** Nobody knows such a region, so nothing is sent there. */
  | { readonly kind: 'unknown-region' };

/**
 * Where the secret of a client that a file names may be sent. A file chooses no place for a secret: what is kept goes where
 * it was noted with it that its client was made, or where the client was read, and nowhere else. What a person is still to
 * enter goes to the place that they are told.
 *
 * @param noted what was noted when the secret was kept
 * @param isTrusted whether the region that the file names is one that everybody knows, or that the person signed in to
 */
export function secretHome(
  noted: { readonly region: string; readonly practice?: boolean | undefined } | undefined,
  found: Whereabouts,
  written: { readonly region: string; readonly practice: boolean },
  isTrusted: boolean,
): SecretHome {
  const readIn = found.kind === 'in-one' ? found.org : undefined;
  const isNoted = noted !== undefined && noted.region !== '';
  if (isNoted && noted.region !== written.region) return { kind: 'other-region', region: noted.region };
  const practice = (isNoted ? noted.practice : undefined) ?? readIn?.practice;
  if (practice !== undefined) return { kind: practice ? 'practice-org' : 'region', keptMayGo: true };
  if (written.practice) return { kind: 'practice-org', keptMayGo: false };
  return isTrusted ? { kind: 'region', keptMayGo: false } : { kind: 'unknown-region' };
}

/** Whether what is kept under the ID of a client is of one that was made at this place. */
export function isAtHome(
  noted: { readonly region: string; readonly practice?: boolean | undefined },
  place: { readonly region: string; readonly practice?: boolean | undefined },
): boolean {
  const isSameKind = (noted.practice ?? place.practice) === (place.practice ?? noted.practice);
  return noted.region === place.region && isSameKind;
}

/** An account before anybody has asked whether its org is the only one of its name; `label` is what it is called. */
export type NamedAccount = OrgAccount & { readonly label: string };

/**
 * Gives each org a name by which it is told from all others: its region is added where another region has one of the
 * same name, and the account where its own has. `place` says a region in words, which may have brackets.
 */
export function toldApart(
  accounts: readonly NamedAccount[],
  place: (region: string) => string,
): readonly OrgAccount[] {
  return accounts.map(({ account, label, orgName, region }) => {
    const namesakes = accounts.filter((each) => each.orgName === orgName && each.account !== account);
    const inRegion = namesakes.filter((each) => each.region === region);
    const isElsewhere = namesakes.length > inRegion.length;
    const isLabelled = inRegion.every((each) => each.label !== label);
    const marks = [
      ...(isElsewhere ? [place(region)] : []),
      ...(inRegion.length > 0 ? [isLabelled ? label : account] : []),
    ];
    return { account, region, orgName: [orgName, ...marks].join(' · ') };
  });
}

/** An org that one is signed in to: there is one account for each. */
export type OrgAccount = {
  /** The account's ID, by which the org is known; a name may be that of several. */
  readonly account: string;
  /** The org's name, for words only; where several have the same one, with what tells it apart. */
  readonly orgName: string;
  /** Domain. */
  readonly region: string;
};

/** The clients of an org that one is signed in to, as they were when they were read. */
export type OrgClients = OrgAccount & {
  readonly practice: boolean;
  readonly clients: readonly OAuthClient[];
  /** ISO 8601. */
  readonly readAt: string;
  /** When those that changed after that, by what was done here, were what they are now: ISO 8601, by Client ID. */
  readonly newer?: ReadonlyMap<string, string>;
};

/** When a client of an org was what it is known as: ISO 8601. */
export function clientReadAt({ newer, readAt }: Pick<OrgClients, 'newer' | 'readAt'>, id: string): string {
  return newer?.get(id) ?? readAt;
}
