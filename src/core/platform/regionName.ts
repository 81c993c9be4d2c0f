import { remembered } from '../remembered.ts';
import { type Region, regionOf, regions } from './regions.ts';
import { inUsualWidth, isAscii, withoutEnd, withoutInvisible } from './text.ts';

/**
 * The five regions that are older than the pattern `{short name}.pure.cloud`: people derive host names for them that
 * do not exist (Genesys facts 3).
 */
const OLD_SHORT_NAMES = [
  ['use1', 'mypurecloud.com'],
  ['euw1', 'mypurecloud.ie'],
  ['euc1', 'mypurecloud.de'],
  ['apne1', 'mypurecloud.jp'],
  ['apse2', 'mypurecloud.com.au'],
] as const;

const AWS_NAMES = new Map<string, string>(regions.map(({ awsRegion, domain }) => [awsRegion, domain]));

/** Short name to domain, such as `usw2` to `usw2.pure.cloud`. */
const SHORT_NAMES = new Map<string, string>([
  ...OLD_SHORT_NAMES,
  ...regions
    .map(({ domain }) => domain)
    .filter((domain) => domain.endsWith('pure.cloud'))
    .map((domain): [string, string] => [domain.slice(0, domain.indexOf('.')), domain]),
]);

/**
 * What AWS calls the place of each region where it shows it to people; the name stands alone or beside the region's
 * (`Europe (Ireland) eu-west-1`).
 */
const AWS_PLACES: Record<Region['awsRegion'], readonly string[]> = {
  'us-east-1': ['US East (N. Virginia)'],
  'us-east-2': ['US East (Ohio)'],
  'us-west-2': ['US West (Oregon)'],
  'ca-central-1': ['Canada (Central)'],
  'sa-east-1': ['South America (São Paulo)'],
  'mx-central-1': ['Mexico (Central)'],
  'eu-west-1': ['Europe (Ireland)', 'EU (Ireland)'],
  'eu-west-2': ['Europe (London)', 'EU (London)'],
  'eu-central-1': ['Europe (Frankfurt)', 'EU (Frankfurt)'],
  'eu-central-2': ['Europe (Zurich)'],
  'me-central-1': ['Middle East (UAE)'],
  'eusc-de-east-1': ['AWS European Sovereign Cloud (Germany)'],
  'ap-south-1': ['Asia Pacific (Mumbai)'],
  'ap-northeast-1': ['Asia Pacific (Tokyo)'],
  'ap-northeast-2': ['Asia Pacific (Seoul)'],
  'ap-northeast-3': ['Asia Pacific (Osaka)'],
  'ap-southeast-1': ['Asia Pacific (Singapore)'],
  'ap-southeast-2': ['Asia Pacific (Sydney)'],
};

/** Characters; the address of a page has a host and some thousand more at most. */
const MOST_CHARACTERS = 10_000;

/** A host has 253 characters and the name of a place fewer, whatever they are typed in: what is longer names nothing. */
const MOST_CHARACTERS_OF_A_NAME = 1000;

const PLAIN_HOST = /^(?:[a-z0-9-]+\.)*[a-z][a-z0-9-]*$/;

/** What most names are: a host in which nothing is to be taken away or read in another way, which is quick to see. */
function isPlainHost(text: string): boolean {
  return text.length <= MOST_CHARACTERS_OF_A_NAME && PLAIN_HOST.test(text) && !text.includes('xn--');
}

