import { networkError, type PlatformError, type Result } from './errors.ts';
import type { TimeLimit } from './timeLimit.ts';

/** What is sent. */
export type Message = {
  method: string;
  headers?: Readonly<Record<string, string>> | Headers;
  body?: string | URLSearchParams;
  /** What happens to an answer that sends elsewhere: it is an error, or the answer. Nothing here ever follows it. */
  redirect?: 'error' | 'manual';
};

/** What came back, read to its end. */
export type Answer = { status: number; headers: Headers; text: string };

/** Takes the body of an answer, a piece at a time as it comes; false where no more of it is wanted. */
export type Taker = (piece: string) => boolean;

const MEGABYTE = 1_000_000;

/** A list of 50,000 clients, and far more than a computer notices. */
const MOST_MEGABYTES = 40;

/** More than a refusal says about itself; of a longer one the status counts. */
const MOST_MEGABYTES_OF_REFUSAL = 1;

/**
 * Sends one message, once, and reads the answer: the one place that asks a host for something. It lasts no longer than
 * the limit, whatever the host does, and takes no more memory than `most` megabytes; 0 leaves the answer's body unread.
 * The status of a refusal counts even where its body breaks off, goes on without end or never comes. Never throws.
 * What `take` takes is kept nowhere else: it gets the body of any answer that is no refusal, whose `text` is empty then.
 */
export async function exchange(
  url: string | URL,
  message: Message,
  limit: TimeLimit,
  most = MOST_MEGABYTES,
  take?: Taker,
): Promise<Result<Answer>> {
  if (limit.ended !== undefined) return { ok: false, error: limit.ended };
  const seen: { refusal?: Answer } = {};
  const ask = async (): Promise<Result<Answer>> => {
    try {
      const response = await fetch(url, {
        method: message.method,
        headers: message.headers ?? {},
        body: message.body ?? null,
        redirect: message.redirect ?? 'error',
        signal: limit.signal,
      });
      const { status, headers } = response;
      if (status >= 400) seen.refusal = { status, headers, text: '' };
      let text = '';
      const keep: Taker = (piece) => {
        text += piece;
        return true;
      };
      const isRead = seen.refusal
        ? await readBody(response, limit.signal, Math.min(most, MOST_MEGABYTES_OF_REFUSAL), keep)
        : await readBody(response, limit.signal, most, take ?? keep);
      if (isRead) return { ok: true, value: { status, headers, text } };
      return { ok: false, error: { kind: 'too-much', unit: 'megabytes', most } };
    } catch (thrown) {
      return { ok: false, error: networkError(thrown) };
    }
  };
  const result = await limit.race(ask());
  const isCancelled = !result.ok && result.error.kind === 'cancelled';
  return result.ok || isCancelled || !seen.refusal ? result : { ok: true, value: seen.refusal };
}

/** Gives the body to whoever takes it, as far as it is wanted. False where it is longer. */
async function readBody(
  response: Response,
  ending: AbortSignal,
  megabytes: number,
  take: Taker,
): Promise<boolean> {
  const reader = response.body?.getReader();
  if (reader === undefined) return true;
  const leave = () => void reader.cancel().catch(() => undefined);
  if (megabytes === 0) {
    leave();
    return true;
  }
  ending.addEventListener('abort', leave);
  try {
    const decoder = new TextDecoder();
    for (let bytes = 0; ; ) {
      const { done, value } = await reader.read();
      if (done) {
        take(decoder.decode());
        return true;
      }
      bytes += value.byteLength;
      if (bytes > megabytes * MEGABYTE) {
        leave();
        return false;
      }
      if (!take(decoder.decode(value, { stream: true }))) {
        leave();
        return true;
      }
    }
  } finally {
    ending.removeEventListener('abort', leave);
  }
}

/** An exchange that came to no answer, for a library that can only be told by an exception. */
export class ExchangeFailed extends Error {
  constructor(readonly error: PlatformError) {
    super(error.kind);
  }
}
