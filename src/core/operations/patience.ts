import type { PlatformError } from '../platform/errors.ts';
import { millisecondsToWait } from '../platform/retryAfter.ts';

/** How often in a row an org that says that it is asked too much is waited for. */
const MOST_WAITS = 3;

export type Waiting = {
  /** Resolves after so many milliseconds, or when the signal aborts. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Hears for how many seconds the org asks to wait. */
  readonly waits: (seconds: number) => void;
};

/**
 * Waits as long as an org asks for that was asked too much: a request that it refused for that was not carried out.
 *
 * @param waited how often it was waited for in a row
 * @returns whether the org asked for it, and may still be waited for; also where the wait was cancelled
 */
export async function waitedAsAsked(
  error: PlatformError,
  waited: number,
  { wait, waits }: Waiting,
  signal: AbortSignal,
): Promise<boolean> {
  if (error.kind !== 'rate-limited' || waited === MOST_WAITS) return false;
  const milliseconds = millisecondsToWait(error, Date.now());
  waits(Math.ceil(milliseconds / 1000));
  await wait(milliseconds, signal);
  return true;
}

/** Whether every other request to the org would fail in the same way. */
export function concernsWholeOrg({ kind }: PlatformError): boolean {
  return ['signed-out', 'unreachable', 'untrusted-certificate', 'rate-limited'].includes(kind);
}
