import * as z from 'zod/mini';
import type { Result } from './errors.ts';
import type { Connection } from './request.ts';
import { pastDays, queryUsage, type UsageRow } from './usageQuery.ts';

/** How many days are looked back. */
export const USAGE_DAYS = 30;

/** How often a client called the API on a day (ISO 8601). */
export const DayOfUse = z.object({ day: z.string(), requests: z.number() });
export type DayOfUse = z.infer<typeof DayOfUse>;

/** Whether a client called the API in the past 30 days, and the last day (ISO 8601) on which it did. */
export const LastUse = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('used'), day: z.string() }),
  z.object({ kind: z.literal('unused') }),
]);
export type LastUse = z.infer<typeof LastUse>;

/** When a client was last used. Needs the permission to view clients or their usage. */
export async function readLastUse(
  connection: Connection,
  clientId: string,
  signal?: AbortSignal,
): Promise<Result<LastUse>> {
  const days = await readUse(connection, clientId, signal);
  if (!days.ok) return days;
  const last = days.value.at(-1);
  return { ok: true, value: last === undefined ? { kind: 'unused' } : { kind: 'used', day: last.day } };
}

/**
 * The days of the past 30 on which a client called the API, in their order. The org has some seconds for it. Needs the
 * permission to view clients or their usage.
 */
export async function readUse(
  connection: Connection,
  clientId: string,
  signal?: AbortSignal,
): Promise<Result<DayOfUse[]>> {
  const query = { interval: pastDays(USAGE_DAYS), granularity: 'Day', metrics: ['Requests'] } as const;
  const counted = await queryUsage(connection, clientId, query, signal);
  return counted.ok ? { ok: true, value: daysOf(counted.value.rows) } : counted;
}

/** Of the beginning of a day in UTC, as the API documents it, the day. */
const DAY_LENGTH = 'YYYY-MM-DD'.length;

function daysOf(rows: readonly UsageRow[]): DayOfUse[] {
  return rows
    .flatMap(({ date, requests }) =>
      date == null || requests == null || requests <= 0 ? [] : { day: date.slice(0, DAY_LENGTH), requests },
    )
    .filter(({ day }) => !Number.isNaN(Date.parse(day)))
    .sort((one, other) => one.day.localeCompare(other.day));
}
