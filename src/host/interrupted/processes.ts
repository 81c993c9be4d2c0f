import { setTimeout } from 'node:timers/promises';
import * as z from 'zod/mini';

/** A window that is reloaded begins anew while its former process still comes to its end. */
const LOOK_EVERY_MILLISECONDS = 2000;
const LOOKS = 8;

/** What is noted, with the process that is at it: another window, or one that has ended. */
export function byThisProcess<T extends object>(noted: T): T & { pid: number } {
  return { ...noted, pid: process.pid };
}

/** Whether a process is still at what it noted: then nothing was interrupted. Waits a moment for one that is ending. */
export async function isUnderWay(noted: unknown): Promise<boolean> {
  const by = z.object({ pid: z.int().check(z.positive()) }).safeParse(noted);
  if (!by.success) return false;
  for (let look = 1; isAlive(by.data.pid); look += 1) {
    if (by.data.pid === process.pid || look === LOOKS) return true;
    await setTimeout(LOOK_EVERY_MILLISECONDS);
  }
  return false;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // One of somebody else may not be asked, but is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
