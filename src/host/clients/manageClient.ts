import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { ClientChange } from '../../core/clients/change.ts';
import { compareRecords } from '../../core/clients/difference.ts';
import { missingPages } from '../../core/clients/forFramework.ts';
import { dayOfDeletion, holdsSecret, worksInState } from '../../core/clients/usable.ts';
import type { FoundClient, OrgClients, Whereabouts } from '../../core/clients/whereabouts.ts';
import {
  type AcceptedDeletion,
  deleteAgreed,
  isGone,
  type Left,
} from '../../core/operations/deleteClient.ts';
import { deletionEntry } from '../../core/operations/history.ts';
import type { ClientRecord } from '../../core/platform/clientRecord.ts';
import type { PlatformError, Result } from '../../core/platform/errors.ts';
import type { OAuthClient } from '../../core/platform/oauthClients.ts';
import { oauthClientAdminUrl } from '../../core/platform/regions.ts';
import { withRequest } from '../../core/texts/accessRequest.ts';
import { deletedText, deletionMeaning, notDeletedText } from '../../core/texts/clientChanges.ts';
import { clientSummary, differenceLines } from '../../core/texts/clientFields.ts';
import { ownSignInEnds } from '../../core/texts/ownClient.ts';
import { noAdminPageText } from '../../core/texts/practiceOrg.ts';
import { placeOf } from '../../core/texts/regions.ts';
import { textLanguage } from '../language.ts';
import { forgetDeleted, ownClient } from '../secrets/clientSecrets.ts';
import { rotateSecretOf } from '../secrets/rotateSecret.ts';
import type { Services } from '../services.ts';
import { signedInWith } from '../signIn/signedInWith.ts';
import { type Choice, separator } from '../ui/askOneOf.ts';
import type { Dialogs } from '../ui/dialogs.ts';
import { atHome, type ClientChanges, effectsOn } from './clientChanges.ts';
import { askWhichPlace, placesOf, showReading } from './lookUp.ts';

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

export type ManageServices = Pick<
  Services,
  'orgClients' | 'browser' | 'sessions' | 'connections' | 'secrets' | 'rotations' | 'history' | 'log'
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
      return await removeClient(services, dialogs, changes, { ...client, org });
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

/** A client of an org that was read there. */
type Doomed = { readonly org: OrgClients; readonly id: string; readonly name: string };

/**
 * Deletes a client, once the person knows what that means. Where it stops half-way, they are told what stands, and can go
 * on: once more, or back to an active client.
 */
async function removeClient(
  services: ManageServices,
  dialogs: Dialogs,
  changes: ClientChanges,
  client: Doomed,
): Promise<void> {
  const { org, id, name } = client;
  const effects = effectsOn(services, org, id);
  const look = async () =>
    await dialogs.progress(
      l10n.t('Reading the client…'),
      async (signal): Promise<Result<ClientRecord>> => await effects.read(signal),
    );
  let meanwhile: readonly string[] = [];
  let left: Left = 'as-it-was';
  let read = await look();
  while (read.ok) {
    const seen = read.value;
    const question = l10n.t('Delete the client "{0}" in {1}?', name, org.orgName);
    const own = ownSignInEnds(await signedInWith(services.sessions, atHome(org, id)), org.orgName);
    const lines = [...meanwhile, ...own, ...deletionMeaning(client, org)];
    if (!(await dialogs.confirm(question, lines, l10n.t('Delete client')))) return;
    const deletion = await dialogs.progress(
      l10n.t('Deleting the client…'),
      async (signal) => await deleteAgreed(effects, seen, signal),
    );
    if (deletion.kind === 'changed-meanwhile') {
      const changed = differenceLines(compareRecords(seen, deletion.now));
      meanwhile = [l10n.t('Somebody has changed the client meanwhile:'), ...changed, ''];
      read = { ok: true, value: deletion.now };
      continue;
    }
    const entry = deletionEntry(deletion, seen);
    if (entry !== undefined) await services.history.add(atHome(org, id), entry);
    if (deletion.kind !== 'not-deleted') return await told(services, dialogs, client, deletion);
    ({ left } = deletion);
    if (left === 'inactive') services.orgClients.noteRecord(org.account, { ...seen, state: 'inactive' });
    if (deletion.error.kind === 'cancelled') return;
    dialogs.fail(withRequest(notDeletedText(name, deletion), deletion.error, { ...org, ...client }));
    if (left === 'as-it-was') return;
    if (left === 'unknown') await services.orgClients.refresh(org.region);
    const next = await wayOn(dialogs, name);
    if (next === 'activate')
      await changes.apply({ region: org.region, clientId: id, org, changes: [{ kind: 'activate' }] });
    if (next !== 'again') return;
    meanwhile = [];
    read = await look();
  }
  await notRead(services, dialogs, client, { error: read.error, left });
}

async function notRead(
  services: ManageServices,
  dialogs: Dialogs,
  client: Doomed,
  { error, left }: { readonly error: PlatformError; readonly left: Left },
): Promise<void> {
  if (isGone(error)) return await told(services, dialogs, client, { kind: 'deleted' });
  if (error.kind !== 'cancelled')
    dialogs.fail(
      withRequest(notDeletedText(client.name, { error, left }), error, { ...client.org, ...client }),
    );
}

async function told(
  { orgClients, secrets }: ManageServices,
  dialogs: Dialogs,
  { org, id, name }: Doomed,
  deletion: AcceptedDeletion,
): Promise<void> {
  if (deletion.kind === 'waiting') orgClients.noteRecord(org.account, deletion.record);
  else orgClients.forget(org.account, id);
  if (deletion.kind === 'deleted') await forgetDeleted(secrets, id, org);
  dialogs.tell(deletedText(name, deletion, textLanguage()));
}

/** What to do about a client that may be half deleted; undefined to leave it so. */
async function wayOn(dialogs: Dialogs, name: string): Promise<'again' | 'activate' | undefined> {
  const title = l10n.t('The deletion of "{0}" has stopped', name);
  return await dialogs.choose<'again' | 'activate'>({ title, placeholder: l10n.t('Choose how to go on') }, [
    { label: l10n.t('Try again to delete it'), value: 'again' },
    { label: l10n.t('Make it active again'), value: 'activate' },
  ]);
}
