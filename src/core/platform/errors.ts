import * as z from 'zod/mini';

/** What an answer of the Platform API said about a failure (Genesys facts 6.4); shown behind "Details". */
export const FailedAnswer = z.object({
  status: z.number(),
  code: z.optional(z.string()),
  message: z.optional(z.string()),
  correlationId: z.optional(z.string()),
});
export type FailedAnswer = z.infer<typeof FailedAnswer>;

/** Every way in which a call can fail, told apart by what the person can do next. */
export const PlatformError = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cancelled') }),
  /** No connection came about, so nothing was sent. */
  z.object({ kind: z.literal('unreachable'), reason: z.string() }),
  /** The host showed a certificate that this computer does not trust, so nothing was sent. */
  z.object({ kind: z.literal('untrusted-certificate'), reason: z.string() }),
  z.object({ kind: z.literal('no-answer'), reason: z.string() }),
  z.object({ kind: z.literal('timeout'), seconds: z.number() }),
  z.object({ kind: z.literal('unexpected-answer'), answer: FailedAnswer }),
  /** An answer, or a list of many, that goes on after this much was read. */
  z.object({ kind: z.literal('too-much'), unit: z.enum(['megabytes', 'pages']), most: z.number() }),
  z.object({ kind: z.literal('signed-out'), answer: FailedAnswer }),
  z.object({ kind: z.literal('forbidden'), answer: FailedAnswer }),
  z.object({ kind: z.literal('rejected'), answer: FailedAnswer }),
  z.object({
    kind: z.literal('rate-limited'),
    answer: FailedAnswer,
    /** The wait that was asked for. */
    retryAfterSeconds: z.optional(z.number()),
    /** ISO 8601; from then on it counts. */
    refusedAt: z.optional(z.string()),
  }),
  z.object({
    kind: z.literal('server-error'),
    answer: FailedAnswer,
    retryAfterSeconds: z.optional(z.number()),
    /** Whether it came from Genesys Cloud, which has a page of its state, not from a practice org. */
    fromCloud: z.optional(z.boolean()),
  }),
]);
export type PlatformError = z.infer<typeof PlatformError>;

/** How an org answers somebody who is not signed in to it; said for it where there is nobody to ask it as. */
export const SIGNED_OUT: PlatformError = { kind: 'signed-out', answer: { status: 401 } };

export type Result<T> = { ok: true; value: T } | { ok: false; error: PlatformError };

/**
 * Whether a request that failed this way may have been carried out all the same: its answer was lost, or broke
 * off, or said nothing certain. Then nothing may be sent a second time before somebody has looked.
 */
export function mayHaveBeenCarriedOut(error: PlatformError): boolean {
  switch (error.kind) {
    case 'cancelled':
    case 'no-answer':
    case 'timeout':
    case 'unexpected-answer':
    case 'too-much':
    case 'server-error':
      return true;
    case 'unreachable':
    case 'untrusted-certificate':
    case 'signed-out':
    case 'forbidden':
    case 'rejected':
    case 'rate-limited':
      return false;
  }
}

/** What a service says that is away or at fault, or a host between that does not reach it. */
const OF_THE_SERVICE: ReadonlySet<number> = new Set([500, 502, 503, 504]);

/** The error with where it came from; only a practice org, which runs on somebody's computer, is spoken to without TLS. */
export function cameFrom(error: PlatformError, address: string): PlatformError {
  if (error.kind !== 'server-error' || !OF_THE_SERVICE.has(error.answer.status)) return error;
  return address.startsWith('https:') ? { ...error, fromCloud: true } : error;
}

/** The answer behind an error, or undefined when there was none. */
export function answerOf(error: PlatformError): FailedAnswer | undefined {
  return 'answer' in error ? error.answer : undefined;
}

/** What Node.js does before anything is sent: it looks the name up, and connects. Each of its failures says in what. */
const BEFORE_SENDING: ReadonlySet<unknown> = new Set(['getaddrinfo', 'connect']);

/** What fails before anything is sent, whoever says it: Node.js (also of several addresses), its fetch, and Chromium. */
const NOT_CONNECTED =
  /\b(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT)\b|net::ERR_(CONNECTION_REFUSED|NAME_NOT_RESOLVED|PROXY_CONNECTION_FAILED)/;

/**
 * How OpenSSL and Chromium name a certificate that is not trusted; the connection ends before anything is sent. An alert is
 * about the certificate of this computer: the host sends it, perhaps when it has the request.
 */
const UNTRUSTED =
  /SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|\bCERT_|ERR_CERT_|ERR_TLS_CERT|self[- ]signed certificate|unable to (get|verify)|certificate (has expired|is not yet valid)/i;

/** What a thrown failure to get any answer was. */
export function networkError(thrown: unknown): PlatformError {
  const innermost = innermostOf(thrown);
  const reason = reasonOf(innermost);
  if (failedBeforeSending(innermost, reason)) return { kind: 'unreachable', reason };
  const isUntrusted = UNTRUSTED.test(reason) && !/\balert\b/i.test(reason);
  return isUntrusted ? { kind: 'untrusted-certificate', reason } : { kind: 'no-answer', reason };
}

/** Only what failed to find or reach the host is certain to have sent nothing: a broken line fails to read as well. */
function failedBeforeSending(thrown: unknown, reason: string): boolean {
  if (thrown instanceof AggregateError && thrown.errors.length > 0) {
    return thrown.errors.every((each) => failedBeforeSending(each, reasonOf(each)));
  }
  const during = thrown instanceof Error && 'syscall' in thrown ? thrown.syscall : undefined;
  return during === undefined ? NOT_CONNECTED.test(reason) : BEFORE_SENDING.has(during);
}

/** fetch hides why it failed in `cause`; the innermost one is the one that helps. */
function innermostOf(thrown: unknown): unknown {
  return thrown instanceof Error && thrown.cause instanceof Error ? innermostOf(thrown.cause) : thrown;
}

/**
 * A failure in its own words, and its code (ECONNREFUSED, …). A TypeError is about what fetch was given, and quotes it, be
 * it a header with a token: only its name is told.
 */
function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  if (thrown instanceof TypeError) return thrown.name;
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined;
  const message = thrown.message || thrown.name;
  return code === undefined || message.includes(code) ? message : `${message} (${code})`;
}
