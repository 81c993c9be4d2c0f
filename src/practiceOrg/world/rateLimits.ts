const WINDOW = 60_000;

/** How many calls each token has made in the minute that began with its first one. */
export class RateLimits {
  #windows = new Map<string, { startsAt: number; calls: number }>();

  /** Counts a call at `now` (milliseconds); 0: it may pass, else how many seconds to wait. */
  take(token: string, now: number, callsPerMinute: number): number {
    const open = this.#windows.get(token);
    const window = open && now - open.startsAt < WINDOW ? open : { startsAt: now, calls: 0 };
    this.#windows.set(token, window);
    if (window.calls >= callsPerMinute) return Math.ceil((window.startsAt + WINDOW - now) / 1000);
    window.calls += 1;
    return 0;
  }

  clear(): void {
    this.#windows.clear();
  }
}
