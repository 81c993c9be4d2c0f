import { AsyncLocalStorage } from 'node:async_hooks';

/** How many times faster the code of the extension waits than it does for a person: 30 seconds pass in one and a half. */
const TIMES_FASTER = 20;

/** A longer wait is counted in so many milliseconds, so that none passes while the computer has no time for this process. */
const TICK = 50;

const inHurry = new AsyncLocalStorage<true>();

/**
 * Lets what `src/core` waits for pass faster in what `hurried` runs, be it a limit or a pause, until the function that is
 * returned is called. The org goes on at its own speed, and so does Node.js, whose fetch counts time by the same timers.
 */
export function allowHurry(): () => void {
  const { setTimeout } = globalThis;
  const faster = (...[work, milliseconds = 0, ...rest]: Parameters<typeof setTimeout>) => {
    const isMeant = inHurry.getStore() === true && isOfCore(faster);
    if (!isMeant) return setTimeout(work, milliseconds, ...rest);
    let ticks = Math.ceil(milliseconds / TIMES_FASTER / TICK);
    const ticking = setInterval(
      () => {
        ticks -= 1;
        if (ticks > 0) return;
        clearInterval(ticking);
        work(...rest);
      },
      Math.min(TICK, milliseconds / TIMES_FASTER),
    );
    return ticking;
  };
  globalThis.setTimeout = Object.assign(faster, setTimeout);
  return () => {
    globalThis.setTimeout = setTimeout;
  };
}

/** A clock that is as fast, from now on. */
export function hurriedClock(): () => Date {
  const start = Date.now();
  return () => new Date(start + (Date.now() - start) * TIMES_FASTER);
}

/** Does this work in a hurry. */
export async function hurried<T>(work: () => Promise<T>): Promise<T> {
  return await inHurry.run(true, work);
}

/** Whether the function that has called this one stands in the core. */
function isOfCore(called: (...given: Parameters<typeof setTimeout>) => unknown): boolean {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 1;
  const at: { stack?: string } = {};
  Error.captureStackTrace(at, called);
  Error.stackTraceLimit = stackTraceLimit;
  return /[\\/]src[\\/]core[\\/]/.test(at.stack ?? '');
}
