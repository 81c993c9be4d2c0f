import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { ClientChange } from '../../core/clients/change.ts';
import { missingPages } from '../../core/clients/forFramework.ts';
import { dayOfDeletion, holdsSecret, worksInState } from '../../core/clients/usable.ts';
import type { FoundClient, Whereabouts } from '../../core/clients/whereabouts.ts';
import type { OAuthClient } from '../../core/platform/oauthClients.ts';
import { oauthClientAdminUrl } from '../../core/platform/regions.ts';
import { clientSummary } from '../../core/texts/clientFields.ts';
import { noAdminPageText } from '../../core/texts/practiceOrg.ts';
import { placeOf } from '../../core/texts/regions.ts';
import { textLanguage } from '../language.ts';
import { ownClient } from '../secrets/clientSecrets.ts';
import { rotateSecretOf } from '../secrets/rotateSecret.ts';
import type { Services } from '../services.ts';
import { type Choice, separator } from '../ui/askOneOf.ts';
import type { Dialogs } from '../ui/dialogs.ts';
import type { ClientChanges } from './clientChanges.ts';
import { askWhichPlace, placesOf, showReading } from './lookUp.ts';
import { type RemovalServices, removeClient } from './removeClient.ts';

/** A client that a framework.js names, in the region that it stands under. */
export type FrameworkClient = {
  /** Domain. */
  readonly region: string;
  readonly clientId: string;
  /** Whether the framework logs in in a window of its own, which needs one more redirect URI (rule E4). */
  readonly dedicatedLoginWindow: boolean;
};

/** What can be done with a client. */
export type Action =
  | { readonly kind: 'copy'; readonly text: string }
  | { readonly kind: 'open-admin-page' }
  | { readonly kind: 'change'; readonly change: ClientChange }
  | { readonly kind: 'rotate' | 'delete' }
  | { readonly kind: 'refresh' };

export type ManageServices = RemovalServices & Pick<Services, 'browser' | 'rotations' | 'log'>;

/** "Manage": what is known of a client, and what can be done with it. */
export async function manageClient(
  services: ManageServices,
  dialogs: Dialogs,
  changes: ClientChanges,
  client: FrameworkClient,
): Promise<void> {
  const { region, clientId } = client;
  const { orgClients, browser } = services;
  if (!(await showReading(dialogs, async () => await orgClients.want(region)))) return;
  const where = orgClients.whereIs(region, clientId);
  const places = placesOf(where);
  const found = await askWhichPlace(dialogs, places);
  if (found === undefined && places.length > 0) return;
  const action =
    found === undefined
      ? await dialogs.choose(
          { title: clientId, placeholder: unknownText(where) },
          rowsOf(client, undefined, []),
        )
      : await askAbout(dialogs, found, missingIn(client, found));
  if (action?.kind === 'refresh') {
    if (await showReading(dialogs, async () => await orgClients.refresh(region)))
      await manageClient(services, dialogs, changes, client);
  } else if (found !== undefined && action !== undefined) {
    await carryOutOn(services, dialogs, changes, found, action);
  } else if (action?.kind === 'copy') {
    await vscode.env.clipboard.writeText(action.text);
  } else if (action?.kind === 'open-admin-page') {
    await browser.open(new URL(oauthClientAdminUrl(region, clientId)));
  }
}

/** Does one thing with a client that was read in its org. What the person must know of it is told to them. */
export async function carryOutOn(
  services: ManageServices,
  dialogs: Dialogs,
  changes: ClientChanges,
  found: FoundClient,
  action: Action,
): Promise<void> {
  const { org, client } = found;
  const { region } = org;
  switch (action.kind) {
    case 'copy':
      await vscode.env.clipboard.writeText(action.text);
      return;
    case 'open-admin-page':
      if (org.practice) dialogs.tell(noAdminPageText());
      else await services.browser.open(new URL(oauthClientAdminUrl(region, client.id)));
      return;
    case 'rotate':
      await rotateSecretOf(services, dialogs, ownClient(found));
      return;
    case 'delete':
      await removeClient(services, dialogs, changes, { ...client, org });
      return;
    case 'change':
      await changes.apply({ region, clientId: client.id, org, changes: [action.change] });
      return;
    case 'refresh':
      await showReading(dialogs, async () => await services.orgClients.refresh(region));
  }
}

