import type { Home } from '../watch/standing.ts';
import type { Exchange } from './request.ts';

type Told = Pick<Exchange, 'hostTime' | 'milliseconds'>;

/** By how many seconds this computer's clock is ahead of an org's, as its answers tell. */
export class OrgClock {
  private best: { readonly ahead: number; readonly milliseconds: number } | undefined;

  /** Less than nothing where it is behind; undefined while no answer has told. */
  get ahead(): number | undefined {
    return this.best?.ahead;
  }

  /** An answer came at `now`; the one that was quickest tells the most exactly. */
  take({ hostTime, milliseconds }: Told, now: number): void {
    if (hostTime === undefined || (this.best !== undefined && this.best.milliseconds <= milliseconds)) return;
    // The host leaves out the rest of its second.
    const host = hostTime + 500;
    this.best = { ahead: Math.round((now - milliseconds / 2 - host) / 1000), milliseconds };
  }
}

/** Seconds that clocks may differ without anybody counting by another one. */
const NOTICED_SECONDS = 300;

/** Milliseconds after which every request has ended: this computer has slept, or its clock was set meanwhile. */
const LONGEST_ANSWER = 60_000;

/** By how much this computer's clock is ahead of those of the orgs, as their latest answers tell. */
export class OrgClocks {
  private readonly seconds = new Map<string, number>();

  /** Seconds, less than nothing where it is behind; 0 where nobody has told, or the difference is not worth a word. */
  aheadOf(of: Home): number {
    return this.seconds.get(keyOf(of)) ?? 0;
  }

  /** An answer came at `now`. Whether days are counted otherwise from now on. */
  take(of: Home, exchange: Told, now: number): boolean {
    if (exchange.milliseconds < 0 || exchange.milliseconds > LONGEST_ANSWER) return false;
    const clock = new OrgClock();
    clock.take(exchange, now);
    if (clock.ahead === undefined) return false;
    const before = this.aheadOf(of);
    const ahead = Math.abs(clock.ahead) < NOTICED_SECONDS ? 0 : clock.ahead;
    // What differs by less than a minute is how long the answer was on its way.
    if (Math.abs(ahead - before) < 60) return false;
    this.seconds.set(keyOf(of), ahead);
    return true;
  }
}

/** All regions of Genesys Cloud have one time, each practice org may have its own. */
function keyOf({ region, practice }: Home): string {
  return practice ? region : '';
}
