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
