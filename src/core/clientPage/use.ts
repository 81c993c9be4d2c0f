import { type DayOfUse, USAGE_DAYS } from '../platform/lastUse.ts';

/** Each of the past days up to today (ISO dates), those without a request included, in their order. */
export function everyDay(days: readonly DayOfUse[], today: Date): readonly DayOfUse[] {
  const counts = new Map<string, number>();
  for (const { day, requests } of days) {
    const date = new Date(day).toISOString().slice(0, 10);
    counts.set(date, (counts.get(date) ?? 0) + requests);
  }
  return Array.from({ length: USAGE_DAYS }, (_, index) => {
    const date = new Date(today.getTime() - (USAGE_DAYS - 1 - index) * 86_400_000).toISOString().slice(0, 10);
    return { day: date, requests: counts.get(date) ?? 0 };
  });
}
