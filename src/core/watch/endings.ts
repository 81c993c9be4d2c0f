import type { Mention } from '../clients/concerns.ts';
import { implicitGrantEnds } from '../clients/frameworkNeeds.ts';
import { isSaidToPractice, mentionKey, mentionsOf } from '../clients/mentions.ts';
import { dayOfDeletion, worksInState } from '../clients/usable.ts';
import { type FoundClient, meantBy, type OrgClients } from '../clients/whereabouts.ts';
import type { OAuthClient } from '../platform/oauthClients.ts';
import { isProviderId, providers } from '../scim/providers.ts';
import { type Home, millisecondsToTurn, type Reckoning, type Standing, standingOf } from './standing.ts';

/** A client as files of the workspace name it: its region (a domain), its ID in lower case, and where. */
export type NamedPlaces = {
  readonly region: string;
  readonly clientId: string;
  readonly mentions: readonly Mention[];
};

/** A client that was read, and where the workspace names it. */
export type EndingClient = { readonly client: OAuthClient; readonly mentions: readonly Mention[] };

/** The token that an identity provider holds (rule S6). */
export type TokenEnding = Home & {
  readonly kind: 'token';
  /** As the file names it. */
  readonly provider: string;
  readonly clientId: string;
  /** The client, where one of the orgs has it. */
  readonly found: FoundClient | undefined;
  readonly at: Extract<Mention, { kind: 'scim' }>;
  readonly lifeSeconds: number | undefined;
  /** ISO 8601; undefined, and `unknown`, where the file does not say when it ends: nobody guesses. */
  readonly endsAt: string | undefined;
  readonly standing: Standing | 'unknown';
  readonly reckoning: Reckoning;
};

/** One whose end the file says, and the page on how its identity provider is set up, where there is one. */
export type CalendarToken = {
  readonly ending: TokenEnding & { readonly endsAt: string };
  readonly guide: string | undefined;
};

/**
 * The implicit grant of an org's clients, which is withdrawn (rule G9). The sources disagree on when, so that `endsAt` is
 * the earliest of what they say, and no more than that.
 */
export type GrantEnding = {
  readonly kind: 'implicit-grant';
  readonly org: OrgClients;
  /** Those that the workspace names come first. */
  readonly clients: readonly EndingClient[];
  readonly endsAt: string;
  readonly standing: Standing;
  readonly reckoning: Reckoning;
};

/** A client that was deleted and can be restored until then (Genesys facts 1.4). */
export type DeletionEnding = EndingClient & {
  readonly kind: 'deletion';
  readonly org: OrgClients;
  readonly endsAt: string;
  readonly standing: Standing;
  readonly reckoning: Reckoning;
};

/** Something that ends by itself, or has ended, as far as that is known. */
export type Ending = TokenEnding | GrantEnding | DeletionEnding;

/** What files and orgs say, and by which clock their days are counted. */
export type Known = {
  readonly named: readonly NamedPlaces[];
  readonly orgs: readonly OrgClients[];
  readonly reckon: (home: Home) => Reckoning;
  /** Whether a client that no org has was deleted from here, and its tokens with it; left out where nobody notes that. */
  readonly isDeletedHere?: (client: Home & { readonly id: string }) => boolean;
};

/** Everything that ends, what matters most first: what has ended or ends soon, what ends later, what does not say when. */
export function endingsOf(known: Known): readonly Ending[] {
  const { named, orgs, reckon } = known;
  const mentions = new Map(named.map((each) => [mentionKey(each.region, each.clientId), each.mentions]));
  return [
    ...named.flatMap((each) => tokensOf(each, known)),
    ...orgs.flatMap((org) => {
      const all = org.clients.map((client) => ({
        client,
        mentions: mentionsOf({ org, client }, mentions, orgs),
      }));
      const reckoning = reckon(org);
      return [...grantsOf(org, all, reckoning), ...deletionsOf(org, all, reckoning)];
    }),
  ].sort((one, other) => rankOf(one) - rankOf(other) || timeOf(one) - timeOf(other));
}

/**
 * Whether somebody should know of it who did not ask. That a client goes which nobody here uses was somebody's wish, and
 * worth no word; of a token whose end is not known, nothing is said that may be wrong.
 */
export function isPressing(ending: Ending): boolean {
  if (ending.standing !== 'expiring' && ending.standing !== 'expired') return false;
  return ending.kind !== 'deletion' || ending.mentions.length > 0;
}

