import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { ClientPageAction } from '../../core/clientPage/messages.ts';
import { type Offering, offeredActions } from '../../core/clientPage/offered.ts';
import { lackedPages, type Need } from '../../core/clients/concerns.ts';
import { permissionsFor } from '../../core/clients/rights.ts';
import { clientReadAt, type FoundClient, type Whereabouts } from '../../core/clients/whereabouts.ts';
import { oauthClientAdminUrl } from '../../core/platform/regions.ts';
import { accessRequest } from '../../core/texts/accessRequest.ts';
import { actionLabel, actionNames, lackText, whoGivesText } from '../../core/texts/clientActions.ts';
import { clientSummary } from '../../core/texts/clientFields.ts';
import { clientName } from '../../core/texts/clientName.ts';
import { placeOf } from '../../core/texts/regions.ts';
import { listedUpTo } from '../../core/texts/sentences.ts';
import { textLanguage } from '../language.ts';
import type { Services } from '../services.ts';
import { type Choice, separator } from '../ui/askOneOf.ts';
import type { Dialogs } from '../ui/dialogs.ts';
import { askWhichPlace, placesOf, showReading } from './lookUp.ts';

/** A client that a framework.js names, in the region that it stands under. */
export type FrameworkClient = {
  /** Domain. */
  readonly region: string;
  readonly clientId: string;
  /** Whether the framework logs in in a window of its own, which needs one more redirect URI (rule E4). */
  readonly dedicatedLoginWindow: boolean;
};

/** Does something with a client; `needs` is what the place that names it needs of it. */
export type ActOnClient = (
  found: FoundClient,
  needs: readonly Need[],
  action: ClientPageAction,
) => Promise<void>;

/** What is chosen: something that is done with the client, or why one may not. */
type Chosen =
  | { readonly kind: 'act'; readonly action: ClientPageAction }
  | { readonly kind: 'lacks'; readonly action: ClientPageAction; readonly permissions: readonly string[] }
  | { readonly kind: 'refresh' };

export type ManageServices = Pick<Services, 'browser' | 'orgClients' | 'rights'>;

/** "Manage": what is known of a client, and all that can be done with it. */
export async function manageClient(
  services: ManageServices,
  dialogs: Dialogs,
  act: ActOnClient,
  client: FrameworkClient,
): Promise<void> {
  const { region, clientId } = client;
  const { orgClients, rights } = services;
  if (!(await showReading(dialogs, async () => await orgClients.want(region)))) return;
  const where = orgClients.whereIs(region, clientId);
  const places = placesOf(where);
  const found = await askWhichPlace(dialogs, places);
  if (found === undefined && places.length > 0) return;
  const again = async () => {
    if (await showReading(dialogs, async () => await orgClients.refresh(region)))
      await manageClient(services, dialogs, act, client);
  };
  if (found === undefined) return await manageUnknown(services, dialogs, client, where, again);
  let lacked: readonly string[] = [];
  const ask = async () => {
    lacked = await rights.lackedIn(found.org.account);
  };
  if (!(await showReading(dialogs, ask))) return;
  const needs = [needOf(client)];
  const chosen = await dialogs.choose(
    questionAbout(found),
    manageRows({ ...found, mentions: needs }, lacked),
  );
  switch (chosen?.kind) {
    case undefined:
      return;
    case 'act':
      return await act(found, needs, chosen.action);
    case 'lacks':
      return tellLack(dialogs, found, chosen);
    case 'refresh':
      return await again();
  }
}

/** What is offered for a client that is not in any org that could be asked. */
async function manageUnknown(
  { browser }: Pick<Services, 'browser'>,
  dialogs: Dialogs,
  { region, clientId }: FrameworkClient,
  where: Whereabouts,
  again: () => Promise<void>,
): Promise<void> {
  const names = actionNames();
  const inCase = l10n.t('{0}, in case it is there', placeOf(region));
  const chosen = await dialogs.choose({ title: clientId, placeholder: unknownText(where) }, [
    { label: names['copy-id'], description: clientId, value: 'copy-id' as const },
    { label: names['open-admin-page'], description: inCase, value: 'open-admin-page' as const },
    { label: l10n.t('Refresh'), value: 'refresh' as const },
  ]);
  if (chosen === 'copy-id') await vscode.env.clipboard.writeText(clientId);
  if (chosen === 'open-admin-page') await browser.open(new URL(oauthClientAdminUrl(region, clientId)));
  if (chosen === 'refresh') await again();
}

function unknownText(where: Whereabouts): string {
  return where.kind === 'signed-out'
    ? l10n.t('Sign in to see what your organization knows of this client.')
    : l10n.t('Your organization does not know this client, or could not be asked.');
}

function questionAbout({ org, client }: FoundClient) {
  return {
    title: `${clientName(client)} (${org.orgName})`,
    placeholder: clientSummary(client, clientReadAt(org, client.id), Date.now(), textLanguage()),
  };
}

function needOf({ region, dedicatedLoginWindow }: FrameworkClient): Need {
  const use = { region, usePKCEAuthFlow: 'unknown' as const };
  return { kind: 'framework', use: { ...use, dedicatedLoginWindow: dedicatedLoginWindow ? 'on' : 'off' } };
}

/** A row for all that can be done with a client; for what one may not do (`lacked`: permissions), with the reason. */
export function manageRows(
  offering: Offering,
  lacked: readonly string[],
): readonly Choice<Chosen | undefined>[] {
  const { client, org } = offering;
  const uris = client.registeredRedirectUri ?? [];
  return [
    ...offeredActions(offering).map((action) => rowOf(action, offering, lacked)),
    ...(org.practice ? [practiceAdminRow()] : []),
    { label: l10n.t('Refresh'), value: { kind: 'refresh' } },
    ...(uris.length === 0 ? [] : [separator(l10n.t('Authorized Redirect URIs'))]),
    ...uris.map((uri) => ({ label: uri, value: undefined })),
  ];
}

function rowOf(
  action: ClientPageAction,
  { client, mentions }: Offering,
  lacked: readonly string[],
): Choice<Chosen> {
  const label = actionLabel(action);
  const permissions = permissionsFor(action).filter((permission) => lacked.includes(permission));
  const detail = lackText(permissions);
  if (detail !== undefined) return { label, detail, value: { kind: 'lacks', action, permissions } };
  const value = { kind: 'act', action } as const;
  if (action === 'copy-id') return { label, description: client.id, value };
  return action === 'add-pages'
    ? { label, detail: listedUpTo(1, lackedPages(client, mentions), textLanguage()), value }
    : { label, value };
}

/** The practice org has no such page: whoever chooses this is told where a real one has it. */
function practiceAdminRow(): Choice<Chosen> {
  const value = { kind: 'act', action: 'open-admin-page' } as const;
  return { label: l10n.t('Where the admin page would be'), value };
}

function tellLack(
  dialogs: Dialogs,
  { org, client }: FoundClient,
  { action, permissions }: Extract<Chosen, { kind: 'lacks' }>,
): void {
  const asked = { id: client.id, name: client.name, orgName: org.orgName, region: org.region };
  dialogs.fail({
    what: l10n.t('"{0}" was not begun.', actionNames()[action]),
    why: lackText(permissions) ?? '',
    next: whoGivesText(org.orgName),
    details: [],
    request: accessRequest({ permissions, roles: [] }, asked),
  });
}
