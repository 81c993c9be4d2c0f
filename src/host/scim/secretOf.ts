import * as l10n from '@vscode/l10n';
import type { WrittenConnection } from '../../core/scim/connections.ts';
import { placeOf } from '../../core/texts/regions.ts';
import { askWhichPlace, placesOf } from '../clients/lookUp.ts';
import { ownClient } from '../secrets/clientSecrets.ts';
import { rotateSecretOf } from '../secrets/rotateSecret.ts';
import type { Services } from '../services.ts';
import type { Session } from '../signIn/session.ts';
import type { Choice } from '../ui/askOneOf.ts';
import type { Dialogs } from '../ui/dialogs.ts';
import { firstOf, thenAsk, withoutBack } from '../ui/questions.ts';
import type { TokenHost } from './tokenHost.ts';

/**
 * A Client Secret that is not kept here, or (`isWrong`) no longer right: the person enters it, or makes a new one.
 * Either is kept. Undefined when they cancelled.
 *
 * @param host where what is entered goes
 */
export async function secretOf(
  services: Services,
  dialogs: Dialogs,
  signIn: () => Promise<Session | undefined>,
  connection: WrittenConnection,
  isWrong: boolean,
  host: TokenHost,
): Promise<string | undefined> {
  const title = isWrong
    ? l10n.t('The login host does not accept this secret for the client')
    : l10n.t('The secret of this client is not kept here');
  const question = { title, placeholder: connection.clientId };
  const rows: Choice<'enter' | 'rotate'>[] = [
    { label: l10n.t('Enter the Client Secret'), detail: sentTo(host), value: 'enter' },
    {
      label: l10n.t('Make a new secret'),
      detail: l10n.t(
        'The old secret stops working at once. Every application that uses it needs the new one.',
      ),
      value: 'rotate',
    },
  ];
  const secret = await thenAsk<'enter' | 'rotate', string>(
    firstOf(undefined),
    undefined,
    async (step, last) => await dialogs.chooseStep({ ...question, step }, rows, last),
    async (how, next) => {
      const step = { ...next, total: next.number };
      return how === 'enter'
        ? await services.loginTools.prompts.askClientSecret(connection, { step })
        : await rotated(services, dialogs, signIn, connection);
    },
  );
  return withoutBack(secret);
}

/** A file named the client, so the person is told where its secret goes before they enter it. */
function sentTo({ loginUrl, isPractice }: TokenHost): string {
  return isPractice
    ? l10n.t('It is sent to the practice org of this computer, and nowhere else.')
    : l10n.t('It is sent to {0}, and nowhere else.', new URL(loginUrl).host);
}

async function rotated(
  services: Services,
  dialogs: Dialogs,
  signIn: () => Promise<Session | undefined>,
  connection: WrittenConnection,
): Promise<string | undefined> {
  const { region, clientId, practice } = connection;
  const { orgClients, secrets } = services;
  let places = placesOf(orgClients.whereIs(region, clientId, practice));
  if (places.length === 0 && (await signIn()) !== undefined)
    places = placesOf(await orgClients.find(region, clientId, practice));
  if (places.length === 0)
    dialogs.tell(
      l10n.t(
        'Nobody who is signed in has this client in {0}. Sign in there, then try again.',
        placeOf(region),
      ),
    );
  const place = await askWhichPlace(dialogs, places);
  if (place === undefined) return undefined;
  if ((await rotateSecretOf(services, dialogs, ownClient(place))) !== 'kept') return undefined;
  return await secrets.get(place.client.id);
}
