import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { done, type NewHistoryEntry } from '../../core/clients/history.ts';
import { isAtHome } from '../../core/clients/whereabouts.ts';
import { isGone } from '../../core/operations/deleteClient.ts';
import { notCertain } from '../../core/operations/history.ts';
import {
  type Rotation,
  type RotationEffects,
  rotateSecret as rotate,
} from '../../core/operations/rotateSecret.ts';
import { answerOf, type PlatformError } from '../../core/platform/errors.ts';
import { resetSecret } from '../../core/platform/oauthClients.ts';
import { reasonOf } from '../../core/reason.ts';
import { isPracticeAccount } from '../../core/signIn/accountId.ts';
import { withRequest } from '../../core/texts/accessRequest.ts';
import { clientPlaceLines } from '../../core/texts/clientFields.ts';
import { clientName } from '../../core/texts/clientName.ts';
import { ownSignInRenewed } from '../../core/texts/ownClient.ts';
import { providerText } from '../../core/texts/scim.ts';
import {
  newSecretNotKeptText,
  oldSecretText,
  oldTokensText,
  secretNotChangedText,
} from '../../core/texts/secrets.ts';
import { inOneText } from '../../core/texts/sentences.ts';
import type { ClientAtHome } from '../clients/clientHistory.ts';
import { type ClientOfToken, connectionsOf } from '../scim/chooseConnection.ts';
import type { Services } from '../services.ts';
import { isPractice, type Session } from '../signIn/session.ts';
import type { Sessions } from '../signIn/sessions.ts';
import { signedInWith } from '../signIn/signedInWith.ts';
import type { Dialogs } from '../ui/dialogs.ts';
import { chooseClientWithSecret } from './chooseClientWithSecret.ts';
import type { OwnClient } from './clientSecrets.ts';
import { copyAndTell } from './copyAndTell.ts';

type Means = Pick<
  Services,
  'sessions' | 'connections' | 'secrets' | 'log' | 'rotations' | 'history' | 'orgClients'
>;

/** "Rotate Client Secret": of the client that is chosen. */
export async function rotateSecret(
  services: Means,
  dialogs: Dialogs,
  signIn: () => Promise<Session | undefined>,
): Promise<void> {
  const client = await chooseClientWithSecret(services, dialogs, signIn);
  if (client !== undefined) await rotateSecretOf(services, dialogs, client);
}

/** What a rotation that was offered has come to. */
export type RotationEnd = Rotation['kind'] | 'not-wanted';

/**
 * Makes a new secret for a client, once the person knows what that means. What came of it, they were told.
 *
 * @param then what follows it: nothing, or a new SCIM token, which is then not offered
 */
export async function rotateSecretOf(
  services: Means,
  dialogs: Dialogs,
  client: OwnClient,
  then: 'nothing' | 'token' = 'nothing',
): Promise<RotationEnd> {
  const holders = await holdersOfTokens(services, client);
  const meaning = [
    ...ownSignInRenewed(await signedInWith(services.sessions, homeOf(client)), client.orgName),
    oldSecretText(),
    oldTokensText(holders),
    ...clientPlaceLines(client.id, client),
  ];
  const agreed = await dialogs.confirm(
    l10n.t('Make a new secret for "{0}"?', clientName(client)),
    meaning,
    l10n.t('Make a new secret'),
  );
  const offered = then === 'token' ? [] : holders;
  return agreed ? await makeSecret(services, dialogs, client, offered) : 'not-wanted';
}

/** The identity providers that hold a token of a client, by name, as the workspace's files say. */
async function holdersOfTokens({ log }: Pick<Means, 'log'>, client: OwnClient): Promise<readonly string[]> {
  try {
    const found = await connectionsOf({ region: client.region, clientId: client.id });
    return [...new Set(found.map(({ connection }) => providerText(connection.provider)))];
  } catch (error) {
    log.warn(reasonOf(error));
    return [];
  }
}

