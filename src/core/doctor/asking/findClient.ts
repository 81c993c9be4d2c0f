import { foundOf } from '../../clients/whereabouts.ts';
import type { OAuthClient } from '../../platform/oauthClients.ts';
import { readRegionName } from '../../platform/regionName.ts';
import { regionOf } from '../../platform/regions.ts';
import type { Fact, Facts, LookedIn } from '../facts.ts';
import { clientIdOf } from '../look.ts';
import type { Subject } from '../subject.ts';
import type { Told } from '../symptom.ts';
import { inTime, notAsked, untold } from './inTime.ts';
import type { ClientSources } from './sources.ts';

/** What is looked for, and where it is meant to be. */
export type Sought = {
  readonly clientId: string | undefined;
  /** Domain; undefined where nothing names one. */
  readonly region: string | undefined;
  /** The ID of the account whose org is meant, where one was chosen. */
  readonly account: string | undefined;
  /** Whether it is of a practice org; undefined where nothing tells. */
  readonly practice: boolean | undefined;
};

export type FoundClient = Pick<Facts, 'org' | 'client' | 'elsewhere'>;

/** Which client a look is about, as far as one alone is meant. */
export function soughtFor(subject: Subject, told: Told, account: string | undefined): Sought {
  const clientId = clientIdOf(subject, told);
  const practice = 'practice' in subject ? subject.practice : undefined;
  if (subject.kind !== 'text') return { clientId, region: subject.region, account, practice };
  const regions = told.hosts.flatMap((host) => regionOf(readRegionName(host) ?? '')?.domain ?? []);
  return { clientId, region: regions[0], account, practice };
}

/**
 * Looks for a client in all orgs that one is signed in to, by what is known of them; those whose clients nobody has read
 * lately are asked, with `anew` all of them. So is each practice org: what is rehearsed there changes its clients unseen.
 * The org that has it is the one that all else is about, or else the one of its region.
 */
export async function findClient(
  { orgClients }: ClientSources,
  sought: Sought,
  signal: AbortSignal,
  anew: boolean,
): Promise<FoundClient> {
  await orgClients.settled();
  const accounts = orgClients
    .practiceOrReal()
    .filter(({ practice }) => sought.practice === undefined || sought.practice === practice);
  if (accounts.length === 0) return nobodySignedIn(sought);
  const read = async () => {
    const due = accounts.filter(({ practice }) => anew || practice).map(({ account }) => account);
    const others = accounts.filter(({ account }) => !due.includes(account));
    await Promise.all([
      orgClients.refreshOf(due),
      ...others.map(async ({ account }) => await orgClients.wantOf(account)),
    ]);
    return { ok: true, value: undefined } as const;
  };
  const asked = sought.clientId === undefined ? undefined : await inTime(signal, read);
  const current = orgClients.current();
  const known = new Set(current.map(({ account }) => account));
  const places = accounts.map(({ account, orgName, region, practice }) => {
    const client = foundOf(current, account, sought.clientId)?.client;
    return { org: { account, name: orgName, region, practice }, isKnown: known.has(account), client };
  });
  const home = homeOf(places, sought);
  if (sought.clientId === undefined) return { org: home?.org, ...NOTHING_SOUGHT };
  const elsewhere = places.filter((each) => each !== home && each.isKnown);
  return {
    org: home?.org,
    client: home === undefined ? notAsked('signed-out') : clientIn(home),
    elsewhere: { kind: 'known', value: elsewhere.map(({ org, client }) => ({ org, client })) },
  };

  function clientIn({ org, client }: Place): Fact<OAuthClient | undefined> {
    const error = orgClients.failures().find((each) => each.org.account === org.account)?.error;
    const late = asked?.ok === false ? asked.error : undefined;
    const failed = late ?? error;
    // What was read before counts until it is known to be otherwise, but not where the person wants to know it anew.
    if (failed !== undefined && (anew || !known.has(org.account))) return untold(failed);
    return { kind: 'known', value: client };
  }
}

type Place = {
  readonly org: LookedIn;
  readonly isKnown: boolean;
  readonly client: OAuthClient | undefined;
};

const NOTHING_SOUGHT = {
  client: notAsked('nothing-to-ask-about'),
  elsewhere: notAsked('nothing-to-ask-about'),
};

function nobodySignedIn({ clientId }: Sought): FoundClient {
  if (clientId === undefined) return { org: undefined, ...NOTHING_SOUGHT };
  return { org: undefined, client: notAsked('signed-out'), elsewhere: notAsked('signed-out') };
}

/** The org that is meant; the only one, where nothing says which. A client that no org has is missing in the first of its region. */
function homeOf(places: readonly Place[], { account, region, clientId }: Sought): Place | undefined {
  const chosen = places.find(({ org }) => org.account === account);
  const here = places.filter(({ org }) => org.region === region);
  const holding = ({ client }: Place) => client !== undefined;
  const [only, another] = places;
  const alone = region === undefined && another === undefined ? only : undefined;
  const [first, second] = here;
  const ofRegion = clientId === undefined && second !== undefined ? undefined : first;
  return chosen ?? here.find(holding) ?? places.find(holding) ?? ofRegion ?? alone;
}
