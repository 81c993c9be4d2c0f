import type { Mention } from '../../core/clients/concerns.ts';
import { mentionsOf } from '../../core/clients/mentions.ts';
import type { OrgAccount } from '../../core/clients/whereabouts.ts';
import type { Services } from '../services.ts';

/** Where the workspace names a client of an org: whoever ends it breaks that. None where it is not known any more. */
export async function usedHere(
  { mentions, orgClients }: Pick<Services, 'mentions' | 'orgClients'>,
  { account }: Pick<OrgAccount, 'account'>,
  clientId: string,
): Promise<readonly Mention[]> {
  const orgs = orgClients.current();
  const org = orgs.find((each) => each.account === account);
  const client = org?.clients.find(({ id }) => id === clientId);
  if (org === undefined || client === undefined) return [];
  return mentionsOf({ org, client }, await mentions.all(), orgs);
}