async function askAbout(
  dialogs: Dialogs,
  found: FoundClient,
  pages: readonly string[],
): Promise<Action | undefined> {
  const { org, client } = found;
  const title = `${client.name} (${org.orgName})`;
  const placeholder = clientSummary(client, org.readAt, Date.now(), textLanguage());
  const named = { region: org.region, clientId: client.id };
  return await dialogs.choose({ title, placeholder }, rowsOf(named, found, pages));
}

function unknownText(where: Whereabouts): string {
  return where.kind === 'signed-out'
    ? l10n.t('Sign in to see what your organization knows of this client.')
    : l10n.t('Your organization does not know this client, or could not be asked.');
}

/** The redirect URIs that this framework.js needs and the client lacks. */
function missingIn(
  { region, dedicatedLoginWindow }: FrameworkClient,
  { client }: FoundClient,
): readonly string[] {
  return missingPages(client, { region, dedicatedLoginWindow: dedicatedLoginWindow ? 'on' : 'off' });
}

function rowsOf(
  { region, clientId }: Pick<FrameworkClient, 'region' | 'clientId'>,
  found: FoundClient | undefined,
  missing: readonly string[],
): Choice<Action | undefined>[] {
  const client = found?.client;
  const registered = client?.registeredRedirectUri ?? [];
  return [
    { label: l10n.t('Copy Client ID'), description: clientId, value: { kind: 'copy', text: clientId } },
    adminPageRow(region, found),
    ...(missing.length > 0 ? [addRow(missing)] : []),
    { label: l10n.t('Refresh'), value: { kind: 'refresh' } },
    ...(client === undefined ? [] : rowsToChange(client)),
    ...(registered.length === 0 ? [] : [separator(l10n.t('Authorized Redirect URIs'))]),
    ...registered.map((uri) => ({
      label: uri,
      description: l10n.t('Copy'),
      value: { kind: 'copy' as const, text: uri },
    })),
  ];
}

/** What leads to the client's page, or says that there is none; where nobody knows the client, no more than where it may be. */
function adminPageRow(region: string, found: FoundClient | undefined): Choice<Action> {
  const value = { kind: 'open-admin-page' } as const;
  if (found?.org.practice === true)
    return { label: l10n.t('Where the admin page would be'), detail: noAdminPageText(), value };
  const row = { label: l10n.t('Open the admin page'), value };
  return found === undefined
    ? { ...row, description: l10n.t('{0}, in case it is there', placeOf(region)) }
    : row;
}

/** A client in a state that nobody here knows is made neither active nor inactive. */
function rowsToChange(client: OAuthClient): Choice<Action>[] {
  const works = worksInState(client.state);
  return [
    ...(holdsSecret(client)
      ? [{ label: l10n.t('Rotate Client Secret…'), value: { kind: 'rotate' as const } }]
      : []),
    ...(works === 'yes' ? [{ label: l10n.t('Deactivate…'), value: changeTo('deactivate') }] : []),
    ...(works === 'no' ? [{ label: backLabel(client), value: changeTo('activate') }] : []),
    { label: l10n.t('Delete…'), value: { kind: 'delete' } },
  ];
}

function backLabel(client: OAuthClient): string {
  return dayOfDeletion(client) === undefined ? l10n.t('Activate…') : l10n.t('Restore…');
}

function changeTo(kind: 'activate' | 'deactivate'): Action {
  return { kind: 'change', change: { kind } };
}

function addRow(uris: readonly string[]): Choice<Action> {
  return {
    label: l10n.t("Add the framework's redirect URIs"),
    detail: uris.join(', '),
    value: { kind: 'change', change: { kind: 'add-redirect-uris', uris } },
  };
}
