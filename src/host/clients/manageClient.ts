import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { ClientChange } from '../../core/clients/change.ts';
import { missingPages } from '../../core/clients/forFramework.ts';
import { holdsSecret } from '../../core/clients/holdsSecret.ts';
import { worksInState } from '../../core/clients/usable.ts';
import type { FoundClient, Whereabouts } from '../../core/clients/whereabouts.ts';
import type { OAuthClient } from '../../core/platform/oauthClients.ts';
import { oauthClientAdminUrl } from '../../core/platform/regions.ts';
import { clientSummary } from '../../core/texts/orgClient.ts';
import { textLanguage } from '../language.ts';
import { ownClient } from '../secrets/ownClient.ts';
import { rotateSecretOf } from '../secrets/rotateSecret.ts';
import type { Services } from '../services.ts';
import { type Choice, separator } from '../ui/askOneOf.ts';
import type { Dialogs } from '../ui/dialogs.ts';
import type { ClientChanges } from './clientChanges.ts';
import { askWhichPlace, placesOf, showReading } from './lookUp.ts';
import { removeClient } from './removeClient.ts';

/** A client that a framework.js names, in the region that it stands under. */
export type FrameworkClient = {
  /** Domain. */
  readonly region: string;
  readonly clientId: string;
  /** Whether the framework logs in in a window of its own, which needs one more redirect URI (rule E4). */
  readonly dedicatedLoginWindow: boolean;
};

type Action =
  | { readonly kind: 'copy'; readonly text: string }
  | { readonly kind: 'open-admin-page' }
  | { readonly kind: 'change'; readonly change: ClientChange }
  | { readonly kind: 'rotate' | 'delete' }
  | { readonly kind: 'refresh' };

export type ManageServices = Pick<
  Services,
  'orgClients' | 'browser' | 'sessions' | 'connections' | 'secrets' | 'rotations' | 'log'
>;

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
  const action = await ask(dialogs, client, found ?? where.kind);
  switch (action?.kind) {
    case 'copy':
      await vscode.env.clipboard.writeText(action.text);
      return;
    case 'open-admin-page':
      await browser.open(new URL(oauthClientAdminUrl(region, clientId)));
      return;
    case 'rotate':
      if (found !== undefined) await rotateSecretOf(services, dialogs, ownClient(found));
      return;
    case 'delete':
      if (found !== undefined)
        await removeClient(services, dialogs, changes, { ...found.client, org: found.org });
      return;
    case 'change':
      if (found !== undefined)
        await changes.apply({ region, clientId, org: found.org, changes: [action.change] });
      return;
    case 'refresh':
      if (!(await showReading(dialogs, async () => await orgClients.refresh(region)))) return;
      return await manageClient(services, dialogs, changes, client);
    case undefined:
  }
}

async function ask(
  dialogs: Dialogs,
  managed: FrameworkClient,
  found: FoundClient | Whereabouts['kind'],
): Promise<Action | undefined> {
  if (typeof found === 'object') {
    const { org, client } = found;
    const title = `${client.name} (${org.orgName})`;
    const placeholder = clientSummary(client, org.readAt, Date.now(), textLanguage());
    return await dialogs.choose({ title, placeholder }, rowsOf(managed, client));
  }
  const placeholder =
    found === 'signed-out'
      ? l10n.t('Sign in to see what your organization knows of this client.')
      : l10n.t('Your organization does not know this client, or could not be asked.');
  return await dialogs.choose({ title: managed.clientId, placeholder }, rowsOf(managed, undefined));
}

function rowsOf(managed: FrameworkClient, client: OAuthClient | undefined): Choice<Action | undefined>[] {
  const { region, clientId, dedicatedLoginWindow } = managed;
  const registered = client?.registeredRedirectUri ?? [];
  const use = { region, dedicatedLoginWindow: dedicatedLoginWindow ? 'on' : 'off' } as const;
  const missing = client === undefined ? [] : missingPages(client, use);
  return [
    { label: l10n.t('Copy Client ID'), description: clientId, value: { kind: 'copy', text: clientId } },
    { label: l10n.t('Open the admin page'), value: { kind: 'open-admin-page' } },
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

/** A client in a state that nobody here knows is made neither active nor inactive. */
function rowsToChange(client: OAuthClient): Choice<Action>[] {
  const works = worksInState(client.state);
  return [
    ...(holdsSecret(client)
      ? [{ label: l10n.t('Rotate Client Secret…'), value: { kind: 'rotate' as const } }]
      : []),
    ...(works === 'yes' ? [{ label: l10n.t('Deactivate…'), value: changeTo('deactivate') }] : []),
    ...(works === 'no' ? [{ label: l10n.t('Activate…'), value: changeTo('activate') }] : []),
    { label: l10n.t('Delete…'), value: { kind: 'delete' } },
  ];
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
