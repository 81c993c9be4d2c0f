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
  z.object({ kind: z.literal('signed-out'), answer: FailedAnswer }),
  z.object({ kind: z.literal('forbidden'), answer: FailedAnswer }),
  z.object({ kind: z.literal('rejected'), answer: FailedAnswer }),
  z.object({
    kind: z.literal('rate-limited'),
    answer: FailedAnswer,
    retryAfterSeconds: z.optional(z.number()),
  }),
  z.object({ kind: z.literal('server-error'), answer: FailedAnswer }),
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

/** The answer behind an error, or undefined when there was none. */
export function answerOf(error: PlatformError): FailedAnswer | undefined {
  return 'answer' in error ? error.answer : undefined;
}

/** How Node.js names the failures to find or reach a host: nothing was sent then. */
const NOT_CONNECTED = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH/;

/** How OpenSSL and Chromium name a certificate that is not trusted; the connection ends before anything is sent. */
const UNTRUSTED =
  /SELF_SIGNED|UNABLE_TO_(GET_ISSUER|VERIFY)|CERT_|CERTIFICATE|ERR_TLS_CERT|self[- ]signed certificate|unable to (get|verify)|certificate/i;

/** What a thrown failure to get any answer was. */
export function networkError(thrown: unknown): PlatformError {
  const reason = innermostReason(thrown);
  if (NOT_CONNECTED.test(reason)) return { kind: 'unreachable', reason };
  return UNTRUSTED.test(reason) ? { kind: 'untrusted-certificate', reason } : { kind: 'no-answer', reason };
}

/**
 * fetch hides why it failed in `cause`; the innermost one is the one that helps (ECONNREFUSED, …). A TypeError without
 * one is about what fetch was given, and quotes it, be it a header with a token: only its name is told.
 */
function innermostReason(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  if (thrown.cause instanceof Error) return innermostReason(thrown.cause);
  if (thrown instanceof TypeError) return thrown.name;
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined;
  const message = thrown.message || thrown.name;
  return code === undefined || message.includes(code) ? message : `${message} (${code})`;
}
