/** The one source of time. Every rule about age, expiry and idling asks it, so a switch can move time. */
export type Clock = {
  /** Milliseconds since 1970, moved by `offsetMs`. */
  now(): number;
  /** How far the org's time runs ahead of (positive) or behind (negative) the computer's, in milliseconds. */
  offsetMs: number;
};

/** A clock over `source` (milliseconds since 1970; the computer's time by default), not moved yet. */
export function createClock(source: () => number = Date.now): Clock {
  return {
    offsetMs: 0,
    now() {
      return source() + this.offsetMs;
    },
  };
}
