import type { PlatformError, Result } from '../../platform/errors.ts';
import { TimeLimit } from '../../platform/timeLimit.ts';
import type { Fact, NotAskedBecause } from '../facts.ts';

/** Seconds until what is asked counts as unanswered; everything of a wave is asked at the same time. */
const SECONDS = 30;

/** What the work comes to, or that it did not end in time, or was cancelled. Never rejects where the work does not. */
export async function inTime<T>(
  cancelled: AbortSignal,
  work: (signal: AbortSignal) => Promise<Result<T>>,
): Promise<Result<T>> {
  const limit = new TimeLimit(SECONDS, cancelled);
  try {
    return limit.ended === undefined
      ? await limit.race(work(limit.signal))
      : { ok: false, error: limit.ended };
  } finally {
    limit.over();
  }
}

/** An answer as a fact; where `read` finds nothing in it, it does not say what was asked for. */
export function factOf<T, Part>(answer: Result<T>, read: (value: T) => Part | undefined): Fact<Part> {
  if (!answer.ok) return untold(answer.error);
  const value = read(answer.value);
  return value === undefined ? NOT_SAID : { kind: 'known', value };
}

/** Why something is not known that was asked for. */
export function untold(error: PlatformError): Unknown {
  return error.kind === 'forbidden' ? { kind: 'untold', error } : { kind: 'failed', error };
}

/** An answer that does not say what was asked for. */
export const NOT_SAID: Unknown = {
  kind: 'failed',
  error: { kind: 'unexpected-answer', answer: { status: 200 } },
};

export function notAsked(because: NotAskedBecause): { kind: 'not-asked'; because: NotAskedBecause } {
  return { kind: 'not-asked', because };
}

type Unknown = { readonly kind: 'untold' | 'failed'; readonly error: PlatformError };
