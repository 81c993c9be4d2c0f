/** What time it is, and waiting for another one. Tests put one of their own in its place. */
export type Clock = {
  now(): Date;
  /** Does this once so many milliseconds have passed, unless the function that is returned is called before. */
  after(milliseconds: number, work: () => void): () => void;
};

export const systemClock: Clock = {
  now: () => new Date(),
  after: (milliseconds, work) => {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Longest wait in milliseconds: a computer that sleeps counts nothing meanwhile, and its clock may be put forward. */
const LONGEST_WAIT = 5 * 60_000;

/** Rings once at a moment by the clock, also some minutes after a computer has slept over it, or at once when asked. */
export class Alarm {
  private stop = () => {};
  /** Milliseconds since 1970; undefined while none is wanted. */
  private at: number | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly ring: () => void,
  ) {}

  /** Rings at this moment (milliseconds since 1970) instead of the one before. */
  set(at: number): void {
    this.at = at;
    this.wait();
  }

  /** Rings where the moment has come. */
  check(): void {
    if (this.at === undefined) return;
    if (this.clock.now().getTime() < this.at) this.wait();
    else {
      this.dispose();
      this.ring();
    }
  }

  dispose(): void {
    this.stop();
    this.at = undefined;
  }

  private wait(): void {
    this.stop();
    const left = (this.at ?? 0) - this.clock.now().getTime();
    this.stop = this.clock.after(Math.min(Math.max(left, 0), LONGEST_WAIT), () => this.check());
  }
}
