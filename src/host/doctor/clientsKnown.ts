import type { FoundClient, OrgClients } from '../../core/clients/whereabouts.ts';
import type { Told } from '../../core/doctor/symptom.ts';
import { clientsMeant } from '../../core/doctor/told.ts';
import type { MeantClient } from '../../core/doctorPage/messages.ts';

/** The clients that a text may mean, with what they are called in the orgs that were read. */
export function meantIn(orgs: readonly OrgClients[], told: Told): MeantClient[] {
  return clientsMeant(told).map((clientId) => {
    const home = orgs.find(({ clients }) => clients.some(({ id }) => id.toLowerCase() === clientId));
    const client = home?.clients.find(({ id }) => id.toLowerCase() === clientId);
    return { clientId, ...(client && { name: client.name }), ...(home && { orgName: home.orgName }) };
  });
}

/** A client as it is known in the org of this account; undefined where it is not known there. */
export function foundIn(
  orgs: readonly OrgClients[],
  account: string | undefined,
  clientId: string | undefined,
): FoundClient | undefined {
  const org = orgs.find((each) => each.account === account);
  const id = clientId?.toLowerCase();
  const client = org?.clients.find((each) => each.id.toLowerCase() === id);
  return org && client && { org, client };
}
