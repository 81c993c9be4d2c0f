import { mentionsOf } from '../../core/clients/mentions.ts';
import type { OrgAccount } from '../../core/clients/whereabouts.ts';
import { usedHereLines } from '../../core/texts/usedHere.ts';
import { textLanguage } from '../language.ts';
import type { Services } from '../services.ts';

/** Which files of the workspace use a client, a line each: whoever ends it breaks them. None where none does. */
export async function usedHere(
  { mentions, orgClients }: Pick<Services, 'mentions' | 'orgClients'>,
  { account }: Pick<OrgAccount, 'account'>,
  clientId: string,
): Promise<readonly string[]> {
  const orgs = orgClients.current();
  const org = orgs.find((each) => each.account === account);
  const client = org?.clients.find(({ id }) => id === clientId);
  if (org === undefined || client === undefined) return [];
  return usedHereLines(mentionsOf({ org, client }, await mentions.all(), orgs), textLanguage());
}
