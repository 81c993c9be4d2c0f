import * as z from 'zod/mini';
import { reasonOf } from '../reason.ts';
import { cameFrom, type FailedAnswer, type PlatformError, type Result } from './errors.ts';
import { type Answer, exchange } from './exchange.ts';
import { type Mask, maskedError, maskOf } from './mask.ts';
import { rateLimited, retryAfterOf } from './retryAfter.ts';
import { parseJson } from './text.ts';
import { TimeLimit } from './timeLimit.ts';
import { type Read, readTolerantly } from './tolerant.ts';

/** One finished request, for the log: no bodies, no tokens. */
export type Exchange = {
  method: Method;
  path: string;
  status: number | undefined;
  correlationId: string | undefined;
  milliseconds: number;
  /** What the host's clock said when it answered (its `Date`), in milliseconds since 1970, to the second. */
  hostTime: number | undefined;
  /** Where something odd in the answer was left out. */
  odd: readonly string[];
};

/** Where a Platform API is, and who speaks to it. */
export type Connection = {
  /** What stands before `/api/v2/…`, such as `https://api.mypurecloud.com`. */
  readonly apiUrl: string;
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
  /** What is odd in the answer is left out, because an ID, a secret or a list would be lost with it. */
  tolerant?: true;
};

/** Seconds until a request counts as unanswered, its body and its retries included. */
const TIMEOUT_SECONDS = 30;

/** Seconds until another token counts as not to be had: a login, and a keyring or a practice org that is slow. */
const RENEWAL_SECONDS = 60;

/** Longest wait that an answer may ask for before a read is sent again, in seconds; the person hears of a longer one. */
const LONGEST_RETRY_AFTER_SECONDS = 10;

/** Milliseconds before each time that a read is sent again, where the answer asks for no other wait. */
const AGAIN_AFTER = [300, 600];

const ErrorBody = z.object({ code: z.optional(z.string()), message: z.optional(z.string()) });

/**
 * Sends one request and checks its answer against the schema. Reads are repeated when that is safe (429 and 5xx, with
 * their Retry-After, a broken connection). Writes are repeated in one case only: the org refused the token, so nothing was
 * carried out, and the connection has another.
 * Returns the parsed answer or a PlatformError, without any token; never throws.
 */
export async function send<T>(
  connection: Connection,
  request: Request<T>,
  signal?: AbortSignal,
): Promise<Result<T>> {
  const tokens = [connection.accessToken];
  let result = await sendWith(tokens, connection, request, signal);
  // Twice at most: the first token may be one that another window got a while ago, and has ended by now, too.
  for (let renewals = 0; renewals < 2 && !result.ok && result.error.kind === 'signed-out'; renewals += 1) {
    const renewed = await renewedToken(connection, tokens.at(-1) ?? '', signal);
    if (!renewed.ok) return renewed;
    if (renewed.value === undefined) return result;
    tokens.push(renewed.value);
    result = await sendWith(tokens, connection, request, signal);
  }
  return result;
}

/** Another token, or undefined. Others may wait for the same one, so where one does not wait any more, it is made all the same. */
async function renewedToken(
  { renew }: Connection,
  refused: string,
  signal: AbortSignal | undefined,
): Promise<Result<string | undefined>> {
  if (renew === undefined) return { ok: true, value: undefined };
  const limit = new TimeLimit(RENEWAL_SECONDS, signal);
  const renewing = renew(refused).then(
    (renewed) => renewed ?? ({ ok: true, value: undefined } as const),
    // The request was refused, and no other was sent.
    (thrown) => ({ ok: false, error: { kind: 'unreachable', reason: reasonOf(thrown) } }) as const,
  );
  const result = await limit.race<string | undefined>(renewing);
  limit.over();
  return result;
}

