import type { OrgFacts } from '../procedures/context.ts';

/** When the token of a session ends (ISO 8601), as far as the login host said so. */
type Ending = { readonly endsAt?: string | undefined };

/** What is known of an org, after the session it was read with may have been renewed: its token ends later then. */
export function afterRenewal<T extends OrgFacts>(org: T, before: Ending, now: Ending): T {
  // An end that is not the session's is that of the idle time, which comes sooner.
  return org.tokenEndsAt === before.endsAt ? { ...org, tokenEndsAt: now.endsAt } : org;
}