async function makeSecret(
  services: Means,
  dialogs: Dialogs,
  client: OwnClient,
  holders: readonly string[],
): Promise<RotationEnd> {
  const effects = effectsFor(services, client);
  const making = async () => await services.rotations.alone(client.id, async () => await rotate(effects));
  const rotation = await dialogs.wait(l10n.t('Making a new secret for "{0}"…', clientName(client)), making);
  if (rotation.kind !== 'not-changed') await services.history.add(homeOf(client), rotationEntry(rotation));
  switch (rotation.kind) {
    case 'not-changed':
      if (isSaidGone(rotation.error)) services.orgClients.forget(client.account, client.id);
      dialogs.fail(withRequest(secretNotChangedText(client, rotation.error), rotation.error, client));
      return rotation.kind;
    case 'lost':
      if (await wantsAnother(dialogs, client)) return await makeSecret(services, dialogs, client, holders);
      await effects.end();
      return rotation.kind;
    case 'not-kept': {
      const failure = newSecretNotKeptText(client, rotation.reason);
      const copy = l10n.t('Copy Client Secret');
      if (await dialogs.confirm(failure.what, [failure.why, failure.next], copy))
        await copyAndTell(dialogs, rotation.secret);
      await effects.end();
      return rotation.kind;
    }
    case 'kept':
      if (rotation.signedOut !== undefined) services.log.warn(rotation.signedOut);
      void offerNext(services, dialogs, client, { secret: rotation.secret, holders });
      return rotation.kind;
  }
}

/** The request for a new secret is answered otherwise than all others where there is no such client. */
function isSaidGone(error: PlatformError): boolean {
  return isGone(error) || answerOf(error)?.code === 'not.found';
}

function rotationEntry({ kind }: Rotation): NewHistoryEntry {
  const rotated = done('secret-rotated');
  return kind === 'lost' ? notCertain(rotated) : rotated;
}

function homeOf({ id, region, account }: OwnClient): ClientAtHome {
  return { id, region, practice: isPracticeAccount(account) };
}

function effectsFor(
  { sessions, connections, secrets, rotations, log }: Means,
  client: OwnClient,
): RotationEffects {
  const { id, account } = client;
  return {
    begin: async () => await rotations.begin({ ...client, since: new Date().toISOString() }),
    end: async () => await rotations.end(id).catch((error) => log.warn(reasonOf(error))),
    reset: async () => await connections.call(account, async (to) => await resetSecret(to, id)),
    keep: async (secret) => await secrets.keep(client, secret),
    renewSessions: async (secret) => await renewWith(sessions, client, secret),
  };
}

async function wantsAnother(dialogs: Dialogs, client: OwnClient): Promise<boolean> {
  const lost = [
    l10n.t(
      'The request was sent, and its answer with the new secret was lost. The old secret may have stopped working, and nobody knows the new one.',
    ),
    l10n.t('Making another one does no further harm: the last one counts.'),
  ];
  const question = l10n.t('It is not certain whether "{0}" has a new secret.', clientName(client));
  return await dialogs.confirm(question, lost, l10n.t('Make another secret'));
}

/** A message stays for as long as nobody closes it, so that the secret may be another one by then, or gone. */
async function offerNext(
  { secrets, log }: Means,
  dialogs: Dialogs,
  client: OwnClient,
  { secret, holders }: { readonly secret: string; readonly holders: readonly string[] },
): Promise<void> {
  const kept = l10n.t('"{0}" has a new secret. It is kept in VS Code\'s secret storage.', clientName(client));
  const text = holders.length === 0 ? kept : inOneText([kept, oldTokensText(holders)]);
  const clicked = await dialogs.answer<'copy' | 'token'>('information', text, [
    // A provider that holds a token takes no secret.
    ...(holders.length === 0 ? [] : [{ title: l10n.t('Make a New SCIM Token'), value: 'token' as const }]),
    { title: l10n.t('Copy Client Secret'), value: 'copy' },
  ]);
  if (clicked === 'token') {
    const about: ClientOfToken = { region: client.region, clientId: client.id };
    await vscode.commands.executeCommand('genesysOAuth.makeScimToken', about);
  }
  if (clicked !== 'copy') return;
  const now = await secrets.get(client.id).catch((error) => {
    log.warn(reasonOf(error));
    return secret;
  });
  if (now !== undefined) await copyAndTell(dialogs, now);
  else dialogs.tell(l10n.t('The secret of "{0}" is not kept here any more.', clientName(client)));
}

/** Whoever is signed in with the client itself goes on with its new secret, instead of being signed out by it. */
async function renewWith(sessions: Sessions, client: OwnClient, clientSecret: string): Promise<void> {
  for (const session of await sessions.all()) {
    const { renewal, region } = session;
    if (renewal?.kind !== 'client-credentials' || renewal.clientId !== client.id) continue;
    // Elsewhere it is the ID of another client.
    if (!isAtHome(client, { region, practice: isPractice(session) })) continue;
    await sessions.replace({ ...session, renewal: { ...renewal, clientSecret } });
  }
}
