import * as l10n from '@vscode/l10n';
import { holdsSecret } from '../../core/clients/holdsSecret.ts';
import type { OAuthClient } from '../../core/platform/oauthClients.ts';
import { unreadClientsText } from '../../core/texts/clientChanges.ts';
import { clientGrantText, unusualStateText } from '../../core/texts/clientFacts.ts';
import { placeOf } from '../../core/texts/regions.ts';
import { showReading } from '../clients/reading.ts';
import { textLanguage } from '../language.ts';
import type { Services } from '../services.ts';
import type { Session } from '../signIn/session.ts';
import type { Choice } from '../ui/askOneOf.ts';
import type { Dialogs } from '../ui/dialogs.ts';
import { BACK, type Back, firstOf, type Step, thenAsk, withoutBack } from '../ui/steps.ts';
import type { OwnClient } from './rotateSecret.ts';

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
  const all = await sessions.all();
  const isChoice = all.length > 1;
  const only = isChoice ? undefined : (all[0] ?? (await signIn()));
  if (only === undefined && !isChoice) return undefined;
  const client = await thenAsk<Session, OwnClient>(
    firstOf(isChoice ? 2 : 1),
    only,
    async (step, last) => await askOrg(all, dialogs, step, last),
    async (session, step) => await askClient(orgClients, dialogs, session, step),
  );
  return withoutBack(client);
}

async function askOrg(
  sessions: readonly Session[],
  dialogs: Dialogs,
  step: Step,
  last: Session | undefined,
): Promise<Session | Back | undefined> {
  const title = l10n.t('Choose the organization of the client');
  const rows = sessions.map((session) => ({
    label: session.orgName,
    description: placeOf(session.region),
    detail: session.account.label,
    value: session,
  }));
  return await dialogs.chooseStep<Session>({ title, placeholder: '', step }, rows, last);
}

async function askClient(
  orgClients: Services['orgClients'],
  dialogs: Dialogs,
  { region, orgName, account }: Session,
  step: Step,
): Promise<OwnClient | Back | undefined> {
  if (!(await showReading(dialogs, async () => await orgClients.refresh(region)))) return undefined;
  const failure = orgClients.failures().find((each) => each.orgName === orgName);
  if (failure !== undefined) {
    dialogs.fail(unreadClientsText(orgName, failure.error));
    return undefined;
  }
  const clients = orgClients
    .current()
    .filter((org) => org.region === region)
    .flatMap((org) => org.clients)
    .filter((client) => holdsSecret(client) && orgClients.accountOf(region, client.id) === account.id);
  if (clients.length === 0) {
    dialogs.tell(l10n.t('{0} has no client with a secret.', orgName));
    return undefined;
  }
  const title = l10n.t('Choose the client that gets a new secret');
  const placeholder = l10n.t('Type a part of its name or of its Client ID');
  const client = await dialogs.chooseStep<OAuthClient>({ title, placeholder, step }, clients.map(rowOf));
  if (client === undefined || client === BACK) return client;
  return { id: client.id, name: client.name, orgName, region, account: account.id };
}

function rowOf(client: OAuthClient): Choice<OAuthClient> {
  const state = unusualStateText(client);
  const grant = clientGrantText(client, textLanguage());
  return {
    label: client.name,
    description: client.id,
    detail: state === undefined ? grant : `${grant} · ${state}`,
    value: client,
  };
}
