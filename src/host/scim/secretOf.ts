import * as l10n from '@vscode/l10n';
import { secretIsOfPracticeOrg } from '../../core/clients/whereabouts.ts';
import { regionOf } from '../../core/platform/regions.ts';
import type { WrittenConnection } from '../../core/scim/connections.ts';
import { placeOf } from '../../core/texts/regions.ts';
import { askWhichPlace, placesOf } from '../clients/lookUp.ts';
import { ownClient } from '../secrets/clientSecrets.ts';
import { rotateSecretOf } from '../secrets/rotateSecret.ts';
import type { Services } from '../services.ts';
import { practiceHosts } from '../signIn/practiceOrg.ts';
import { isPractice, type Session } from '../signIn/session.ts';
import { hostsOf } from '../signIn/settings.ts';
import type { Choice } from '../ui/askOneOf.ts';
import type { Dialogs } from '../ui/dialogs.ts';
import { firstOf, thenAsk, withoutBack } from '../ui/questions.ts';

/**
 * A Client Secret that is not kept here, or (`isWrong`) no longer right: the person enters it, or makes a new one.
 * Either is kept. Undefined when they cancelled.
 */
export async function secretOf(
  services: Services,
  dialogs: Dialogs,
  signIn: () => Promise<Session | undefined>,
  connection: WrittenConnection,
  isWrong: boolean,
): Promise<string | undefined> {
  const title = isWrong
    ? l10n.t('The login host does not accept this secret for the client')
    : l10n.t('The secret of this client is not kept here');
  const question = { title, placeholder: connection.clientId };
  const rows: Choice<'enter' | 'rotate'>[] = [
    { label: l10n.t('Enter the Client Secret'), value: 'enter' },
    {
      label: l10n.t('Make a new secret'),
      detail: l10n.t(
        'The old secret stops working at once: every application that uses it needs the new one.',
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

async function rotated(
  services: Services,
  dialogs: Dialogs,
  signIn: () => Promise<Session | undefined>,
  connection: WrittenConnection,
): Promise<string | undefined> {
  const { region, clientId } = connection;
  const { orgClients, secrets } = services;
  let places = placesOf(orgClients.whereIs(region, clientId));
  if (places.length === 0 && (await signIn()) !== undefined)
    places = placesOf(await orgClients.find(region, clientId));
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

/**
 * The login host that the secret of a connection's client may be shown to; undefined where none is known. A file says
 * which region is meant, but no file chooses where a secret is sent: it is a region that everybody knows, or one that
 * the person has signed in to or made a client in. Where it is not known in whose org the client is, it is nobody's: the
 * host is that of the region. The secret of a client of a practice org goes there alone,
 * and not to that of another region.
 */
export async function tokenHost(
  {
    sessions,
    connections,
    orgClients,
    practiceOrgs,
    secrets,
  }: Pick<Services, 'sessions' | 'connections' | 'orgClients' | 'practiceOrgs' | 'secrets'>,
  connection: WrittenConnection,
): Promise<string | undefined> {
  const { region, clientId } = connection;
  const found = orgClients.whereIs(region, clientId);
  const session = found.kind === 'in-one' ? await sessions.ofAccount(found.org.account) : undefined;
  const kept = await secrets.clients();
  const noted = kept.find(({ id }) => id.toLowerCase() === clientId);
  // What practice orgs are born with has one ID in all of them.
  const isOfOther = noted?.practice === true && noted.region !== region;
  if (session !== undefined && !isOfOther) return (await connections.hosts(session)).loginUrl;
  if (secretIsOfPracticeOrg(noted, connection)) {
    const home = noted?.practice === true ? noted.region : region;
    const isThere = (await practiceOrgs.regions()).includes(home);
    return isThere ? practiceHosts(await practiceOrgs.reach(home)).loginUrl : undefined;
  }
  const isOwn = (each: { readonly region: string }) => each.region === region;
  const isTrusted =
    regionOf(region) !== undefined ||
    (await sessions.all()).some((each) => isOwn(each) && !isPractice(each)) ||
    kept.some(isOwn);
  if (!isTrusted) return undefined;
  const hosts = hostsOf(region);
  if (!hosts.ok) throw new Error(hosts.reason);
  return hosts.hosts.loginUrl;
}
