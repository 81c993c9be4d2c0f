import * as z from 'zod/mini';
import type { PlatformError, Result } from './errors.ts';
import { CLIENTS_PATH } from './oauthClients.ts';
import { type Connection, send } from './request.ts';

const Execution = z.object({ executionId: z.string() });

const UsageResult = z.object({
  queryStatus: z.string(),
  results: z.optional(
    z.nullable(
      z.array(z.object({ date: z.optional(z.nullable(z.string())), requests: z.optional(z.number()) })),
    ),
  ),
});

/** How many days are looked back. */
export const USAGE_DAYS = 30;

/** Milliseconds before each look for the result, which is never ready at once (Genesys facts 1.1). */
const LOOKS_AFTER = [400, 800, 1_600, 3_200];

/** How often a client called the API on a day (ISO 8601). */
export const DayOfUse = z.object({ day: z.string(), requests: z.number() });
export type DayOfUse = z.infer<typeof DayOfUse>;

/** Whether a client called the API in the past 30 days, and the last day (ISO 8601) on which it did. */
export type LastUse = { readonly kind: 'used'; readonly day: string } | { readonly kind: 'unused' };

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
  const path = `${CLIENTS_PATH}/${encodeURIComponent(clientId)}/usage/query`;
  const body = { interval: pastDays(USAGE_DAYS), granularity: 'Day', metrics: ['Requests'] };
  const asked = await send(connection, { method: 'POST', path, body, answer: Execution }, signal);
  if (!asked.ok) return asked;
  const results = `${path}/results/${encodeURIComponent(asked.value.executionId)}`;
  for (const milliseconds of LOOKS_AFTER) {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    const answer: Result<z.infer<typeof UsageResult>> = await send(
      connection,
      { method: 'GET', path: results, answer: UsageResult },
      signal,
    );
    if (!answer.ok) return answer;
    const { queryStatus, results: rows } = answer.value;
    if (queryStatus === 'Failed') return { ok: false, error: FAILED };
    if (queryStatus === 'Complete') return { ok: true, value: daysOf(rows ?? []) };
  }
  return { ok: false, error: TOO_LATE };
}

/** The org answered that its query went wrong. */
const FAILED: PlatformError = { kind: 'unexpected-answer', answer: { status: 200 } };

const TOO_LATE: PlatformError = {
  kind: 'timeout',
  seconds: LOOKS_AFTER.reduce((sum, each) => sum + each, 0) / 1000,
};

/** As an ISO 8601 interval that ends tomorrow, so that today counts wherever the clocks are. */
function pastDays(days: number): string {
  const at = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString();
  return `${at(-days)}/${at(1)}`;
}

function daysOf(rows: NonNullable<z.infer<typeof UsageResult>['results']>): DayOfUse[] {
  return rows
    .flatMap(({ date, requests = 0 }) => (date == null || requests <= 0 ? [] : { day: date, requests }))
    .filter(({ day }) => !Number.isNaN(Date.parse(day)))
    .sort((one, other) => one.day.localeCompare(other.day));
}
