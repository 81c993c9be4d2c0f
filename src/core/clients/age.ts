import type { OAuthClient } from '../platform/oauthClients.ts';

const DAY_MILLISECONDS = 86_400_000;

/**
 * When a client was made (ISO 8601), where that is less than so many days ago: what it did not do in these days, it may yet
 * do. Undefined for an older one, and where the org does not tell its age.
 */
export function madeWithin(
  days: number,
  { dateCreated }: Pick<OAuthClient, 'dateCreated'>,
  now: Date,
): string | undefined {
  const age = now.getTime() - Date.parse(dateCreated ?? '');
  return age < days * DAY_MILLISECONDS ? dateCreated : undefined;
}
