import * as l10n from '@vscode/l10n';
import type { FoundClient } from '../../core/clients/whereabouts.ts';
import { unreadClientsText } from '../../core/texts/clientChanges.ts';
import { clientGrantText } from '../../core/texts/clientFields.ts';
import { clientName } from '../../core/texts/clientName.ts';
import { placeOf } from '../../core/texts/regions.ts';
import { showReading } from '../clients/lookUp.ts';
import { textLanguage } from '../language.ts';
import type { Services } from '../services.ts';
import type { Session } from '../signIn/session.ts';
import type { Choice, ListQuestion } from '../ui/askOneOf.ts';

type ChooseServices = Pick<Services, 'dialogs' | 'orgClients' | 'sessions'>;
type SignIn = () => Promise<Session | undefined>;

/** Asks for one of the clients of all orgs that one is signed in to; signs in first where that is none. */
export async function chooseAnyClient(
  services: ChooseServices,
  signIn: SignIn,
): Promise<FoundClient | undefined> {
  const rows = await rowsOfAll(services, signIn);
  return rows && (await services.dialogs.choose(question(l10n.t('Choose an OAuth client')), rows));
}

/** The same for some of them; none where the person cancelled or ticked none. */
export async function chooseSomeClients(
  services: ChooseServices,
  signIn: SignIn,
): Promise<readonly FoundClient[]> {
  const rows = await rowsOfAll(services, signIn);
  if (rows === undefined) return [];
  return (await services.dialogs.chooseSome(question(l10n.t('Choose OAuth clients')), rows)) ?? [];
}

function question(title: string): ListQuestion {
  return { title, placeholder: l10n.t('Type a part of its name or of its Client ID') };
}

/** A row for each client, by name; undefined where there is none to choose, which the person knows then. */
async function rowsOfAll(
  { sessions, orgClients, dialogs }: ChooseServices,
  signIn: SignIn,
): Promise<Choice<FoundClient>[] | undefined> {
  if ((await sessions.all()).length === 0 && (await signIn()) === undefined) return undefined;
  const read = async () => {
    await orgClients.settled();
    const regions = new Set(orgClients.orgs().map(({ region }) => region));
    await Promise.all([...regions].map(async (region) => await orgClients.want(region)));
  };
  if (!(await showReading(dialogs, read))) return undefined;
  const orgs = orgClients.current();
  const rows = orgs.flatMap((org) =>
    org.clients.map((client): Choice<FoundClient> => {
      const places = orgs.length > 1 ? [org.orgName, placeOf(org.region)] : [];
      return {
        label: clientName(client),
        description: clientGrantText(client, textLanguage()),
        detail: [client.id, ...places].join(' · '),
        value: { org, client },
      };
    }),
  );
  // Whoever looks for a client in vain must know that some are not among these, or are from before.
  for (const { org, error } of orgClients.failures()) dialogs.fail(unreadClientsText(org.orgName, error));
  if (rows.length === 0) {
    if (orgs.length > 0) dialogs.tell(l10n.t('There is no OAuth client yet. Create one.'));
    return undefined;
  }
  const { compare } = new Intl.Collator(textLanguage(), { numeric: true });
  return rows.sort((one, other) => compare(one.label, other.label));
}
