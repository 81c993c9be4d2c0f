/**
 * When a token ends that was issued then (ISO 8601, UTC); undefined when nobody said how many seconds it lives, or a
 * number that leads to no day.
 */
export function tokenEndsAt(issuedAt: Date, lifeSeconds: number | undefined): string | undefined {
  const end = new Date(issuedAt.getTime() + (lifeSeconds ?? Number.NaN) * 1000);
  return Number.isNaN(end.getTime()) ? undefined : end.toISOString();
}

/** Whole seconds until a moment (ISO 8601); none where it is over. */
export function secondsUntil(end: string, now: Date): number {
  return Math.max(0, Math.floor((new Date(end).getTime() - now.getTime()) / 1000));
}
