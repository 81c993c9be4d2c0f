/** By which clock, and how early, it is said that something ends. */
export type Reckoning = { readonly now: Date; readonly soonDays: number };

/** The same by the clock that counts, of which this computer's is so far ahead. */
export function reckoningAt(
  now: Date,
  { soonDays, aheadSeconds }: { readonly soonDays: number; readonly aheadSeconds: number },
): Reckoning {
  return { now: new Date(now.getTime() - aheadSeconds * 1000), soonDays };
}

/** Where something is, by which it is known whose clock counts. */
export type Home = { readonly region: string; readonly practice: boolean };

/** So many days before its end something ends soon, unless the person says otherwise, who may say from 1 to 365. */
export const SOON_DAYS = { usual: 30, least: 1, most: 365 } as const;

/** `expiring`: it ends soon. */
export type Standing = 'alive' | 'expiring' | 'expired';

const DAY_SECONDS = 86_400;

/** Days from which on a life is long; of a shorter one, the warning is as much shorter. */
const LONG_LIFE_DAYS = 300;

/**
 * So many seconds before its end something ends soon: the days that the person says, as much less as its life is short (with
 * 30 days, the last tenth of it), and never more than half of its life. What is no life, as a file may say, is not known.
 */
export function secondsOfWarning(lifeSeconds: number | undefined, soonDays: number): number {
  const life = lifeSeconds !== undefined && lifeSeconds > 0 ? lifeSeconds : Number.POSITIVE_INFINITY;
  const share = Math.min(soonDays / LONG_LIFE_DAYS, 1 / 2);
  return Math.min(soonDays * DAY_SECONDS, life * share);
}

/**
 * How what ends then stands now (procedure rule S6): the one meaning of "soon", whoever says it. A life in seconds that is
 * not known counts as a long one. A date that is none says nothing, so it counts as `alive`.
 */
export function standingOf(
  endsAt: Date,
  lifeSeconds: number | undefined,
  { now, soonDays }: Reckoning,
): Standing {
  const leftSeconds = (endsAt.getTime() - now.getTime()) / 1000;
  if (leftSeconds <= 0) return 'expired';
  return leftSeconds <= secondsOfWarning(lifeSeconds, soonDays) ? 'expiring' : 'alive';
}

/** Milliseconds until that stands otherwise; undefined where it never will. */
export function millisecondsToTurn(
  endsAt: Date,
  lifeSeconds: number | undefined,
  { now, soonDays }: Reckoning,
): number | undefined {
  const left = endsAt.getTime() - now.getTime();
  const untilSoon = left - secondsOfWarning(lifeSeconds, soonDays) * 1000;
  return [untilSoon, left].find((milliseconds) => milliseconds > 0);
}
