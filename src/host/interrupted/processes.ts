import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import * as z from 'zod/mini';

/** A window that is reloaded begins anew while its former process still comes to its end. */
const LOOK_EVERY_MILLISECONDS = 2000;
const LOOKS = 8;

/** Tells this process from a former one of its number: a container gives the same numbers at each start. */
const THIS_PROCESS = randomUUID();

/** What is noted, with the process that is at it: another window, or one that has ended. */
export function byThisProcess<T extends object>(noted: T): T & { pid: number; process: string } {
  return { ...noted, pid: process.pid, process: THIS_PROCESS };
}

/** Whether a process is still at what it noted: then nothing was interrupted. Waits a moment for one that is ending. */
export async function isUnderWay(noted: unknown): Promise<boolean> {
  const by = z.object({ pid: z.int().check(z.positive()), process: z.unknown() }).safeParse(noted);
  if (!by.success) return false;
  const { pid } = by.data;
  if (pid === process.pid) return by.data.process === THIS_PROCESS;
  for (let look = 1; isAlive(pid); look += 1) {
    if (look === LOOKS) return true;
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