/** `tokens`: the last one is sent, none of them is told. */
async function sendWith<T>(
  tokens: readonly string[],
  connection: Connection,
  request: Request<T>,
  signal: AbortSignal | undefined,
): Promise<Result<T>> {
  const started = Date.now();
  const limit = new TimeLimit(TIMEOUT_SECONDS, signal);
  const { method, path, body } = request;
  const message = {
    method,
    headers: {
      Authorization: `Bearer ${tokens.at(-1)}`,
      'Accept-Language': connection.language,
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
  const mask = maskOf(tokens);
  let last: Answer | undefined;
  const ask = async (): Promise<Result<Read<T>>> => {
    // Whatever a path holds, what stands before it ends with a slash: no path makes another host of it.
    const address = `${connection.apiUrl}/${path.replace(/^\//, '')}`;
    const answer = await exchange(address, message, limit);
    if (!answer.ok) return answer;
    last = answer.value;
    return readAnswer(last, request);
  };
  const result = method === 'GET' ? await repeatedly(ask, limit) : await ask();
  limit.over();
  connection.onExchange?.({
    method,
    path,
    status: last?.status,
    correlationId: last && correlationIdOf(last, mask),
    milliseconds: Date.now() - started,
    hostTime: last && hostTimeOf(last),
    odd: result.ok ? result.value.odd.map(mask) : [],
  });
  return result.ok
    ? { ok: true, value: result.value.value }
    : { ok: false, error: maskedError(cameFrom(result.error, connection.apiUrl), mask) };
}

/** Asks again while that may help. When the limit ends in between, the last answer counts. */
async function repeatedly<T>(ask: () => Promise<Result<T>>, limit: TimeLimit): Promise<Result<T>> {
  let result = await ask();
  for (const usual of AGAIN_AFTER) {
    const wait = result.ok ? undefined : waitBeforeAgain(result.error, usual);
    if (wait === undefined) return result;
    await limit.pause(wait);
    if (limit.ended !== undefined)
      return limit.ended.kind === 'cancelled' ? { ok: false, error: limit.ended } : result;
    result = await ask();
  }
  return result;
}

/** Milliseconds; undefined where asking again would not help, or only after a wait that the person is to hear of. */
function waitBeforeAgain(error: PlatformError, usual: number): number | undefined {
  switch (error.kind) {
    case 'unreachable':
    case 'no-answer':
      return usual;
    case 'server-error':
    case 'rate-limited': {
      const { retryAfterSeconds } = error;
      if (retryAfterSeconds === undefined) return usual;
      return retryAfterSeconds > LONGEST_RETRY_AFTER_SECONDS ? undefined : retryAfterSeconds * 1000;
    }
    default:
      return undefined;
  }
}

/** Where any answer will do, there may be none; but the page of a proxy says nothing of what became of a request. */
function readAnswer<T>(answer: Answer, { answer: schema, tolerant }: Request<T>): Result<Read<T>> {
  if (answer.status >= 400) return { ok: false, error: errorOfAnswer(answer) };
  const json = parseJson(answer.text);
  const isOfApi = json !== undefined || answer.text.trim() === '';
  const read = isOfApi ? (tolerant ? readTolerantly(schema, json) : readExactly(schema, json)) : undefined;
  return read === undefined
    ? { ok: false, error: { kind: 'unexpected-answer', answer: statusOf(answer) } }
    : { ok: true, value: read };
}

function readExactly<T>(schema: z.ZodMiniType<T>, json: unknown): Read<T> | undefined {
  const parsed = schema.safeParse(json);
  return parsed.success ? { value: parsed.data, odd: [] } : undefined;
}

/**
 * 401, 429 and 5xx say what they are about whatever comes with them; anything else that is not in the words of the API
 * may be about something between.
 */
export function errorOfAnswer(answer: Answer): PlatformError {
  const body = readTolerantly(ErrorBody, parseJson(answer.text));
  const failed: FailedAnswer = { ...statusOf(answer), ...body?.value };
  if (answer.status >= 500) return { kind: 'server-error', answer: failed, ...retryAfterOf(answer.headers) };
  switch (answer.status) {
    case 401:
      return { kind: 'signed-out', answer: failed };
    case 429:
      return rateLimited(failed, answer.headers);
  }
  if (body === undefined) return { kind: 'unexpected-answer', answer: failed };
  return { kind: answer.status === 403 ? 'forbidden' : 'rejected', answer: failed };
}

function statusOf(answer: Answer): FailedAnswer {
  const correlationId = correlationIdOf(answer);
  return { status: answer.status, ...(correlationId !== undefined && { correlationId }) };
}

function hostTimeOf({ headers }: Answer): number | undefined {
  const time = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(time) ? undefined : time;
}

function correlationIdOf({ headers }: Answer, mask: Mask = (text) => text): string | undefined {
  const id = headers.get('inin-correlation-id');
  return id === null ? undefined : mask(id);
}
