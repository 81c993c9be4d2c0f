import * as l10n from '@vscode/l10n';
import { mayHaveBeenCarriedOut } from '../../core/platform/errors.ts';
import { resetSecret } from '../../core/platform/oauthClients.ts';
import { reasonOf } from '../../core/reason.ts';
import { newSecretNotKeptText, secretNotChangedText } from '../../core/texts/clientSecret.ts';
import { placeOf } from '../../core/texts/regions.ts';
import type { ClientDialogs } from '../clients/dialogs.ts';
import { withConnection } from '../clients/withConnection.ts';
import type { Services } from '../services.ts';
import type { Session } from '../signIn/session.ts';
import { chooseClientWithSecret } from './chooseClient.ts';
import { copyAndTell } from './copyAndTell.ts';
import type { KeptClient } from './keptClients.ts';
import { renewWith } from './renewWith.ts';

/** A client of an org that one is signed in to, and the account (its ID) there. */
export type OwnClient = KeptClient & { account: string };

type Means = Pick<Services, 'sessions' | 'connections' | 'secrets'>;

/** "Rotate Client Secret": of the client that is chosen. */
export async function rotateSecret(
  services: Means & Pick<Services, 'orgClients'>,
  dialogs: ClientDialogs,
  signIn: () => Promise<Session | undefined>,
): Promise<void> {
  const client = await chooseClientWithSecret(services, dialogs, signIn);
  if (client !== undefined) await rotateSecretOf(services, dialogs, client);
}

/** Makes a new secret for a client, once the person knows what that means. Resolves to whether it is kept now. */
export async function rotateSecretOf(
  services: Means,
  dialogs: ClientDialogs,
  client: OwnClient,
): Promise<boolean> {
  const { name, id, orgName, region } = client;
  const meaning = [
    l10n.t('The old secret stops working at once: every application that uses it needs the new one.'),
    l10n.t('Client ID: {0}', id),
    l10n.t('Organization: {0}, {1}', orgName, placeOf(region)),
  ];
  const agreed = await dialogs.confirm(
    l10n.t('Make a new secret for "{0}"?', name),
    meaning,
    l10n.t('Make a new secret'),
  );
  return agreed && (await makeSecret(services, dialogs, client));
}

async function makeSecret(services: Means, dialogs: ClientDialogs, client: OwnClient): Promise<boolean> {
  const { name, id, account } = client;
  // Not to be cancelled: the secret comes only once.
  const reset = await dialogs.progress(l10n.t('Making a new secret for "{0}"…', name), async () => {
    return await withConnection(services, account, async (to) => await resetSecret(to, id));
  });
  if (!reset.ok && !mayHaveBeenCarriedOut(reset.error)) {
    dialogs.fail(secretNotChangedText(name, reset.error));
    return false;
  }
  const secret = reset.ok ? reset.value.secret : undefined;
  if (secret !== undefined) return await keepAndOffer(services, dialogs, client, secret);
  const lost = [
    l10n.t(
      'The request was sent, and its answer with the new secret was lost. The old secret may have stopped working, and nobody knows the new one.',
    ),
    l10n.t('Making another one does no further harm: the last one counts.'),
  ];
  const question = l10n.t('It is not certain whether "{0}" has a new secret.', name);
  const again = await dialogs.confirm(question, lost, l10n.t('Make another secret'));
  return again && (await makeSecret(services, dialogs, client));
}

async function keepAndOffer(
  { secrets, sessions }: Means,
  dialogs: ClientDialogs,
  client: OwnClient,
  secret: string,
): Promise<boolean> {
  const copy = l10n.t('Copy Client Secret');
  await renewWith(sessions, client.id, secret);
  try {
    await secrets.keep(client, secret);
  } catch (error) {
    const failure = newSecretNotKeptText(client.name, reasonOf(error));
    if (await dialogs.confirm(failure.what, [failure.why, failure.next], copy))
      await copyAndTell(dialogs, secret);
    return false;
  }
  const kept = l10n.t('"{0}" has a new secret. It is kept in VS Code\'s secret storage.', client.name);
  void dialogs.offer(kept, copy).then(async (wanted) => {
    if (wanted) await copyAndTell(dialogs, secret);
  });
  return true;
}
