import { distance } from 'fastest-levenshtein';
import { regions } from '../platform/regions.ts';
import { frameworkRedirectUris } from './frameworkClient.ts';

const MOST_ERRORS = 3;

/** The region (its domain) whose agents this page of the framework takes back after login; undefined for any other page. */
export function regionOfPage(uri: string): string | undefined {
  return regions.find(({ domain }) => frameworkRedirectUris(domain, true).includes(uri))?.domain;
}

/**
 * Which of these redirect URIs was most likely meant to be this page of the framework: the same but for scheme, case,
 * port, query, fragment, slashes or blanks at its end, or for a few typing errors. Matching is exact (rule E4), so with
 * it nobody can log in. The page of another region is no error.
 */
export function misspeltPage(uris: readonly string[], page: string): string | undefined {
  return uris.find((uri) => uri !== page && regionOfPage(uri) === undefined && isAlmost(uri, page));
}

function isAlmost(uri: string, page: string): boolean {
  const [some, other] = [loosely(uri), loosely(page)];
  return Math.abs(some.length - other.length) <= MOST_ERRORS && distance(some, other) <= MOST_ERRORS;
}

function loosely(uri: string): string {
  return uri
    .trim()
    .toLowerCase()
    .replace(/[?#].*$/, '')
    .replace(/^(?:https?:\/\/)?/, '')
    .replace(/^([^/]*):(?:443|80)(?=\/|$)/, '$1')
    .replace(/\/+$/, '');
}
