import * as l10n from '@vscode/l10n';
import { clientName } from '../../core/texts/clientName.ts';
import { placeOf } from '../../core/texts/regions.ts';
import type { Services } from '../services.ts';
import type { Dialogs } from '../ui/dialogs.ts';
import { type Back, firstOf, type Step, thenAsk } from '../ui/questions.ts';
import type { KeptClient } from './clientSecrets.ts';
import { copyAndTell } from './copyAndTell.ts';

type Action = 'copy-secret' | 'copy-token' | 'forget';

/** "Copy or Forget Client Secret": what is kept on this computer. Nobody needs to be signed in for it. */
export async function showKeptSecrets(
  { secrets }: Pick<Services, 'secrets'>,
  dialogs: Dialogs,
): Promise<void> {
  const clients = await secrets.clients();
  if (clients.length === 0) {
    dialogs.tell(
      l10n.t('No Client Secret is kept here. One is, when you create a client or rotate the secret of one.'),
    );
    return;
  }
  const title = l10n.t("Client Secrets kept in VS Code's secret storage");
  const placeholder = l10n.t('Choose a client');
  const rows = clients.map((each) => ({
    label: clientName(each),
    description: each.id,
    detail: `${each.orgName} · ${placeOf(each.region)}`,
    value: each,
  }));
  await thenAsk<KeptClient, Action>(
    firstOf(2),
    undefined,
    async (step, last) => await dialogs.chooseStep({ title, placeholder, step }, rows, last),
    async (client, step) => await actOn(secrets, dialogs, client, step),
  );
}

/** What is done with what is kept of a client; Back when the person would rather have another one. */
async function actOn(
  secrets: Services['secrets'],
  dialogs: Dialogs,
  client: KeptClient,
  step: Step,
): Promise<Action | Back | undefined> {
  const [secret, token] = await Promise.all([secrets.get(client.id), secrets.getToken(client.id)]);
  const action = await dialogs.chooseStep<Action>(
    { title: clientName(client), placeholder: client.id, step },
    [
      { label: l10n.t('Copy Client Secret'), value: 'copy-secret' },
      ...(token === undefined
        ? []
        : [{ label: l10n.t('Copy the token for the identity provider'), value: 'copy-token' as const }]),
      { label: l10n.t('Forget it here'), value: 'forget' },
    ],
  );
  if (action === 'copy-secret' && secret !== undefined) await copyAndTell(dialogs, secret);
  if (action === 'copy-token' && token !== undefined) await copyAndTell(dialogs, token);
  if (action === 'forget') await forget(secrets, dialogs, client);
  return action;
}

async function forget(
  secrets: Services['secrets'],
  dialogs: Dialogs,
  { id, name }: KeptClient,
): Promise<void> {
  const meaning = [
    l10n.t(
      'It goes on working. Genesys Cloud does not show it again, so whoever needs it must have it already.',
    ),
  ];
  const question = l10n.t('Forget the secret of "{0}" on this computer?', name);
  if (!(await dialogs.confirm(question, meaning, l10n.t('Forget it')))) return;
  await secrets.forget(id);
  dialogs.tell(l10n.t('The secret of "{0}" is no longer kept here.', name));
}
