import { cameFrom, type Result } from './errors.ts';
import { exchange, type Taker } from './exchange.ts';
import { errorOfAnswer } from './request.ts';
import { TimeLimit } from './timeLimit.ts';

/** Three times what the description takes today. */
export const MOST_MEGABYTES = 30;

/** It is some megabytes, on a slow line, too. */
const TIMEOUT_SECONDS = 120;

/**
 * Asks an API for the description of itself, which is given to whoever takes it as it comes. Nobody needs a token for it,
 * and none is sent. Gives when the description was last changed, where the host tells that.
 */
export async function getApiDescription(
  apiUrl: string,
  take: Taker,
  signal?: AbortSignal,
): Promise<Result<{ changed: Date | undefined }>> {
  const limit = new TimeLimit(TIMEOUT_SECONDS, signal);
  const message = { method: 'GET', headers: { Accept: 'application/json' } };
  const answer = await exchange(`${apiUrl}/api/v2/docs/swagger`, message, limit, MOST_MEGABYTES, take);
  limit.over();
  if (!answer.ok) return answer;
  const { status, headers } = answer.value;
  if (status >= 400) return { ok: false, error: cameFrom(errorOfAnswer(answer.value), apiUrl) };
  const changed = new Date(headers.get('last-modified') ?? Number.NaN);
  return { ok: true, value: { changed: Number.isNaN(changed.valueOf()) ? undefined : changed } };
}
