import type { PlatformError, Result } from './errors.ts';

/** Why a request was ended before its answer was there. */
type Ended = Extract<PlatformError, { kind: 'cancelled' | 'timeout' }>;

/** Waits so long, or until the signal aborts. */
export async function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) return;
  await new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener('abort', end);
  });
}

/**
 * What may end a request: the person who cancels it, or its time limit in seconds. After `over` nothing does: the rest of
 * an answer that nobody reads would fail then, and nobody would hear of it.
 */
export class TimeLimit {
  private readonly controller = new AbortController();
  private readonly timer: ReturnType<typeof setTimeout>;
  private readonly whenEnded: Promise<Ended>;
  private readonly end = () => this.controller.abort();

  constructor(
    private readonly seconds: number,
    private readonly cancelled?: AbortSignal,
  ) {
    this.whenEnded = new Promise((resolve) => {
      this.signal.addEventListener('abort', () => resolve(this.reason()));
    });
    this.timer = setTimeout(this.end, seconds * 1000);
    if (cancelled?.aborted) this.end();
    else cancelled?.addEventListener('abort', this.end);
  }

  /** Aborts when the limit ends. What is told by it may not hear of it: chains of signals are collected as garbage. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Why the request was ended; undefined as long as it was not. */
  get ended(): Ended | undefined {
    return this.signal.aborted ? this.reason() : undefined;
  }

  /** What the work comes to, or why it was ended before; it waits for the work no longer than the limit lasts. */
  async race<T>(work: Promise<Result<T>>): Promise<Result<T>> {
    return await Promise.race([work, this.whenEnded.then((error) => ({ ok: false, error }) as const)]);
  }

  /** Waits so long, or until the limit ends. */
  async pause(milliseconds: number): Promise<void> {
    await pause(milliseconds, this.signal);
  }

  /** The request is through, one way or the other. */
  over(): void {
    clearTimeout(this.timer);
    this.cancelled?.removeEventListener('abort', this.end);
  }

  private reason(): Ended {
    return this.cancelled?.aborted ? { kind: 'cancelled' } : { kind: 'timeout', seconds: this.seconds };
  }
}
