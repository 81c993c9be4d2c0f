import type { PlatformError } from './errors.ts';

/** Why a request was ended before its answer was there. */
type Ended = Extract<PlatformError, { kind: 'cancelled' | 'timeout' }>;

/**
 * What may end a request: the person who cancels it, or its time limit in seconds. After `over` nothing does: the rest of
 * an answer that nobody reads would fail then, and nobody would hear of it.
 */
export class TimeLimit {
  private readonly controller = new AbortController();
  private readonly timer: ReturnType<typeof setTimeout>;
  private readonly end = () => this.controller.abort();

  constructor(
    private readonly seconds: number,
    private readonly cancelled?: AbortSignal,
  ) {
    this.timer = setTimeout(this.end, seconds * 1000);
    if (cancelled?.aborted) this.end();
    else cancelled?.addEventListener('abort', this.end);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Why the request was ended; undefined as long as it was not. */
  get ended(): Ended | undefined {
    if (!this.signal.aborted) return undefined;
    return this.cancelled?.aborted ? { kind: 'cancelled' } : { kind: 'timeout', seconds: this.seconds };
  }

  /** The request is through, one way or the other. */
  over(): void {
    clearTimeout(this.timer);
    this.cancelled?.removeEventListener('abort', this.end);
  }
}
