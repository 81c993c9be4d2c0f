import type { FoundClient } from '../../core/clients/whereabouts.ts';
import type { KeptClient } from './keptClients.ts';

/** A client of an org that one is signed in to, and the account (its ID) there. */
export type OwnClient = KeptClient & { account: string };

export function ownClient({ client, org }: FoundClient): OwnClient {
  const { account, orgName, region } = org;
  return { id: client.id, name: client.name, orgName, region, account };
}
