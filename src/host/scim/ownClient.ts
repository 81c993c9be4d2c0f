import type { WrittenConnection } from '../../core/scim/connections.ts';
import type { OwnClient } from '../secrets/rotateSecret.ts';
import type { Services } from '../services.ts';

/** The client of a connection, as far as an org that one is signed in to is known to have it. Sends nothing. */
export function ownClient(
  { orgClients }: Pick<Services, 'orgClients'>,
  { region, clientId }: Pick<WrittenConnection, 'region' | 'clientId'>,
): OwnClient | undefined {
  const account = orgClients.accountOf(region, clientId);
  for (const org of orgClients.current()) {
    const client = org.clients.find(({ id }) => id === clientId);
    if (client === undefined || org.region !== region || account === undefined) continue;
    return { id: clientId, name: client.name, orgName: org.orgName, region, account };
  }
  return undefined;
}
