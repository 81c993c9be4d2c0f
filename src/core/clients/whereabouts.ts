import type { OAuthClient } from '../platform/oauthClients.ts';

/** A client, and the org in which it was read. */
export type FoundClient = { readonly client: OAuthClient; readonly org: OrgClients };

/** In whose org a client is. Only where it was read is it certain. */
export type Whereabouts =
  | ({ readonly kind: 'in-one' } & FoundClient)
  /** No platform gives one ID twice, so an answer was wrong, or somebody plays; which one is meant is not for us to say. */
  | { readonly kind: 'in-several'; readonly places: readonly FoundClient[] }
  /** No account of the region is known to have it; these could be asked. */
  | { readonly kind: 'unknown'; readonly accounts: readonly OrgAccount[] }
  | { readonly kind: 'signed-out' };

/**
 * Looks a client up in what is known of the orgs of a region (its domain).
 *
 * @param accounts all that somebody is signed in with
 * @param known what was read, of those that could be read
 */
export function whereIs(
  { region, clientId }: { readonly region: string; readonly clientId: string },
  accounts: readonly OrgAccount[],
  known: readonly OrgClients[],
): Whereabouts {
  const here = accounts.filter((each) => each.region === region);
  const id = clientId.toLowerCase();
  const read = known.filter(({ account }) => here.some((each) => each.account === account));
  const places = read.flatMap((org) => {
    const client = org.clients.find((each) => each.id.toLowerCase() === id);
    return client === undefined ? [] : [{ org, client }];
  });
  const [place, ...others] = places;
  if (here.length === 0) return { kind: 'signed-out' };
  if (place === undefined) return { kind: 'unknown', accounts: here };
  return others.length === 0 ? { kind: 'in-one', ...place } : { kind: 'in-several', places };
}

/**
 * Whether the secret of a client is one of the practice org, so that it goes there and nowhere else: by what the client
 * was made in, and only where nobody noted that, by what a file says of it. No file sends a real secret to the practice
 * org, or one of the practice org to a real login host.
 */
export function secretIsOfPracticeOrg(
  noted: { readonly practice?: boolean | undefined } | undefined,
  written: { readonly practice: boolean },
): boolean {
  return noted?.practice ?? written.practice;
}

/** An account before anybody has asked whether its org is the only one of its name; `label` is what it is called. */
export type NamedAccount = OrgAccount & { readonly label: string };

/**
 * Gives each org a name by which it is told from all others: its region is added where another region has one of the
 * same name, and the account where its own has. `place` says a region in words.
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
    return { account, region, orgName: marks.length === 0 ? orgName : `${orgName} (${marks.join(', ')})` };
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
};
