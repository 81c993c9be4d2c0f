import { withoutInvisible } from '../platform/invisible.ts';
import { appsUrl, regions } from '../platform/regions.ts';
import { withoutEnd } from '../platform/withoutEnd.ts';
import { frameworkRedirectUris } from './frameworkNeeds.ts';

/** The region (its domain) whose agents this page of the framework takes back after login; undefined for any other page. */
export function regionOfPage(uri: string): string | undefined {
  return regions.find(({ domain }) => frameworkRedirectUris(domain, true).includes(uri))?.domain;
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
