import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import * as z from 'zod/mini';

/** A window that is reloaded begins anew while its former process still comes to its end. */
const LOOK_EVERY_MILLISECONDS = 2000;
const LOOKS = 8;

/** Tells this process from a former one of its number: a container gives the same numbers at each start. */
const THIS_PROCESS = randomUUID();

/** What is noted, with the process that is at it: another window, or one that has ended. */
export function byThisProcess<T extends object>(
  noted: T,
): T & { pid: number; process: string; host: string } {
  return { ...noted, pid: process.pid, process: THIS_PROCESS, host: hostname() };
}

const By = z.object({
  pid: z.int().check(z.positive()),
  process: z.optional(z.unknown()),
  host: z._default(z.string(), hostname()),
  /** When it was noted (ISO 8601), where the note says so. */
  since: z._default(z.string(), ''),
});

/** Milliseconds for which a process of another computer, which cannot be asked, counts as being at it. */
const ELSEWHERE_FOR = 60 * 60_000;

/** Whether a process is still at what it noted: then nothing was interrupted. Waits a moment for one that is ending. */
export async function isUnderWay(noted: unknown): Promise<boolean> {
  const by = By.safeParse(noted);
  if (!by.success) return false;
  const { pid, host, since } = by.data;
  // What all windows share is shared by those on remote hosts, too, whose processes have numbers of their own.
  if (host !== hostname()) return Date.now() - Date.parse(since) < ELSEWHERE_FOR;
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
