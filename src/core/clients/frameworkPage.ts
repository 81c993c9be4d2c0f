import { withoutInvisible } from '../platform/invisible.ts';
import { appsUrl, regions } from '../platform/regions.ts';
import { withoutEnd } from '../platform/withoutEnd.ts';
import { frameworkRedirectUris, type PartnerPage } from './frameworkNeeds.ts';

/**
 * The region (its domain) whose agents this page of the framework, or else of this partner, takes back after login;
 * undefined for any other page.
 */
export function regionOfPage(uri: string, partner?: PartnerPage): string | undefined {
  return regions.find(({ domain }) =>
    [...frameworkRedirectUris(domain, true), ...frameworkRedirectUris(domain, true, partner)].includes(uri),
  )?.domain;
}

/**
 * The name of the only partner whose page stands among these redirect URIs, letter by letter, in place of the
 * framework's own page of the region (Genesys facts 12); undefined where there is none, or no telling which is meant.
 */
export function partnerAmong(uris: readonly string[], region: string): string | undefined {
  const own = frameworkRedirectUris(region, false);
  if (uris.some((uri) => own.some((page) => uri === page || isWrittenOtherwise(uri, page)))) return undefined;
  const names = uris.flatMap((uri) => {
    const name = BELOW_CRM.exec(uri)?.[1] ?? '';
    return isPageName(name) && frameworkRedirectUris(region, false, { name }).includes(uri) ? [name] : [];
  });
  const [name, ...others] = new Set(names);
  return others.length === 0 ? name : undefined;
}

/** The name, if it is the page of a partner, which only the whole address tells. */
const BELOW_CRM = /\/crm\/([^/]+)/;

/** Whether this is one segment of a path, which leads nowhere else and stands in an address as it is. */
export function isPageName(name: string): boolean {
  return /^(?!\.+$)[A-Za-z0-9._-]+$/.test(name);
}

/**
 * Whether a redirect URI is certainly this page, written in another way: with another case of scheme or host, the port
 * that https has anyway, slashes at its end, or blanks and invisible characters. Matching is exact (rule E4), so with it
 * nobody can log in. What differs in its path or has a query may be a page of its own, and is another address.
 */
export function isWrittenOtherwise(uri: string, page: string): boolean {
  return uri !== page && plain(uri) === page;
}

/** Whether a redirect URI leads to the host that has the framework's pages of this region. */
export function isOnAppsHost(uri: string, region: string): boolean {
  return `${plain(uri)}/`.startsWith(`${appsUrl(region)}/`);
}

function plain(uri: string): string {
  const shown = withoutInvisible(uri).trim();
  const [, host, path = ''] = /^https:\/\/([^/?#@:]+)(?::443)?(\/.*)?$/i.exec(shown) ?? [];
  return host === undefined ? shown : `https://${host.toLowerCase()}${withoutEnd(path, '/')}`;
}
