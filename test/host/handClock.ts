import type { Clock } from '../../src/host/watch/clock.ts';

/** A clock that stands until somebody turns it. */
export class HandClock implements Clock {
  private waiting: { readonly at: number; readonly work: () => void }[] = [];

  /** @param time milliseconds since 1970 */
  constructor(private time: number) {}

  now(): Date {
    return new Date(this.time);
  }

  after(milliseconds: number, work: () => void): () => void {
    const wait = { at: this.time + milliseconds, work };
    this.waiting.push(wait);
    return () => {
      this.waiting = this.waiting.filter((each) => each !== wait);
    };
  }

  /** Turns it on by so many milliseconds; what waits is done in its order. */
  turn(milliseconds: number): void {
    const until = this.time + milliseconds;
    for (let next = this.next(until); next !== undefined; next = this.next(until)) {
      this.time = Math.max(this.time, next.at);
      next.work();
    }
    this.time = until;
  }

  /** The computer sleeps so many milliseconds: its clock goes on, and nothing that waits is any nearer. */
  sleep(milliseconds: number): void {
    this.time += milliseconds;
    this.waiting = this.waiting.map(({ at, work }) => ({ at: at + milliseconds, work }));
  }

  /** How many wait. */
  get waits(): number {
    return this.waiting.length;
  }

  private next(until: number) {
    const [next] = this.waiting.filter(({ at }) => at <= until).sort((one, other) => one.at - other.at);
    this.waiting = this.waiting.filter((each) => each !== next);
    return next;
  }
}
