import { distance } from 'fastest-levenshtein';
import { appsUrl, regions } from '../platform/regions.ts';
import { partnerAmong } from './frameworkNeeds.ts';

/** A registered redirect URI, and the page of the framework that it may be meant for. */
export type MistypedPage = { readonly from: string; readonly to: string };

/** Letters that are wrong in a word that was mistyped. */
const MOST_WRONG = 2;

/**
 * Of each missing page of a region, the registered redirect URI that may be this page mistyped: with http, under the host of
 * another region or one with a wrong letter, with a wrong letter in its path or with its end missing. None of `inUse`, and no
 * page of a partner. It is a guess, since any address may be a page of its own: whoever replaces it must be asked.
 */
export function mistypedPages(
  registered: readonly string[],
  missing: readonly string[],
  region: string,
  inUse: readonly string[],
): readonly MistypedPage[] {
  const open = registered.filter((uri) => !inUse.includes(uri) && !isOfPartner(uri));
  return missing.flatMap((to) => {
    const [nearest] = open
      .map((from) => ({ from, wrong: wrongIn(from, to, region) }))
      .filter(({ wrong }) => wrong <= MOST_WRONG)
      .sort((one, other) => one.wrong - other.wrong);
    if (nearest === undefined) return [];
    open.splice(open.indexOf(nearest.from), 1);
    return [{ from: nearest.from, to }];
  });
}

function isOfPartner(uri: string): boolean {
  return regions.some(({ domain }) => partnerAmong([uri], domain) !== undefined);
}

/** How many letters of it are wrong; more than `MOST_WRONG` where it is another address. */
function wrongIn(uri: string, page: string, region: string): number {
  const [, host = '', path = ''] =
    /^https?:\/\/([^/?#@:]+)(?::(?:80|443))?(\/[^?#]*)?$/i.exec(uri.trim()) ?? [];
  const own = hostOf(region);
  const isOfRegion = regions.some(({ domain }) => hostOf(domain) === host.toLowerCase());
  const inHost = isOfRegion ? 0 : distance(host.toLowerCase(), own);
  return inHost + inPath(path.toLowerCase().replace(/\/+$/, ''), page.slice(appsUrl(region).length));
}

function inPath(path: string, wanted: string): number {
  const isBeginning = path !== '' && wanted.toLowerCase().startsWith(`${path}/`);
  return isBeginning ? 1 : distance(path, wanted.toLowerCase());
}

function hostOf(domain: string): string {
  return new URL(appsUrl(domain)).host;
}
