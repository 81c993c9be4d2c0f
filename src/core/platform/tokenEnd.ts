/** When a token ends that was issued then (ISO 8601, UTC); undefined when nobody said how many seconds it lives. */
export function tokenEndsAt(issuedAt: Date, lifeSeconds: number): string;
export function tokenEndsAt(issuedAt: Date, lifeSeconds: number | undefined): string | undefined;
export function tokenEndsAt(issuedAt: Date, lifeSeconds: number | undefined): string | undefined {
  if (lifeSeconds === undefined) return undefined;
  return new Date(issuedAt.getTime() + lifeSeconds * 1000).toISOString();
}

/** Whole seconds until a moment (ISO 8601); none where it is over. */
export function secondsUntil(end: string, now: Date): number {
  return Math.max(0, Math.floor((new Date(end).getTime() - now.getTime()) / 1000));
}
