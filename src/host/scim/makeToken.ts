import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { done, hasNewSecretSinceToken } from '../../core/clients/history.ts';
import type { ScimFileResult } from '../../core/operations/effects.ts';
import {
  keepToken,
  makeToken,
  type NewToken,
  noteEnd,
  type TokenEffects,
} from '../../core/operations/makeToken.ts';
import { clientCredentialsLogin } from '../../core/platform/login.ts';
import { reasonOf } from '../../core/reason.ts';
import { readTokenEnds, type WrittenConnection } from '../../core/scim/connections.ts';
import { providerText } from '../../core/texts/scim.ts';
import {
  formerTokenText,
  newTokenEndText,
  noScimTokenText,
  tokenEndNotWrittenText,
  tokenNotKeptText,
} from '../../core/texts/secrets.ts';
import { inOneText, listed } from '../../core/texts/sentences.ts';
import { placesOf, showReading } from '../clients/lookUp.ts';
import { readText } from '../files/read.ts';
import { textLanguage } from '../language.ts';
import { copyAndTell } from '../secrets/copyAndTell.ts';
import type { Services } from '../services.ts';
import type { Session } from '../signIn/session.ts';
import type { Dialogs } from '../ui/dialogs.ts';
import { writeTokenEnd } from './file.ts';
import { secretOf } from './secretOf.ts';
import { type TokenHost, tokenHost } from './tokenHost.ts';

/**
 * Makes a new token for the identity provider of a connection (rule S6): with the secret that is kept, or that the person
 * enters or makes anew. The token is kept and copied on request; the file learns when it ends.
 */
export async function makeScimToken(
  services: Services,
  dialogs: Dialogs,
  signIn: () => Promise<Session | undefined>,
  uri: vscode.Uri,
  connection: WrittenConnection,
): Promise<void> {
  const { region, clientId } = connection;
  // Somebody may have made the client since the org was read. Sends nothing where nobody is signed in.
  if (!(await showReading(dialogs, async () => await services.orgClients.find(region, clientId)))) return;
  const effects = effectsFor(services, uri, connection);
  const formerEnd = await formerEndOf(uri, connection);
  const made = await newToken(services, dialogs, signIn, connection);
  if (made === undefined) return;
  const { token, isPractice } = made;
  const home = { id: clientId, region, practice: isPractice };
  const hasNewSecret = made.hasNewSecret || hasNewSecretSinceToken(services.history.of(home));
  const language = textLanguage();
  const ends = [
    newTokenEndText(token.endsAt, language),
    formerTokenText({ endsAt: formerEnd, hasNewSecret }, new Date(), language),
  ];
  await services.history.add(home, done('token-made'));
  const kept = await keepToken(effects, token);
  if (kept.kind === 'kept') {
    tellEnd(dialogs, uri, kept.file);
    if (await dialogs.offer(inOneText([madeText(connection, isPractice), ...ends]), copyLabel()))
      await copyAndTell(dialogs, token.accessToken);
    return;
  }
  const failure = tokenNotKeptText(kept.reason);
  if (!(await dialogs.confirm(failure.what, [failure.why, failure.next, ...ends], copyLabel()))) return;
  await copyAndTell(dialogs, token.accessToken);
  tellEnd(dialogs, uri, await noteEnd(effects, token));
}

/** When the token ends that the file speaks of (ISO 8601), before another one takes its place there. */
async function formerEndOf(
  uri: vscode.Uri,
  { region, clientId, provider }: WrittenConnection,
): Promise<string | undefined> {
  const text = await readText(uri);
  return readTokenEnds(text.ok ? text.value : '')
    .find(
      ({ connection: each }) =>
        each.region === region && each.clientId === clientId && each.provider === provider,
    )
    ?.endsAt?.toISOString();
}

function copyLabel(): string {
  return l10n.t('Copy the token');
}

function effectsFor(
  { secrets }: Services,
  uri: vscode.Uri,
  connection: WrittenConnection,
): Pick<TokenEffects, 'keepToken' | 'writeEnd'> {
  const { clientId } = connection;
  return {
    keepToken: async (token) => await secrets.keepToken(clientId, token),
    writeEnd: async (endsAt) => await writeTokenEnd(uri, connection, endsAt),
  };
}

/** Says why the file does not have the end of the token, if it does not. */
function tellEnd(dialogs: Dialogs, uri: vscode.Uri, result: ScimFileResult | undefined): void {
  if (result === undefined) return;
  const failure = tokenEndNotWrittenText(vscode.workspace.asRelativePath(uri), result);
  if (failure !== undefined) dialogs.fail(failure);
}

/** Undefined when the person cancelled, or was told why there is none. */
async function newToken(
  services: Services,
  dialogs: Dialogs,
  signIn: () => Promise<Session | undefined>,
  connection: WrittenConnection,
): Promise<{ token: NewToken; isPractice: boolean; hasNewSecret: boolean } | undefined> {
  let entered: string | undefined;
  let hasNewSecret = false;
  /** Where the person was told that what they enter goes. */
  let told: string | undefined;
  for (;;) {
    // Anew each time: a secret that was made meanwhile is at home where that was done.
    const found = await tokenHost(services, connection);
    if (!found.ok) {
      dialogs.fail(found.failure);
      return undefined;
    }
    const { host } = found;
    if (entered !== host.kept && host.loginUrl !== told) entered = undefined;
    told = host.loginUrl;
    const ways = {
      secret: async () => host.kept,
      login: async (secret: string, signal: AbortSignal) =>
        await clientCredentialsLogin(host.loginUrl, connection.clientId, secret, signal),
    };
    const making = async (signal: AbortSignal) => await makeToken(ways, entered, signal);
    const made = await dialogs.progress(l10n.t('Making a new token…'), making);
    switch (made.kind) {
      case 'made':
        if (entered !== undefined) await keepEntered(services, connection, entered, host);
        return { token: made.token, isPractice: host.isPractice, hasNewSecret };
      case 'cancelled':
        return undefined;
      case 'not-made':
        dialogs.fail(noScimTokenText(made.error));
        return undefined;
      case 'needs-secret': {
        const given = await secretOf(services, dialogs, signIn, connection, made.isWrong, host);
        if (given === undefined) return undefined;
        entered = given.secret;
        hasNewSecret ||= given.isNew;
      }
    }
  }
}

/** What was entered and works is kept, as the question for it said; where the keyring refuses, it is entered again. */
async function keepEntered(
  services: Services,
  connection: WrittenConnection,
  secret: string,
  { isPractice: practice }: TokenHost,
): Promise<void> {
  const { clientId: id, region } = connection;
  const places = placesOf(services.orgClients.whereIs(region, id, practice));
  const name = places[0]?.client.name ?? id;
  const orgName = listed(places.map(({ org }) => org.orgName));
  await services.secrets.keep({ id, name, orgName, region, practice }, secret).catch((error) => {
    services.log.warn(reasonOf(error));
  });
}

function madeText({ provider }: WrittenConnection, isPractice: boolean): string {
  if (isPractice)
    return l10n.t(
      'A new token of the practice org is kept. It is for trying out: no identity provider can use it.',
    );
  return l10n.t('A new token for {0} is kept. Give it to {0}.', providerText(provider));
}
