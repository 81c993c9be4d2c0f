import { distance } from 'fastest-levenshtein';
import { regions } from './regions.ts';

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

/** Short name to domain, such as `usw2` to `usw2.pure.cloud`. */
const SHORT_NAMES = new Map<string, string>([
  ...OLD_SHORT_NAMES,
  ...regions
    .map(({ domain }) => domain)
    .filter((domain) => domain.endsWith('pure.cloud'))
    .map((domain): [string, string] => [domain.slice(0, domain.indexOf('.')), domain]),
]);

/** The second half begins at the beginning of a run only: whoever wrote the text chooses how long its runs are. */
const SURROUNDINGS = /^[\s"'`<]+|(?<![\s"'`>])[\s"'`>]+$/g;

/** A label of a host name (RFC 1123); the last one begins with a letter, so that an IP address is none. */
const DOMAIN = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The official domain that people mean: by itself, by its AWS name with `-`, `_` or blanks, by its short name, by any
 * host of it, or by the address of any of its pages. Undefined for everything else.
 */
export function readRegionName(text: string): string | undefined {
  const name = hostOf(text.replace(SURROUNDINGS, '').replace(/\s+/g, '-'));
  if (name === undefined) return undefined;
  const awsName = name.replaceAll('_', '-');
  const region = regions.find(
    ({ domain, awsRegion }) => awsName === awsRegion || name === domain || name.endsWith(`.${domain}`),
  );
  return region?.domain ?? SHORT_NAMES.get(shortNameIn(name));
}

const MOST_ERRORS = 2;

/**
 * The official domain that a domain was most likely meant to be: one or two typing errors away, or that of the same
 * country. Undefined when there is none, or several are as near. For asking back, never for deciding: a domain of a
 * company's own is a right answer, too.
 */
export function nearestRegion(typed: string): string | undefined {
  const domain = readDomain(typed);
  if (domain === undefined || regions.some((region) => region.domain === domain)) return undefined;
  return sameCountry(domain) ?? similarRegion(domain);
}

/** `mypurecloud.au` and `mypurecloud.co.jp`: the ending is guessed from how the country's domains mostly end. */
function sameCountry(domain: string): string | undefined {
  const [, country] = /^mypurecloud\.(?:com?\.)?([a-z]{2})$/.exec(domain) ?? [];
  return regions.find(
    (region) => region.domain.startsWith('mypurecloud.') && region.domain.endsWith(`.${country}`),
  )?.domain;
}

function similarRegion(domain: string): string | undefined {
  const [nearest, next] = regions
    .filter((region) => Math.abs(region.domain.length - domain.length) <= MOST_ERRORS)
    .map((region) => ({ domain: region.domain, errors: distance(domain, region.domain) }))
    .filter(({ errors }) => errors <= MOST_ERRORS)
    .sort((a, b) => a.errors - b.errors);
  return nearest?.errors === next?.errors ? undefined : nearest?.domain;
}

/** A domain of a company's own as a person typed it, in lower case; undefined for anything but a plain host name. */
export function readDomain(text: string): string | undefined {
  const domain = text.trim().toLowerCase();
  return DOMAIN.test(domain) ? domain : undefined;
}

/** The host of an address, with its scheme or without. */
function hostOf(text: string): string | undefined {
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  return URL.canParse(address) ? new URL(address).hostname.replace(/\.+$/, '') : undefined;
}

/** `usw2` for itself and for `usw2.pure.cloud`, whatever stands before that. */
function shortNameIn(name: string): string {
  return /(?:^|\.)([^.]+)\.pure\.cloud$/.exec(name)?.[1] ?? name;
}
