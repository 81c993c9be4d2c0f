import * as l10n from '@vscode/l10n';
import { byFrameworkFit, frameworkFit, mayFitFramework } from '../../core/clients/forFramework.ts';
import { type IdLikeness, nearestById } from '../../core/clients/nearIds.ts';
import type { OrgClients } from '../../core/clients/whereabouts.ts';
import type { OAuthClient } from '../../core/platform/oauthClients.ts';
import { unreadClientsText } from '../../core/texts/clientChanges.ts';
import { frameworkFitText, frameworkFitWords, idLikenessText } from '../../core/texts/clientFields.ts';
import { clientName } from '../../core/texts/clientName.ts';
import { placeOf } from '../../core/texts/regions.ts';
import { listed } from '../../core/texts/sentences.ts';
import { textLanguage } from '../language.ts';
import type { Services } from '../services.ts';
import type { Session } from '../signIn/session.ts';
import { type Choice, separator } from '../ui/askOneOf.ts';
import type { Dialogs } from '../ui/dialogs.ts';
import { showReading } from './lookUp.ts';

/**
 * Asks for one of the clients of a region's orgs: those that the Embeddable Framework can use first, the others with
 * the reason. Signs in first where nobody is. Undefined when the person cancelled, or was told why there is none to
 * choose from.
 *
 * @param written What the file has in the place of the Client ID: the clients whose ID is near that come before all others.
 */
export async function chooseClient(
  { orgClients }: Pick<Services, 'orgClients'>,
  dialogs: Dialogs,
  signIn: () => Promise<Session | undefined>,
  region: string,
  written = '',
): Promise<OAuthClient | undefined> {
  if (!(await isSignedIn(orgClients, dialogs, signIn, region))) return undefined;
  if (!(await showReading(dialogs, async () => await orgClients.want(region)))) return undefined;
  const orgs = orgClients.current().filter((each) => each.region === region);
  const clients = byFrameworkFit(orgs.flatMap((org) => org.clients));
  if (clients.some(mayFitFramework)) return await askFor(dialogs, orgs, clients, written);
  if (clients.length > 0) {
    dialogs.tell(
      l10n.t('The Embeddable Framework can use none of the OAuth clients of {0}. Create one.', namesOf(orgs)),
    );
    return undefined;
  }
  const failures = orgClients.failures(region);
  for (const { org, error } of failures) dialogs.fail(unreadClientsText(org.orgName, error));
  if (failures.length === 0) dialogs.tell(l10n.t('The organization has no OAuth clients yet. Create one.'));
  return undefined;
}

/** Offers to sign in to the region first. False when nobody is signed in to it afterwards, which the person knows then. */
async function isSignedIn(
  orgClients: Pick<Services['orgClients'], 'standing' | 'want'>,
  dialogs: Dialogs,
  signIn: () => Promise<Session | undefined>,
  region: string,
): Promise<boolean> {
  const isOut = () => orgClients.standing(region).kind === 'signed-out';
  if (!isOut()) return true;
  const place = placeOf(region);
  const question = l10n.t('Nobody is signed in to {0}. Sign in to choose one of its OAuth clients.', place);
  if (!(await dialogs.offer(question, l10n.t('Sign In')))) return false;
  const session = await signIn();
  if (session === undefined) return false;
  // The new session is known once what is wanted of its region was looked up.
  await orgClients.want(region);
  if (!isOut()) return true;
  const { label } = session.account;
  dialogs.tell(l10n.t('{0} is signed in, but not to {1}. Nothing was changed.', label, place));
  return false;
}

/** One that cannot be used is listed, so that nobody looks for it in vain, and asked about again. */
async function askFor(
  dialogs: Dialogs,
  orgs: readonly OrgClients[],
  clients: readonly OAuthClient[],
  written: string,
): Promise<OAuthClient | undefined> {
  const title = l10n.t('Choose an OAuth client of {0}', namesOf(orgs));
  const placeholder = l10n.t('Type a part of its name or of its Client ID');
  for (;;) {
    const chosen = await dialogs.choose<OAuthClient | undefined>(
      { title, placeholder },
      rowsOf(orgs, clients, written),
    );
    if (chosen === undefined || mayFitFramework(chosen)) return chosen;
    const question = l10n.t('The Embeddable Framework cannot use "{0}".', clientName(chosen));
    const reason = frameworkFitText(chosen, frameworkFit(chosen), textLanguage()) ?? '';
    if (!(await dialogs.confirm(question, [reason], l10n.t('Choose another one')))) return undefined;
  }
}

function namesOf(orgs: readonly OrgClients[]): string {
  return listed(orgs.map(({ orgName }) => orgName));
}

function rowsOf(
  orgs: readonly OrgClients[],
  clients: readonly OAuthClient[],
  written: string,
): Choice<OAuthClient | undefined>[] {
  const homes = new Map(orgs.flatMap((org) => org.clients.map((client) => [client, org.orgName] as const)));
  const near = new Map(nearestById(written, clients).map(({ client, likeness }) => [client, likeness]));
  const row = (client: OAuthClient) =>
    rowOf(client, near.get(client), orgs.length > 1 ? homes.get(client) : '');
  const rest = clients.filter((client) => !near.has(client));
  const fitting = rest.filter((client) => frameworkFit(client) === 'fits');
  const others = rest.filter((client) => frameworkFit(client) !== 'fits');
  return [
    ...(near.size > 0 ? [separator(l10n.t('like the ID in the file'))] : []),
    ...[...near.keys()].map(row),
    ...(near.size > 0 && fitting.length > 0 ? [separator(l10n.t('for the Embeddable Framework'))] : []),
    ...fitting.map(row),
    ...(others.length > 0 ? [separator(l10n.t('others'))] : []),
    ...others.map(row),
  ];
}

/** `orgName` where there are clients of several orgs; `likeness` where its ID is like the one in the file. */
function rowOf(client: OAuthClient, likeness: IdLikeness | undefined, orgName = ''): Choice<OAuthClient> {
  const language = textLanguage();
  const like = likeness === undefined ? '' : idLikenessText(likeness, language);
  return {
    label: clientName(client),
    description: frameworkFitWords(client, frameworkFit(client), language),
    detail: [client.id, like, orgName].filter(Boolean).join(' · '),
    value: client,
  };
}
