import { getOwnGrants } from '../platform/authorization.ts';
import type { Result } from '../platform/errors.ts';
import type { Connection } from '../platform/request.ts';

/** Seconds between two looks for a role that was granted, and how many looks there are (Genesys facts 1.6). */
const LOOK_EVERY_SECONDS = 3;
const LOOKS = 20;

/** How long a role that was granted is waited for, in seconds. */
export const MOST_SECONDS_UNTIL_HELD = LOOK_EVERY_SECONDS * LOOKS;

type Looking = {
  /** The IDs of the roles that whoever is signed in holds. */
  held(): Promise<Result<readonly string[]>>;
  now(): Date;
  wait(milliseconds: number): Promise<void>;
};

/**
 * Waits until an org has noticed that whoever is signed in holds a role; whether it has. No longer than the person is told,
 * also where each look takes as long as a request may, and not once the signal aborts.
 */
export async function untilHeld(
  roleId: string,
  { held, now, wait }: Looking,
  signal?: AbortSignal,
): Promise<boolean> {
  const until = now().getTime() + MOST_SECONDS_UNTIL_HELD * 1000;
  for (let look = 0; look < LOOKS && now().getTime() < until; look += 1) {
    const roles = await held();
    if (roles.ok && roles.value.includes(roleId)) return true;
    if (signal?.aborted) return false;
    await wait(LOOK_EVERY_SECONDS * 1000);
  }
  return false;
}

/** The IDs of the roles that the caller holds. */
export async function heldRoleIds(connection: Connection): Promise<Result<readonly string[]>> {
  const grants = await getOwnGrants(connection);
  return grants.ok ? { ok: true, value: grants.value.map(({ role }) => role.id) } : grants;
}
