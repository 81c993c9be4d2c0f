/** A token that is about to end is worth a warning this long before, at most: 30 days, in seconds. */
const LONGEST_WARNING_SECONDS = 2_592_000;

/** `expiring`: within 30 days or the last tenth of its life, whichever is less. */
export type TokenStanding = 'alive' | 'expiring' | 'expired';

/**
 * How a token stands now (procedure rule S6); a life in seconds that is not known counts as a long one. A date
 * that is none says nothing, so it counts as `alive`.
 */
export function tokenStanding(endsAt: Date, lifeSeconds: number | undefined, now: Date): TokenStanding {
  const leftSeconds = (endsAt.getTime() - now.getTime()) / 1000;
  if (leftSeconds <= 0) return 'expired';
  const warningSeconds = Math.min(LONGEST_WARNING_SECONDS, (lifeSeconds ?? Number.POSITIVE_INFINITY) / 10);
  return leftSeconds <= warningSeconds ? 'expiring' : 'alive';
}
