import ky, { HTTPError, type KyResponse } from 'ky';
import * as z from 'zod/mini';
import type { FailedAnswer, PlatformError, Result } from './errors.ts';
import { networkError } from './errors.ts';
import { parseJson } from './text.ts';
import { TimeLimit } from './timeLimit.ts';

/** One finished request, for the log: no bodies, no tokens. */
export type Exchange = {
  method: Method;
  path: string;
  status: number | undefined;
  correlationId: string | undefined;
  milliseconds: number;
};

/** Where a Platform API is, and who speaks to it. */
export type Connection = {
  /** What stands before `/api/v2/…`, such as `https://api.mypurecloud.com`. */
  apiUrl: string;
  accessToken: string;
  /** BCP 47 tag; the API describes scopes in it. */
  language: string;
  /**
   * Another token for one that the org has just refused; why it could not be asked for; or undefined when there is none
   * to be had without asking the person.
   */
  renew?: (refused: string) => Promise<Result<string> | undefined>;
  onExchange?: (exchange: Exchange) => void;
};

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

type Request<T> = {
  method: Method;
  /** Path and query below the API's address, such as `/api/v2/oauth/clients`. */
  path: string;
  body?: unknown;
  answer: z.ZodMiniType<T>;
};

/** Seconds until a request counts as unanswered, its body and its retries included. */
const TIMEOUT_SECONDS = 30;

/** Longest wait that a 429 may ask for before a read is sent again, in seconds; the person hears of a longer one. */
const LONGEST_RETRY_AFTER_SECONDS = 10;

const ErrorBody = z.object({ code: z.optional(z.string()), message: z.optional(z.string()) });

/**
 * Sends one request and checks its answer against the schema. Reads are repeated by ky when that is safe
 * (429 with its Retry-After, 5xx, a broken connection). Writes are repeated in one case only: the org refused the
 * token, so nothing was carried out, and the connection has another.
 * Returns the parsed answer or a PlatformError; never throws.
 */
export async function send<T>(
  connection: Connection,
  request: Request<T>,
  signal?: AbortSignal,
): Promise<Result<T>> {
  let { accessToken } = connection;
  let result = await sendWith(accessToken, connection, request, signal);
  // Twice at most: the first token may be one that another window got a while ago, and has ended by now, too.
  for (let renewals = 0; renewals < 2 && !result.ok && result.error.kind === 'signed-out'; renewals += 1) {
    const renewed = await connection.renew?.(accessToken);
    if (renewed === undefined) return result;
    if (!renewed.ok) return renewed;
    accessToken = renewed.value;
    result = await sendWith(accessToken, connection, request, signal);
  }
  return result;
}

async function sendWith<T>(
  accessToken: string,
  connection: Connection,
  request: Request<T>,
  signal: AbortSignal | undefined,
): Promise<Result<T>> {
  const started = Date.now();
  const limit = new TimeLimit(TIMEOUT_SECONDS, signal);
  let last: Response | undefined;
  try {
    // Whatever a path holds, what stands before it ends with a slash: no path makes another host of it.
    const response = await ky(`${connection.apiUrl}/${request.path.replace(/^\//, '')}`, {
      method: request.method,
      headers: {
        Authorization: `Bearer ${accessToken}`,
        'Accept-Language': connection.language,
      },
      ...(request.body === undefined ? {} : { json: request.body }),
      signal: limit.signal,
      timeout: false,
      // A redirect would take the request, and what it carries, to a host that nobody chose.
      redirect: 'error',
      retry: { limit: 2, methods: ['get'], backoffLimit: 2_000, shouldRetry: waitsNotTooLong },
      hooks: {
        afterResponse: [
          (_request, _options, answer) => {
            last = answer;
          },
        ],
      },
    });
    return await readAnswer(response, request.answer);
  } catch (thrown) {
    return { ok: false, error: withoutToken(limit.ended ?? (await errorOf(thrown)), accessToken) };
  } finally {
    limit.over();
    connection.onExchange?.({
      method: request.method,
      path: request.path,
      status: last?.status,
      correlationId: correlationIdOf(last),
      milliseconds: Date.now() - started,
    });
  }
}

function waitsNotTooLong({ error }: { error: Error }): false | undefined {
  const seconds = error instanceof HTTPError ? retryAfterOf(error.response).retryAfterSeconds : undefined;
  return seconds !== undefined && seconds > LONGEST_RETRY_AFTER_SECONDS ? false : undefined;
}

/** Where any answer will do, there may be none; but the page of a proxy says nothing of what became of a request. */
async function readAnswer<T>(response: KyResponse, schema: z.ZodMiniType<T>): Promise<Result<T>> {
  const text = await response.text();
  const json = parseJson(text);
  const isOfApi = json !== undefined || text.trim() === '';
  const parsed = schema.safeParse(json);
  return isOfApi && parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, error: { kind: 'unexpected-answer', answer: { ...statusOf(response) } } };
}

async function errorOf(thrown: unknown): Promise<PlatformError> {
  if (thrown instanceof HTTPError) return await errorOfAnswer(thrown.response);
  return networkError(thrown);
}

async function errorOfAnswer(response: Response): Promise<PlatformError> {
  const body = ErrorBody.safeParse(parseJson(await response.text().catch(() => '')));
  const answer: FailedAnswer = { ...statusOf(response), ...(body.success ? body.data : {}) };
  if (response.status >= 500) return { kind: 'server-error', answer };
  if (!body.success) return { kind: 'unexpected-answer', answer };
  switch (response.status) {
    case 401:
      return { kind: 'signed-out', answer };
    case 403:
      return { kind: 'forbidden', answer };
    case 429:
      return { kind: 'rate-limited', answer, ...retryAfterOf(response) };
    default:
      return { kind: 'rejected', answer };
  }
}

/** An answer may say back what it was sent. */
function withoutToken(error: PlatformError, accessToken: string): PlatformError {
  if (!('answer' in error) || error.answer.message === undefined) return error;
  return {
    ...error,
    answer: { ...error.answer, message: error.answer.message.replaceAll(accessToken, '…') },
  };
}

function statusOf(response: Response): FailedAnswer {
  const correlationId = correlationIdOf(response);
  return { status: response.status, ...(correlationId === undefined ? {} : { correlationId }) };
}

function correlationIdOf(response: Response | undefined): string | undefined {
  return response?.headers.get('inin-correlation-id') ?? undefined;
}

function retryAfterOf(response: Response): { retryAfterSeconds?: number } {
  const seconds = Number.parseInt(response.headers.get('retry-after') ?? '', 10);
  return Number.isNaN(seconds) ? {} : { retryAfterSeconds: seconds };
}
