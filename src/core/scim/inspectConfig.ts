import type { Node } from 'jsonc-parser';
import type { NamedClient } from '../clients/whereabouts.ts';
import { diagnostics, type ScimCode } from '../findings/catalogue.ts';
import type { Severity } from '../findings/entry.ts';
import { type Finding, findingBuilder } from '../findings/finding.ts';
import { type Place, placer } from '../framework/places.ts';
import { readRegionName } from '../platform/regionName.ts';
import { shownText } from '../platform/secretShape.ts';
import type { ScimFit } from '../procedures/context.ts';
import { rememberingAll } from '../remembered.ts';
import { type Home, type Reckoning, standingOf } from '../watch/standing.ts';
import { isOfPracticeOrg, readMoment, readRegion } from './connections.ts';
import { connectionNodes, numberProperty, propertyValue, readJson, stringProperty } from './jsonDocument.ts';
import { findPlainTextSecrets } from './plainTextSecrets.ts';
import { type PracticeStanding, staleAddresses } from './practiceAddresses.ts';

/** One thing that is worth knowing about a SCIM config file. */
export type ScimFinding = Finding<ScimCode, Place, never>;

/** What the org says about a client. */
export type ScimClientFacts = {
  readonly accessTokenValiditySeconds: number;
  /** Whether it is the practice org. */
  readonly practice?: boolean;
  readonly roles: readonly { readonly id: string; readonly name: string; readonly fit: ScimFit }[];
};

type Seen = Pick<ScimFinding, 'code' | 'args'> & {
  readonly at: Pick<Node, 'offset' | 'length'>;
  /** Where it is another one than is usual of the code. */
  readonly severity?: Severity;
};

/** So many connections are looked at one by one, and so many secrets named: more than any file has that somebody wrote. */
export const MOST_NAMED = 50;

const finding = findingBuilder<ScimCode, Place, never>(diagnostics);

/**
 * Everything worth knowing about a SCIM config file, in the order of the text (procedure rules S2, S4 and S6). Sound or
 * not, the text is never refused: what cannot be read is not reported. `factsOf` tells what is known of a client; what needs
 * that is silent about one of which nothing is. `practiceOrgs` are those of this computer, by region. `reckon` says by which clock, and how early, it is said that a token ends.
 */
export function inspectScimConfig(
  text: string,
  reckon: (home: Home) => Reckoning,
  factsOf: (named: NamedClient) => ScimClientFacts | undefined = () => undefined,
  practiceOrgs: ReadonlyMap<string, PracticeStanding> = new Map(),
): ScimFinding[] {
  const reading = readJson(text);
  const { root, errorOffset = 0, isLeftAlone } = reading;
  // What says nothing is not asked five times.
  const elements = connectionNodes(root).filter(
    ({ children }) => children !== undefined && children.length > 0,
  );
  const secrets = findPlainTextSecrets(reading);
  const regionIn = rememberingAll(readRegionName);
  const seen: Seen[] = [
    ...secrets.slice(0, MOST_NAMED).map((at): Seen => ({ code: 'plain-text-secret', args: {}, at })),
    ...leftOut(secrets, 'named'),
    ...elements.slice(0, MOST_NAMED).flatMap((node) => {
      const connection = readConnection(node, regionIn);
      const { clientId, region, practice } = connection;
      const client = clientId === undefined ? undefined : factsOf({ region, clientId, practice });
      return [
        ...ofPractice(connection, practiceOrgs),
        ...otherRegion(connection, regionIn),
        ...tokenEnd(connection, client, reckon),
        ...(client === undefined ? [] : againstOrg(node, client)),
      ];
    }),
    ...leftOut(elements, 'checked'),
    ...(isLeftAlone ? [unread(errorOffset)] : []),
  ];
  const place = placer(text);
  return seen
    .map(({ at: { offset, length }, code, args, severity }) =>
      finding(code, place({ start: offset, end: offset + length }), args, severity && { severity }),
    )
    .sort((one, other) => one.place.start - other.place.start);
}

/** A look takes time with the text, not with what could be said of it: one finding says how many are left out. */
function leftOut(all: readonly Seen['at'][], how: 'checked' | 'named'): Seen[] {
  const next = all[MOST_NAMED];
  if (next === undefined) return [];
  const args = { [how]: MOST_NAMED, more: all.length - MOST_NAMED };
  return [{ code: 'rest-not-checked', args, at: next }];
}

/** The same of a file that nobody can have written, from where it stops being JSON. */
function unread(offset: number): Seen {
  return { code: 'rest-not-checked', args: { unread: 'yes' }, at: { offset, length: 1 } };
}

