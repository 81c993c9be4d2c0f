import { isExactlyScim } from './defaultRoles.ts';
import type { Client, RoleDivision } from './records.ts';
import type { World } from './world.ts';

const DAY = 86_400_000;

/** A client that can still be restored after its deletion must be at least this old (Genesys facts 1.4). */
const RESTORABLE_FROM_AGE = 30 * DAY;
const GRACE = 7 * DAY;

/** The client of this id; undefined when there is none or its time has run out. */
export function findClient(world: World, id: string): Client | undefined {
  const client = world.clients.get(id);
  if (client?.dateToDelete == null || client.dateToDelete > world.clock.now()) return client;
  world.clients.delete(id);
  return undefined;
}

/** The org's own clients: the platform's built-in ones are nobody's to see or change. */
export function orgClients(world: World): Client[] {
  const clients = [...world.clients.keys()].map((id) => findClient(world, id));
  return clients.filter((client) => client?.owner === 'org').filter((client) => client !== undefined);
}

/**
 * Deletes an inactive client: a young one is gone at once, an older one can be made active again for seven
 * days (Genesys facts 1.4).
 */
export function deleteClient(world: World, client: Client): void {
  const now = world.clock.now();
  if (now - client.dateCreated < RESTORABLE_FROM_AGE) {
    world.clients.delete(client.id);
  } else {
    world.clients.set(client.id, { ...client, dateToDelete: client.dateToDelete ?? now + GRACE });
  }
}

/** Takes the long SCIM duration back from clients whose roles no longer earn it (procedure rule S4). */
export function settleDurations(world: World): void {
  for (const client of world.clients.values()) {
    const { roleDivisions, accessTokenValiditySeconds: held } = client;
    const earned = effectiveDuration(world, roleDivisions, held);
    if (earned !== held) world.clients.set(client.id, { ...client, accessTokenValiditySeconds: earned });
  }
}

/** Token durations in seconds (procedure rules G4 and S2, Genesys facts 8.1). */
export const DEFAULT_DURATION = 86_400;
export const SHORTEST_DURATION = 300;
export const LONGEST_DURATION = 172_800;
export const LONGEST_SCIM_DURATION = 38_880_000;

/**
 * The token duration, in seconds, that a client really gets. Above two days only a client-credentials client
 * keeps what it asked for (no other has roles), and only when its one role is exactly SCIM Integration; any
 * other client falls back to the default without a word (procedure rule S4).
 */
export function effectiveDuration(
  world: World,
  roleDivisions: readonly RoleDivision[],
  wishedSeconds: number,
): number {
  if (wishedSeconds <= LONGEST_DURATION) return wishedSeconds;
  const roleIds = new Set(roleDivisions.map(({ roleId }) => roleId));
  const roles = [...roleIds].map((id) => world.roles.get(id));
  const onlyScim = roles.length === 1 && roles.every((role) => role !== undefined && isExactlyScim(role));
  return onlyScim ? wishedSeconds : DEFAULT_DURATION;
}
