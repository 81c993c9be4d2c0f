import type { OrgClients } from '../clients/whereabouts.ts';
import type { ClientUse, Depth, ReportedOrg } from './facts.ts';
import { type OrgRead, type Unasked, whyNot } from './readings.ts';

/** What is told of an org: what was read of it, and of the use of its clients what `useOf` knows. */
export function reportedOrg(
  org: OrgClients,
  depth: Depth,
  read: Pick<OrgRead, 'roles' | 'divisions' | 'notRead'> | undefined,
  unasked: Unasked,
  { now, useOf, renewedAt }: Pick<ReportedOrg, 'now' | 'useOf' | 'renewedAt'>,
): ReportedOrg {
  const missing = [...(unasked.get(org.account) ?? [])].map(([part, error]) => whyNot(part, error));
  return {
    org,
    roles: read?.roles,
    divisions: read?.divisions,
    depth,
    notRead: [...(read?.notRead ?? []), ...missing],
    now,
    // A report of the lists alone is the same whether or not somebody has asked for more before.
    useOf: (client) => (depth === 'lists' ? UNKNOWN_USE : useOf(client)),
    renewedAt,
  };
}

const UNKNOWN_USE: ClientUse = { last: undefined, calls: undefined };
