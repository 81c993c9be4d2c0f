import * as l10n from '@vscode/l10n';
import { holdsSecret } from '../../core/clients/usable.ts';
import type { OrgAccount } from '../../core/clients/whereabouts.ts';
import type { OAuthClient } from '../../core/platform/oauthClients.ts';
import { unreadClientsText } from '../../core/texts/clientChanges.ts';
import { clientGrantText, unusualStateText } from '../../core/texts/clientFields.ts';
import { clientName } from '../../core/texts/clientName.ts';
import { orgRows, showReading, whichOrg } from '../clients/lookUp.ts';
import { textLanguage } from '../language.ts';
import type { Services } from '../services.ts';
import type { Session } from '../signIn/session.ts';
import type { Choice } from '../ui/askOneOf.ts';
import type { Dialogs } from '../ui/dialogs.ts';
import { BACK, type Back, firstOf, type Step, thenAsk, withoutBack } from '../ui/questions.ts';
import type { OwnClient } from './clientSecrets.ts';

type SignedInOrg = OrgAccount & { readonly practice: boolean };

type Known = Pick<Services, 'sessions' | 'orgClients'>;

/**
 * Asks for a client that has a secret: first for the org, where one is signed in to several. `signIn` is for those who
 * are signed in nowhere. Undefined when the person cancelled, or was told why there is none to choose from.
 */
export async function chooseClientWithSecret(
  { sessions, orgClients }: Known,
  dialogs: Dialogs,
  signIn: () => Promise<Session | undefined>,
): Promise<OwnClient | undefined> {
  if ((await sessions.all()).length === 0 && (await signIn()) === undefined) return undefined;
  // The store knows of a session once what is wanted was looked up.
  await orgClients.settled();
  const orgs = orgClients.practiceOrReal();
  const [first] = orgs;
  if (first === undefined) return undefined;
  const client = await thenAsk<SignedInOrg, OwnClient>(
    firstOf(orgs.length > 1 ? 2 : 1),
    orgs.length > 1 ? undefined : first,
    async (step, last) => await dialogs.chooseStep({ ...whichOrg(), step }, orgRows(orgs), last),
    async (org, step) => await askClient(orgClients, dialogs, org, step),
  );
  return withoutBack(client);
}

async function askClient(
  orgClients: Services['orgClients'],
  dialogs: Dialogs,
  org: SignedInOrg,
  step: Step,
): Promise<OwnClient | Back | undefined> {
  const { account, region, orgName } = org;
  if (!(await showReading(dialogs, async () => await orgClients.refresh(region)))) return undefined;
  const failure = orgClients.failures().find((each) => each.org.account === account);
  if (failure !== undefined) {
    dialogs.fail(unreadClientsText(orgName, failure.error));
    return undefined;
  }
  const clients = (orgClients.current().find((each) => each.account === account)?.clients ?? []).filter(
    holdsSecret,
  );
  if (clients.length === 0) {
    dialogs.tell(l10n.t('{0} has no client with a secret.', orgName));
    return undefined;
  }
  const title = l10n.t('Choose the client that gets a new secret');
  const placeholder = l10n.t('Type a part of its name or of its Client ID');
  const client = await dialogs.chooseStep<OAuthClient>({ title, placeholder, step }, clients.map(rowOf));
  if (client === undefined || client === BACK) return client;
  return { id: client.id, name: client.name, ...org };
}

function rowOf(client: OAuthClient): Choice<OAuthClient> {
  const state = unusualStateText(client);
  const grant = clientGrantText(client, textLanguage());
  return {
    label: clientName(client),
    description: state === undefined ? grant : `${grant} · ${state}`,
    detail: client.id,
    value: client,
  };
}
