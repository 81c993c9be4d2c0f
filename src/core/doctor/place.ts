import { readDomain } from '../platform/regionName.ts';
import type { FoundCause } from './answer.ts';
import type { Subject } from './subject.ts';

/**
 * What of the place of a framework.js only a person knows, where the answer turns on it: the page that agents log in at, or the
 * site that shows the framework. Nobody is asked where what is known decides.
 */
export function placeAsked(
  { cause, certainty, args }: Pick<FoundCause, 'cause' | 'certainty' | 'args'>,
  subject: Subject,
): 'login-page' | 'site' | undefined {
  if (subject.kind !== 'framework' || certainty === 'certain') return undefined;
  if (cause === 'partner-page' && subject.partner === undefined) return 'login-page';
  // Without the list, a site is nothing to hold against it.
  const isOpen = cause === 'embedding-not-allowed' && !('site' in args) && 'sites' in args;
  return isOpen ? 'site' : undefined;
}

/** The host of a site, as a person types it or as its address has it; undefined where there is none. */
export function siteIn(text: string): string | undefined {
  const typed = text.trim();
  const address = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
  return URL.canParse(address) ? readDomain(new URL(address).hostname) : undefined;
}
