import { mkdir, rmdir, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** Seconds after which a window that is still at work is taken for closed. */
const GIVEN_UP_AFTER_SECONDS = 60;
const LOOK_AGAIN_AFTER_MILLISECONDS = 50;

/**
 * Does this while no other window of this computer does the same: they wait for each other by a folder that only one of
 * them can make. One that a closed window left is taken over after a minute. Rejects when the folder cannot be made, or
 * with what the work rejects with. Not proper-lockfile, whose 22 kB would be packed for it.
 */
export async function alone<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  while (!(await isMade(folder))) {
    if (await isLeft(folder)) await remove(folder);
    else await sleep(LOOK_AGAIN_AFTER_MILLISECONDS);
  }
  try {
    return await work();
  } finally {
    await remove(folder);
  }
}

/** False when it is there already; rejects when it cannot be. */
async function isMade(folder: string): Promise<boolean> {
  return await mkdir(folder).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );
}

async function isLeft(folder: string): Promise<boolean> {
  const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: Date.now() }));
  return Date.now() - mtimeMs > GIVEN_UP_AFTER_SECONDS * 1000;
}

async function remove(folder: string): Promise<void> {
  await rmdir(folder).catch(() => undefined);
}
