import * as l10n from '@vscode/l10n';
import { concernsOf, type ListedClient } from '../../core/clients/concerns.ts';
import { clientGrantName } from '../../core/texts/clientFields.ts';
import { clientRowText, concernText } from '../../core/texts/clientList.ts';
import { clientName } from '../../core/texts/clientName.ts';
import { placeOf } from '../../core/texts/regions.ts';
import { textOrJson, writeJson, writeLines } from '../answer.ts';
import { type Run, refuseMoreWords } from '../commandLine.ts';
import { EXIT, tell } from '../io.ts';
import { withOrgs } from '../orgs/orgs.ts';
import { clientsOf, orgJson, type ReadClients, reckoningIn, unreadText } from './orgClients.ts';

/** `genesys-oauth clients list`: the clients of each org, and what is to be looked after about them. */
export const listCommand: Run = async (asked) => {
  const form = textOrJson(asked);
  refuseMoreWords(asked.words);
  return await withOrgs(asked, async ({ orgs, notOpened, clocks }) => {
    const clients = clientsOf(orgs, asked.io);
    const told = clients.read.map((org) => {
      const reckoning = reckoningIn(org, asked.io, clocks);
      const listed = org.clients.map(
        (client): ListedClient => ({ client, mentions: [], concerns: concernsOf(client, [], reckoning) }),
      );
      return { org, listed, now: reckoning.now };
    });
    if (form === 'json')
      writeJson(
        asked,
        {
          orgs: told.map(({ org, listed, now }) => ({
            ...orgJson(org),
            clients: listed.map(({ client, concerns }) => ({
              ...client,
              concerns: concerns.map((each) => concernText(each, now, asked.language)),
            })),
          })),
          notRead: clients.unread.map((each) => ({
            org: each.open.account.orgName,
            reason: unreadText(each),
          })),
        },
        notOpened,
      );
    else
      writeLines(
        asked,
        told.flatMap((each) => orgLines(each, asked.language)),
      );
    tell(asked.io, clients.unread.map(unreadText));
    return clients.unread.length > 0 ? EXIT.notChecked : EXIT.fine;
  });
};

type Told = {
  readonly org: ReadClients['read'][number];
  readonly listed: readonly ListedClient[];
  readonly now: Date;
};

function orgLines({ org, listed, now }: Told, language: string): readonly string[] {
  return [
    l10n.t('{org}, {region}: {count} clients', {
      org: org.orgName,
      region: placeOf(org.region),
      count: listed.length,
    }),
    ...listed.flatMap((each) => {
      const row = clientRowText(each, now, language);
      const parts = [clientGrantName(each.client), ...(row === '' ? [] : [row])];
      return [`  ${each.client.id}  ${clientName(each.client)}`, `      ${parts.join(' · ')}`];
    }),
    '',
  ];
}
