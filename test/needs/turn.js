// Plain JavaScript and Node's own modules only: packages.js needs it before any package is there.
import { mkdir, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const HEARTBEAT_SECONDS = 2;
/** Who shows no sign of life for so long is taken for dead, where its process cannot be looked at. */
const SILENT_SECONDS = 60;
const LOOK_AGAIN_MILLISECONDS = 200;

/**
 * Does some work while no other process does the same: they agree by a file that only one of them can create.
 * One that was ended in the middle does not hold the others up: its process is looked for, or else its sign of life.
 *
 * @template Result
 * @param {string} file Which work it is: the file that stands for it; its folder is made where it is missing.
 * @param {() => void} onWait Called once when somebody else is at it.
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>} What the work returns. Rejects with what the work rejects with, or when the file cannot be made.
 */
export async function inTurn(file, onWait, work) {
  await mkdir(dirname(file), { recursive: true });
  let waits = false;
  while (!(await isCreated(file))) {
    if (await isLeft(file)) {
      await setAside(file);
    } else {
      if (!waits) onWait();
      waits = true;
      await sleep(LOOK_AGAIN_MILLISECONDS);
    }
  }
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => undefined);
  }, HEARTBEAT_SECONDS * 1000);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    await rm(file, { force: true });
  }
}

/** @param {string} file */
async function isCreated(file) {
  try {
    const handle = await open(file, 'wx');
    await handle.writeFile(JSON.stringify({ pid: process.pid, host: hostname() }));
    await handle.close();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Whether nobody is at it any more.
 * @param {string} file
 */
async function isLeft(file) {
  try {
    const { mtimeMs } = await stat(file);
    if (Date.now() - mtimeMs > SILENT_SECONDS * 1000) return true;
    const { pid, host } = JSON.parse(await readFile(file, 'utf8'));
    return host === hostname() && !isRunning(pid);
  } catch {
    // It has just gone, or is not written yet.
    return false;
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Of several that wait, one succeeds.
 * @param {string} file
 */
async function setAside(file) {
  const aside = `${file}-left-${process.pid}`;
  await rename(file, aside).catch(() => undefined);
  await rm(aside, { force: true });
}
