import type { Org } from '../org.ts';
import type { Client } from '../world/records.ts';

/**
 * Whether a client may bring anybody in: an org that authorizes clients refuses those that it has not authorized. One that
 * is refused has asked to be (the state `Requested` of the published `OAuthAuthorization`).
 */
export function isAdmitted(org: Org, client: Client): boolean {
  if (isAuthorized(org, client)) return true;
  org.refusedClients.set(client.id, org.clock.now());
  return false;
}

/** Whether the org has authorized a client, or asks for no authorization. The platform's own clients need none. */
export function isAuthorized({ switches }: Org, { id, owner }: Client): boolean {
  return owner === 'platform' || switches.approvedClients === null || switches.approvedClients.includes(id);
}

/** What a client that is not authorized is told: our guess, as no source has the words (Genesys facts 12). */
export const NOT_AUTHORIZED = 'the client is not authorized in this organization';
