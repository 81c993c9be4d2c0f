import * as z from 'zod/mini';
import { salvage } from '../salvage.ts';
import type { PlatformError, Result } from './errors.ts';
import { CLIENTS_PATH } from './oauthClients.ts';
import { type Connection, send } from './request.ts';
import { pause } from './timeLimit.ts';

const Execution = z.object({ executionId: z.string() });

const Text = z.optional(z.nullable(z.string()));
const Count = z.optional(z.nullable(z.number()));

/** How often a client called the API: at all, or on a day, or at an endpoint, as it was asked (Genesys facts 1.1). */
const UsageRow = z.object({
  /** ISO 8601. */
  date: Text,
  templateUri: Text,
  httpMethod: Text,
  /** Of the client's own fault; those of too many requests are among them. */
  status400: Count,
  status429: Count,
  requests: Count,
});
export type UsageRow = z.infer<typeof UsageRow>;

const UsageAnswer = z.object({
  queryStatus: z.string(),
  results: z.optional(z.nullable(z.array(z.unknown()))),
  cursors: z.optional(z.nullable(z.object({ after: Text }))),
});

/** What the org counted. */
export type UsageCounted = {
  readonly rows: readonly UsageRow[];
  /** The org says that there is more, and publishes no way to ask for it. */
  readonly hasMore: boolean;
};

/** What is counted of a client. */
export type UsageQuery = {
  /** In which time, as an ISO 8601 interval (`pastDays`). */
  readonly interval: string;
  readonly granularity?: 'Day';
  /** All of them where it is left out. */
  readonly metrics?: readonly 'Requests'[];
  readonly groupBy?: readonly ('TemplateUri' | 'HttpMethod')[];
};

/** Milliseconds before each look for the result, which is never ready at once. */
const LOOKS_AFTER = [400, 800, 1_600, 3_200];

/**
 * Asks the org how a client called the API, and looks for the answer for some seconds. Needs the permission to view clients
 * or their usage.
 */
export async function queryUsage(
  connection: Connection,
  clientId: string,
  query: UsageQuery,
  signal?: AbortSignal,
): Promise<Result<UsageCounted>> {
  const path = `${CLIENTS_PATH}/${encodeURIComponent(clientId)}/usage/query`;
  const asked = await send(connection, { method: 'POST', path, body: query, answer: Execution }, signal);
  if (!asked.ok) return asked;
  const results = `${path}/results/${encodeURIComponent(asked.value.executionId)}`;
  for (const milliseconds of LOOKS_AFTER) {
    await pause(milliseconds, signal);
    const answer: Result<z.infer<typeof UsageAnswer>> = await send(
      connection,
      { method: 'GET', path: results, answer: UsageAnswer },
      signal,
    );
    if (!answer.ok) return answer;
    const { queryStatus, results: rows, cursors } = answer.value;
    if (queryStatus === 'Failed') return { ok: false, error: FAILED };
    if (queryStatus === 'Complete')
      return { ok: true, value: { rows: (rows ?? []).flatMap(readRow), hasMore: Boolean(cursors?.after) } };
  }
  return { ok: false, error: TOO_LATE };
}

/** The org answered that its query went wrong. */
const FAILED: PlatformError = { kind: 'unexpected-answer', answer: { status: 200 } };

const TOO_LATE: PlatformError = {
  kind: 'timeout',
  seconds: LOOKS_AFTER.reduce((sum, each) => sum + each, 0) / 1000,
};

/** The past days as an ISO 8601 interval that ends tomorrow, so that today counts wherever the clocks are. */
export function pastDays(days: number): string {
  const at = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString();
  return `${at(1 - days)}/${at(1)}`;
}

function readRow(row: unknown): UsageRow[] {
  const read = salvage(UsageRow, row);
  return read === undefined ? [] : [read];
}
