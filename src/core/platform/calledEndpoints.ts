import type { Result } from './errors.ts';
import type { Connection } from './request.ts';
import { pastDays, queryUsage, type UsageRow } from './usageQuery.ts';

/** How many days an org answers for (Genesys facts 1.1). */
export const CALLED_DAYS = 90;

/** What a client called, as the org counted it. */
export type CalledEndpoint = {
  /** As the org wrote it, such as `/api/v2/users/{userId}`; undefined where it does not tell. */
  readonly templateUri: string | undefined;
  /** In capitals; undefined where the org does not tell. */
  readonly method: string | undefined;
  readonly requests: number;
  /** How many of them were refused (4xx, but for too many requests). For which of all reasons, the org does not tell. */
  readonly refused: number;
};

/** Everything that a client called in the past 90 days. */
export type CalledEndpoints = {
  readonly endpoints: readonly CalledEndpoint[];
  /** It is not all: the org has more, and no way to ask for it is published. */
  readonly hasMore: boolean;
};

/**
 * What a client called in the past 90 days, the most frequent first. The org has some seconds for it. Needs the permission to
 * view clients or their usage.
 */
export async function readCalledEndpoints(
  connection: Connection,
  clientId: string,
  signal?: AbortSignal,
): Promise<Result<CalledEndpoints>> {
  const query = { interval: pastDays(CALLED_DAYS), groupBy: ['TemplateUri', 'HttpMethod'] } as const;
  const counted = await queryUsage(connection, clientId, query, signal);
  if (!counted.ok) return counted;
  const { rows, hasMore } = counted.value;
  return { ok: true, value: { endpoints: endpointsOf(rows), hasMore } };
}

/** Rows of the same endpoint are one. A row without a number is there because something was called. */
function endpointsOf(rows: readonly UsageRow[]): CalledEndpoint[] {
  const endpoints = new Map<string, CalledEndpoint>();
  for (const row of rows) {
    const requests = row.requests ?? 1;
    if (requests <= 0) continue;
    const templateUri = row.templateUri || undefined;
    const method = row.httpMethod?.toUpperCase() || undefined;
    const key = `${method} ${templateUri}`;
    const before = endpoints.get(key) ?? { templateUri, method, requests: 0, refused: 0 };
    const refused = Math.max(0, (row.status400 ?? 0) - (row.status429 ?? 0));
    endpoints.set(key, {
      ...before,
      requests: before.requests + requests,
      refused: before.refused + refused,
    });
  }
  return [...endpoints.values()].sort((one, other) => other.requests - one.requests);
}
