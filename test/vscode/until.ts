import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOKS = 500;
const LOOK_EVERY = 10;

/** Resolves once this is so; rejects after five seconds in vain. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let look = 0; look < LOOKS && !(await isSo()); look += 1) await sleep(LOOK_EVERY);
  assert.ok(await isSo(), `waited in vain until ${isSo}`);
}
