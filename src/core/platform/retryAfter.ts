import type { FailedAnswer, PlatformError } from './errors.ts';

/** Nobody waits longer than an hour for a button; trying earlier than a host asked for costs no more than another refusal. */
const LONGEST_WAIT_SECONDS = 3600;

/** The wait that no host has asked for: limits are counted by the minute (Genesys facts 6.4). */
export const USUAL_WAIT_SECONDS = 60;

type RateLimited = Extract<PlatformError, { kind: 'rate-limited' }>;

/** When a host may be asked again, as far as it says: what its answer adds to the error. */
export type RetryAfter = Pick<RateLimited, 'retryAfterSeconds' | 'refusedAt'>;

/** A refusal for too many requests, whose status says it whatever its body is. */
export function rateLimited(answer: FailedAnswer, headers: Headers): RateLimited {
  return { kind: 'rate-limited', answer, refusedAt: new Date().toISOString(), ...retryAfterOf(headers) };
}

/**
 * How many seconds an answer asks one to wait, in whichever form (RFC 9110, 10.2.3): a number, or a date, which is held
 * against the clock of the host where that is told. Nothing for what is neither, such as a negative number.
 */
export function retryAfterOf(headers: Headers, now = Date.now()): { retryAfterSeconds?: number } {
  const text = (headers.get('retry-after') ?? '').trim();
  const seconds = /^\d+$/.test(text)
    ? Number(text)
    : Math.ceil((httpDate(text) - (httpDate((headers.get('date') ?? '').trim()) || now)) / 1000);
  if (Number.isNaN(seconds)) return {};
  return { retryAfterSeconds: Math.min(Math.max(seconds, 0), LONGEST_WAIT_SECONDS) };
}

/** Milliseconds until it is sensible to ask again; none when it is already. */
export function millisecondsToWait({ retryAfterSeconds, refusedAt }: RetryAfter, now: number): number {
  const most = (retryAfterSeconds ?? USUAL_WAIT_SECONDS) * 1000;
  const since = now - Date.parse(refusedAt ?? '');
  // The clock that it was noted by may be another computer's.
  return Number.isNaN(since) ? most : Math.min(Math.max(most - since, 0), most);
}

/** The three forms of a date in HTTP (RFC 9110, 5.6.7), in milliseconds; NaN for any other text, which `Date` may take. */
function httpDate(text: string): number {
  if (!/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(text)) return Number.NaN;
  return Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
}
