import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds; less than a test may take, so that it says what it waited for. */
const PATIENCE = 15_000;
const LOOK_EVERY = 10;

/** Resolves once this is so; rejects after fifteen seconds in vain. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (!(await isSo())) {
    assert.ok(performance.now() < end, `waited in vain until ${isSo}`);
    await sleep(LOOK_EVERY);
  }
}