/** What most addresses are, which is as quick to see: what stands around them, if anything does, is in their path. */
const ORDINARY_ADDRESS = /^https?:\/\/(?![^/]*xn--)((?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*)\/[!-~]*$/;

/** The words of a place to the domain there. */
const placesOf = remembered(
  (all: readonly Region[]) =>
    new Map<string, string>(
      all.flatMap(({ domain, awsRegion }) =>
        AWS_PLACES[awsRegion]
          .flatMap((place) => [place, `${place} ${awsRegion}`, `${awsRegion} ${place}`])
          .map((place): [string, string] => [wordsOf(place), domain]),
      ),
    ),
);

const QUOTES = '\\s"\'`“”‘’«»「」『』()\\[\\]{}<>';
const PUNCTUATION = ',;:!?.。、';

/** The second half begins at the beginning of a run only: whoever wrote the text chooses how long its runs are. */
const SURROUNDINGS = new RegExp(
  `^[${QUOTES}]+|(?<![${QUOTES}${PUNCTUATION}])[${QUOTES}${PUNCTUATION}]+$`,
  'g',
);

/** What a page, a stream or a host is written with before its name. */
const SCHEME = /^(?:(?:(?:https?|wss?):)?\/\/)+/i;

/** `mypurecloud.com` has two, `mypurecloud.com.au` and `euw2.pure.cloud` have three. */
const LABELS_OF_A_DOMAIN = [3, 2];
const LAST_LABELS: ReadonlySet<string> = new Set(regions.map(({ domain }) => lastLabels(domain)));

/** A label of a host name (RFC 1123); the last one begins with a letter, so that an IP address is none. */
const DOMAIN = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The official domain that a text certainly means: by itself, by the AWS name with `-`, `_` or blanks, by what AWS calls
 * the place, by the short name, by either of these before `.pure.cloud`, by any host of it, or by the address of any of
 * its pages; in letters of full width, too, and with quotes, punctuation or invisible characters around it. Undefined for
 * everything else, also where a text names two regions. Never throws.
 */
export function readRegionName(text: string): string | undefined {
  return certainRegion(nameIn(text));
}

/** What a text is as a name: without what stands around it, and the host that it is or has. */
export type Name = { readonly plain: string; readonly host: Host | undefined };

/** A host, and the domain at its end with the labels before it, if Genesys Cloud has one there or people derive it. */
export type Host = { readonly name: string; readonly end: OfficialEnd | undefined };
type OfficialEnd = { readonly domain: string; readonly before: readonly string[] };

/** Reads a text as a name. */
export function nameIn(text: string): Name {
  const plain = plainText(text);
  const name = ORDINARY_ADDRESS.exec(plain)?.[1] ?? hostOf(plain);
  return { plain, host: name === undefined ? undefined : { name, end: officialEnd(name) } };
}

/** The region that a name certainly means (`readRegionName`). */
export function certainRegion({ plain, host }: Name): string | undefined {
  return placeIn(plain) ?? (host === undefined ? undefined : onlyRegion(plain, host));
}

function placeIn(text: string): string | undefined {
  return text.length > MOST_CHARACTERS_OF_A_NAME ? undefined : placesOf(regions).get(wordsOf(text));
}

/** That of the host, unless the rest of the text names another one, or the whole is the address of a mailbox. */
function onlyRegion(text: string, host: Host): string | undefined {
  const region = regionOfHost(host);
  if (text === host.name) return region;
  const words = text.toLowerCase().match(/[a-z0-9.-]+/g) ?? [];
  const isOther = (word: string) => {
    if (word === host.name) return false;
    const meant = named(word) ?? officialEnd(word)?.domain;
    return meant !== undefined && meant !== region;
  };
  return text.includes('@') || words.some(isOther) ? undefined : region;
}

/** Where the labels before the domain name another region, nobody knows which one is meant. */
function regionOfHost({ name, end }: Host): string | undefined {
  const { domain = named(name), before } = end ?? { before: [] };
  const others = before.map(named).filter((other) => other !== undefined && other !== domain);
  return others.length === 0 ? domain : undefined;
}

function officialEnd(host: string): OfficialEnd | undefined {
  // Most are of other companies, which is quicker to see than to part them.
  if (!LAST_LABELS.has(lastLabels(host))) return undefined;
  const labels = host.split('.');
  for (const count of LABELS_OF_A_DOMAIN) {
    const domain = domainOf(labels.slice(-count));
    if (domain !== undefined) return { domain, before: labels.slice(0, -count) };
  }
  return undefined;
}

/** The last two labels of a host. */
function lastLabels(host: string): string {
  return host.slice(host.lastIndexOf('.', host.lastIndexOf('.') - 1) + 1);
}

function domainOf(labels: readonly string[]): string | undefined {
  const [first = '', ...rest] = labels;
  const domain = labels.join('.');
  return regionOf(domain)?.domain ?? (rest.join('.') === 'pure.cloud' ? named(first) : undefined);
}

/** The domain that an AWS name or a short name stands for. */
export function named(name: string): string | undefined {
  const awsName = name.replaceAll('_', '-');
  return AWS_NAMES.get(awsName) ?? SHORT_NAMES.get(name);
}

/** A domain of a company's own as a person typed it, in lower case; undefined for anything but a plain host name. */
export function readDomain(text: string): string | undefined {
  const domain = withoutInvisible(inUsualWidth(text)).trim().toLowerCase();
  return DOMAIN.test(domain) ? domain : undefined;
}

/** In letters of usual width (NFKC), without what nobody sees and what stands around it; nothing of what is too long. */
function plainText(text: string): string {
  if (text.length > MOST_CHARACTERS) return '';
  if (isPlainHost(text) || ORDINARY_ADDRESS.test(text)) return text;
  return withoutInvisible(inUsualWidth(text)).replace(SURROUNDINGS, '');
}

/** The words of a name, however they are accented and parted. */
function wordsOf(name: string): string {
  const plain = (isAscii(name) ? name : name.normalize('NFKD').replace(/[\u0300-\u036f]/g, '')).toLowerCase();
  // Most names are Latin letters now, and what is said of all scripts takes long to make ready.
  if (isAscii(plain)) return plain.replace(/[^a-z0-9]+/g, ' ').trim();
  return plain
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The host of an address, with its scheme or without, in lower case. */
function hostOf(text: string): string | undefined {
  if (isPlainHost(text)) return text;
  const rest = text.replace(SCHEME, '').replace(/\s+/g, '-');
  const [authority = ''] = /^[^/\\?#]*/.exec(rest) ?? [];
  if (authority.length > MOST_CHARACTERS_OF_A_NAME) return undefined;
  const address = `https://${rest}`;
  return URL.canParse(address) ? withoutEnd(new URL(address).hostname.replace(/^\.+/, ''), '.') : undefined;
}