/** A connection, and what several questions about it begin with. */
type Connection = {
  readonly node: Node;
  readonly clientId: string | undefined;
  /** The one that is certainly meant. */
  readonly home: string | undefined;
  /** That one, or else what is written. */
  readonly region: string;
  readonly practice: boolean;
};

function readConnection(node: Node, regionIn: typeof readRegionName): Connection {
  const written = stringProperty(node, 'region') ?? '';
  return {
    node,
    clientId: stringProperty(node, 'clientId'),
    home: regionIn(written),
    region: readRegion(written, regionIn),
    practice: isOfPracticeOrg(node),
  };
}

/** What is of the practice org says so, and whether it leads there: its addresses end with it. */
function ofPractice(
  { node, region, practice }: Connection,
  practiceOrgs: ReadonlyMap<string, PracticeStanding>,
): Seen[] {
  const at = practice ? propertyValue(node, 'practice') : undefined;
  if (at === undefined) return [];
  const practiceOrg = practiceOrgs.get(region) ?? { kind: 'unknown' };
  if (practiceOrg.kind !== 'running')
    return [
      {
        code: 'practice-connection',
        args: practiceOrg.kind === 'stopped' ? { standing: 'stopped' } : {},
        at,
      },
    ];
  const args = { address: practiceOrg.baseUrl };
  const stale = staleAddresses(node, practiceOrg.baseUrl);
  return [
    { code: 'practice-connection', args: {}, at },
    ...stale.map(({ at }): Seen => ({ code: 'practice-address-stale', args, at })),
  ];
}

/** Only what is known to be of a region is compared: a gateway has addresses of its own, an org may have a domain. */
function otherRegion({ node, home: region }: Connection, regionIn: typeof readRegionName): Seen[] {
  if (region === undefined) return [];
  return ['scimBaseUrl', 'authorizationUrl', 'tokenUrl'].flatMap((name): Seen[] => {
    const at = propertyValue(node, name);
    const home = typeof at?.value === 'string' ? regionIn(at.value) : undefined;
    const isOther = at !== undefined && home !== undefined && home !== region;
    return isOther ? [{ code: 'address-of-other-region', args: { region, home }, at }] : [];
  });
}

function tokenEnd(
  { node, region, practice }: Connection,
  client: ScimClientFacts | undefined,
  reckon: (home: Home) => Reckoning,
): Seen[] {
  const at = propertyValue(node, 'tokenEndsAt');
  if (at === undefined) return [];
  const endsAt = readMoment(typeof at.value === 'string' ? at.value : undefined);
  const provider = () => shownText(stringProperty(node, 'provider') ?? '');
  if (endsAt === undefined) return [{ code: 'token-end-unreadable', args: { provider: provider() }, at }];
  const reckoning = reckon({ region, practice: client?.practice ?? practice });
  const standing = standingOf(endsAt, numberProperty(node, 'tokenDurationSeconds'), reckoning);
  if (standing === 'alive') return [];
  const code = CODE_OF_STANDING[standing];
  // Not as it is written, because JavaScript reads a moment with any words in parentheses behind it.
  const moment = endsAt.toISOString();
  // Nobody waits for a token of the practice org.
  if (practice) return [{ code, args: { practice: 'yes', moment }, at, severity: 'information' }];
  return [{ code, args: { provider: provider(), moment }, at }];
}

const CODE_OF_STANDING = { expiring: 'token-expiring', expired: 'token-expired' } as const;

function againstOrg(connection: Node, client: ScimClientFacts): Seen[] {
  const seen: Seen[] = [];

  const duration = propertyValue(connection, 'tokenDurationSeconds');
  const written = numberProperty(connection, 'tokenDurationSeconds');
  const actual = client.accessTokenValiditySeconds;
  if (duration !== undefined && written !== undefined && written !== actual) {
    seen.push({ code: 'duration-reset', args: { written, lasts: actual }, at: duration });
  }

  const role = propertyValue(connection, 'role');
  const roleId = role && stringProperty(role, 'id');
  if (role === undefined || roleId === undefined) return seen;
  const others = client.roles.filter(({ id, fit }) => isOther(fit, id === roleId)).map(({ name }) => name);
  if (others.length > 0) seen.push({ code: 'extra-role', args: { roles: others }, at: role });
  for (const { name, fit } of client.roles) {
    if (fit.kind !== 'altered') continue;
    const { added, taken } = fit;
    seen.push({ code: 'altered-role', args: { role: name, added, taken }, at: role });
  }
  return seen;
}

/** Where the org does not tell, the role that the file names is taken for the right one. */
function isOther(fit: ScimFit, isInFile: boolean): boolean {
  switch (fit.kind) {
    case 'fits':
    case 'altered':
      return false;
    case 'other':
      return true;
    case 'unchecked':
      return !fit.isLikely && !isInFile;
  }
}