/**
 * When something else is to be said of them than now, in milliseconds since 1970 by the clock of this computer: one of them
 * stands otherwise, or a day begins, by that clock or by the one that counts for them.
 */
export function nextTurn(endings: readonly Ending[], now: Date): number {
  const clocks = [now, ...endings.map(({ reckoning }) => reckoning.now)];
  const midnights = clocks.map((clock) => new Date(clock).setHours(24, 0, 0, 0) - clock.getTime());
  const turns = [millisecondsToNext(endings) ?? Number.POSITIVE_INFINITY, ...midnights];
  return now.getTime() + turns.reduce((least, each) => Math.min(least, each)) + 1;
}

/** Milliseconds until the first of them stands otherwise than now. */
export function millisecondsToNext(endings: readonly Ending[]): number | undefined {
  const turns = endings.flatMap((ending) => {
    if (ending.endsAt === undefined) return [];
    const life = ending.kind === 'token' ? ending.lifeSeconds : undefined;
    return millisecondsToTurn(new Date(ending.endsAt), life, ending.reckoning) ?? [];
  });
  return turns.length === 0 ? undefined : turns.reduce((least, each) => Math.min(least, each));
}

function tokensOf(
  { region, clientId, mentions }: NamedPlaces,
  { orgs, reckon, isDeletedHere }: Pick<Known, 'orgs' | 'reckon' | 'isDeletedHere'>,
): readonly TokenEnding[] {
  return mentions.flatMap((at): TokenEnding[] => {
    if (at.kind !== 'scim' || !holdsToken(at)) return [];
    const { provider = '', tokenEndsAt: endsAt, tokenLifeSeconds } = at;
    const isSaidToBe = isSaidToPractice(at);
    const [found] = meantBy({ region, clientId, practice: isSaidToBe }, orgs);
    const practice = found?.org.practice ?? isSaidToBe;
    if (found === undefined && isDeletedHere?.({ region, practice, id: clientId }) === true) return [];
    const reckoning = reckon({ region, practice });
    const standing =
      endsAt === undefined ? 'unknown' : standingOf(new Date(endsAt), tokenLifeSeconds, reckoning);
    return [
      {
        ...{ kind: 'token', region, practice, provider, clientId, found, at },
        ...{ lifeSeconds: tokenLifeSeconds, endsAt, standing, reckoning },
      },
    ];
  });
}

/** Whether an identity provider holds a token, as the file says or as it is with this provider (Genesys facts 7.2). */
export function holdsToken({
  holdsToken,
  provider = '',
  tokenEndsAt,
}: Pick<Extract<Mention, { kind: 'scim' }>, 'holdsToken' | 'provider' | 'tokenEndsAt'>): boolean {
  if (holdsToken === true || tokenEndsAt !== undefined) return true;
  return isProviderId(provider) && providers[provider].holds === 'bearer-token';
}

function grantsOf(
  org: OrgClients,
  all: readonly EndingClient[],
  reckoning: Reckoning,
): readonly GrantEnding[] {
  const clients = all
    .filter(({ client }) => client.authorizedGrantType === 'TOKEN' && worksInState(client.state) !== 'no')
    .sort((one, other) => Number(other.mentions.length > 0) - Number(one.mentions.length > 0));
  if (clients.length === 0) return [];
  const endsAt = `${implicitGrantEnds.existingClientsEnd}-01T00:00:00.000Z`;
  const standing = standingOf(new Date(endsAt), undefined, reckoning);
  return [{ kind: 'implicit-grant', org, clients, endsAt, standing, reckoning }];
}

function deletionsOf(
  org: OrgClients,
  all: readonly EndingClient[],
  reckoning: Reckoning,
): readonly DeletionEnding[] {
  return all.flatMap(({ client, mentions }): DeletionEnding[] => {
    const endsAt = dayOfDeletion(client);
    if (endsAt === undefined) return [];
    const standing = standingOf(new Date(endsAt), undefined, reckoning);
    return [{ kind: 'deletion', org, client, mentions, endsAt, standing, reckoning }];
  });
}

function rankOf(ending: Ending): number {
  if (isPressing(ending)) return 0;
  return ending.endsAt === undefined ? 2 : 1;
}

function timeOf({ endsAt }: Ending): number {
  return endsAt === undefined ? 0 : Date.parse(endsAt);
}
