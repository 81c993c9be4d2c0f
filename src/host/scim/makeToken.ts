import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { clientCredentialsLogin, type Token } from '../../core/platform/login.ts';
import { tokenEndsAt } from '../../core/platform/tokenEnd.ts';
import { reasonOf } from '../../core/reason.ts';
import type { WrittenConnection } from '../../core/scim/connections.ts';
import { isProviderId } from '../../core/scim/providers.ts';
import { providerName } from '../../core/texts/scim.ts';
import {
  noScimTokenText,
  tokenEndNotWrittenText,
  tokenNotKeptText,
  untrustedRegionText,
} from '../../core/texts/scimToken.ts';
import type { ClientDialogs } from '../clients/dialogs.ts';
import { showReading } from '../clients/reading.ts';
import { textLanguage } from '../language.ts';
import { copyAndTell } from '../secrets/copyAndTell.ts';
import type { Services } from '../services.ts';
import type { Session } from '../signIn/session.ts';
import { ownClient } from './ownClient.ts';
import { secretOf } from './secretOf.ts';
import { tokenHost } from './tokenHost.ts';
import { writeTokenEnd } from './write.ts';

/**
 * Makes a new token for the identity provider of a connection (rule S6): with the secret that is kept, or that the person
 * enters or makes anew. The token is kept and copied on request; the file learns when it ends.
 */
export async function makeScimToken(
  services: Services,
  dialogs: ClientDialogs,
  signIn: () => Promise<Session | undefined>,
  uri: vscode.Uri,
  connection: WrittenConnection,
): Promise<void> {
  if (!(await showReading(dialogs, async () => await findClient(services, connection)))) return;
  const loginUrl = await tokenHost(services, connection);
  if (loginUrl === undefined) return dialogs.fail(untrustedRegionText(connection.region));
  const token = await tokenFrom(services, dialogs, signIn, connection, loginUrl);
  if (token === undefined) return;
  const { accessToken, expiresInSeconds } = token;
  const endsAt = tokenEndsAt(new Date(), expiresInSeconds);
  if (endsAt !== undefined) {
    const written = await writeTokenEnd(uri, connection, endsAt);
    const failure = tokenEndNotWrittenText(vscode.workspace.asRelativePath(uri), written);
    if (failure !== undefined) dialogs.fail(failure);
  }
  const copy = l10n.t('Copy the token');
  const notKept = await services.secrets.keepToken(connection.clientId, accessToken).then(
    () => undefined,
    (error) => tokenNotKeptText(reasonOf(error)),
  );
  const wanted =
    notKept === undefined
      ? await dialogs.offer(madeText(connection, endsAt), copy)
      : await dialogs.confirm(notKept.what, [notKept.why, notKept.next], copy);
  if (wanted) await copyAndTell(dialogs, accessToken);
}

/** Somebody may have made the client since the org was read. Sends nothing where nobody is signed in. */
async function findClient(services: Services, connection: WrittenConnection): Promise<void> {
  const { orgClients } = services;
  await orgClients.want(connection.region);
  if (ownClient(services, connection) === undefined) await orgClients.refresh(connection.region);
}

/** Undefined when the person cancelled, or was told why there is none. */
async function tokenFrom(
  services: Services,
  dialogs: ClientDialogs,
  signIn: () => Promise<Session | undefined>,
  connection: WrittenConnection,
  loginUrl: string,
): Promise<Token | undefined> {
  const { secrets } = services;
  let secret = await secrets.get(connection.clientId);
  let isWrong = false;
  for (;;) {
    const isEntered = secret === undefined;
    secret ??= await secretOf(services, dialogs, signIn, connection, isWrong);
    if (secret === undefined) return undefined;
    const shown = secret;
    const result = await dialogs.progress(l10n.t('Making a new token…'), async (signal) => {
      return await clientCredentialsLogin(loginUrl, connection.clientId, shown, signal);
    });
    if (result.ok) {
      if (isEntered) await keepEntered(services, connection, shown);
      return result.token;
    }
    const { error } = result;
    if (error.kind === 'cancelled') return undefined;
    if (error.kind !== 'login-refused' || error.code !== 'invalid_client') {
      dialogs.fail(noScimTokenText(error));
      return undefined;
    }
    isWrong = true;
    secret = undefined;
  }
}

/** What was entered and works is kept, as the question for it said; where the keyring refuses, it is entered again. */
async function keepEntered(services: Services, connection: WrittenConnection, secret: string): Promise<void> {
  const { clientId: id, region } = connection;
  const { name = id, orgName = '' } = ownClient(services, connection) ?? {};
  await services.secrets.keep({ id, name, orgName, region }, secret).catch((error) => {
    services.log.warn(reasonOf(error));
  });
}

function madeText({ provider }: WrittenConnection, endsAt: string | undefined): string {
  const name = isProviderId(provider) ? providerName(provider) : provider;
  if (endsAt === undefined) return l10n.t('A new token for {0} is kept. Give it to {0}.', name);
  const clock = new Intl.DateTimeFormat(textLanguage(), { dateStyle: 'long', timeStyle: 'short' });
  const moment = clock.format(new Date(endsAt));
  return l10n.t(
    'A new token for {0} is kept, until {1}. Give it to {0}: the old one still ends when it does.',
    name,
    moment,
  );
}
