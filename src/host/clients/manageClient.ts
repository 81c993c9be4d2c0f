import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { missingPages } from '../../core/clients/forFramework.ts';
import type { FoundClient, Whereabouts } from '../../core/clients/whereabouts.ts';
import type { OAuthClient } from '../../core/platform/oauthClients.ts';
import { oauthClientAdminUrl } from '../../core/platform/regions.ts';
import { clientSummary } from '../../core/texts/orgClient.ts';
import { textLanguage } from '../language.ts';
import type { Services } from '../services.ts';
import { type Choice, separator } from '../ui/askOneOf.ts';
import type { Dialogs } from '../ui/dialogs.ts';
import type { ClientChanges } from './clientChanges.ts';
import { askWhichPlace, placesOf, showReading } from './lookUp.ts';

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
  | { readonly kind: 'add-redirect-uris'; readonly uris: readonly string[] }
  | { readonly kind: 'refresh' };

/** "Manage": what is known of a client, and what can be done with it. */
export async function manageClient(
  services: Pick<Services, 'orgClients' | 'browser'>,
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
    case 'add-redirect-uris':
      if (found !== undefined) await changes.apply({ region, clientId, org: found.org, changes: [action] });
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
    ...(registered.length === 0 ? [] : [separator(l10n.t('Authorized Redirect URIs'))]),
    ...registered.map((uri) => ({
      label: uri,
      description: l10n.t('Copy'),
      value: { kind: 'copy' as const, text: uri },
    })),
  ];
}

function addRow(uris: readonly string[]): Choice<Action> {
  return {
    label: l10n.t("Add the framework's redirect URIs"),
    detail: uris.join(', '),
    value: { kind: 'add-redirect-uris', uris },
  };
}
