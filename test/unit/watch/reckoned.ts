import { type Reckoning, SOON_DAYS } from '../../../src/core/watch/standing.ts';

/** By this clock alone, and as early as is usual. */
export function reckonedAt(now: Date): () => Reckoning {
  return () => ({ now, soonDays: SOON_DAYS.usual });
}
