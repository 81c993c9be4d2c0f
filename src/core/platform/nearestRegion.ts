import { distance } from 'fastest-levenshtein';
import { certainRegion, type Host, type Name, named, nameIn } from './regionName.ts';
import { regions } from './regions.ts';

const MOST_ERRORS = 2;
/** Of the domain and what stands before it; `login.euw2.pure.cloud` has four. */
const MOST_LABELS = 6;

/** Hosts that each region has: the name of none. */
const OF_EVERY_REGION = /^(?:api|apps|login)\./;

/**
 * The official domain that was most likely meant where none is certain: one or two typing errors away, that of the same
 * country, the AWS name without its hyphens, or the region that a host of another one is named after. Undefined when
 * there is none, or several are as near. For asking back, never for deciding: a domain of a company's own is a right
 * answer, too.
 */
export function nearestRegion(typed: string): string | undefined {
  const name = nameIn(typed);
  return certainRegion(name) === undefined ? likelyRegion(name) : undefined;
}

/** The region that a text certainly means, or else the nearest one. */
export function meantRegion(text: string): string | undefined {
  const name = nameIn(text);
  return certainRegion(name) ?? likelyRegion(name);
}

function likelyRegion({ host }: Name): string | undefined {
  if (host === undefined) return undefined;
  const before = namedBefore(host);
  if (before.length > 0) return before.length === 1 ? before[0] : undefined;
  const known = namedWithoutHyphens(host.name);
  if (known !== undefined || !PARTS_OF_DOMAINS.test(host.name)) return known;
  const ends = endsOf(host.name);
  return firstOf(ends, sameCountry) ?? firstOf(ends, similarRegion);
}

/** `eu-west-1.mypurecloud.com` names two regions; whoever wrote it most likely put the name that they know before it. */
function namedBefore({ end }: Host): readonly string[] {
  return end === undefined
    ? []
    : [...new Set(end.before.map(named).filter((domain) => domain !== undefined))];
}

const WITHOUT_HYPHENS = new Map<string, string>(
  regions.map(({ awsRegion, domain }) => [awsRegion.replaceAll('-', ''), domain]),
);

function namedWithoutHyphens(host: string): string | undefined {
  return WITHOUT_HYPHENS.get(host.replace(/[-_.]/g, ''));
}

/** The domains that a host may be of: without more and more of its labels, as long as there are two. */
function endsOf(host: string): readonly string[] {
  const labels = host.split('.').slice(-MOST_LABELS);
  const ends = labels.slice(0, -1).map((_, first) => labels.slice(first).join('.'));
  return ends.filter((domain) => !OF_EVERY_REGION.test(domain));
}

function firstOf(
  domains: readonly string[],
  find: (domain: string) => string | undefined,
): string | undefined {
  for (const domain of domains) {
    const found = find(domain);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `mypurecloud.au` and `mypurecloud.co.jp`: the ending is guessed from how the country's domains mostly end. */
function sameCountry(domain: string): string | undefined {
  const [, country] = /^mypurecloud\.(?:com?\.)?([a-z]{2})$/.exec(domain) ?? [];
  if (country === undefined) return undefined;
  return regions.find(
    (region) => region.domain.startsWith('mypurecloud.') && region.domain.endsWith(`.${country}`),
  )?.domain;
}

/** One part of a domain more than typing errors: one of them is as it was, and what has none is nothing to compare. */
const PARTS_OF_DOMAINS = new RegExp(
  [...new Set(regions.flatMap(({ domain }) => partsOf(domain)))]
    .map((part) => part.replaceAll('.', '\\.'))
    .join('|'),
);

function partsOf(domain: string): readonly string[] {
  const length = Math.ceil(domain.length / (MOST_ERRORS + 1));
  return Array.from({ length: MOST_ERRORS + 1 }, (_, index) =>
    domain.slice(index * length, (index + 1) * length),
  );
}

function similarRegion(domain: string): string | undefined {
  if (!PARTS_OF_DOMAINS.test(domain)) return undefined;
  let least = MOST_ERRORS + 1;
  let nearest: string | undefined;
  for (const region of regions) {
    if (Math.abs(region.domain.length - domain.length) > MOST_ERRORS) continue;
    const errors = distance(domain, region.domain);
    if (errors > MOST_ERRORS || errors > least) continue;
    nearest = errors === least ? undefined : region.domain;
    least = errors;
  }
  return nearest;
}
