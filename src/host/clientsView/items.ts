import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { offeredActions } from '../../core/clientPage/offered.ts';
import { type ListedClient, type Weight, weightOf } from '../../core/clients/concerns.ts';
import { worksInState } from '../../core/clients/usable.ts';
import { clientReadAt } from '../../core/clients/whereabouts.ts';
import { unreadClientsText } from '../../core/texts/clientChanges.ts';
import { agoText, clientPlaceLines, clientSummary } from '../../core/texts/clientFields.ts';
import { useKindName } from '../../core/texts/clientFilter.ts';
import { clientRowLabel, clientRowText, concernLine, groupName } from '../../core/texts/clientList.ts';
import { clientName } from '../../core/texts/clientName.ts';
import { dayText, numberText } from '../../core/texts/duration.ts';
import { practiceClientText } from '../../core/texts/practiceOrg.ts';
import { placeOf } from '../../core/texts/regions.ts';
import type { KnownUse } from '../clients/lastUses.ts';
import { textLanguage } from '../language.ts';
import {
  type AccountRow,
  ClientRow,
  EmptyRow,
  FailureRow,
  GroupRow,
  groupKey,
  MoreRow,
  type Row,
} from './tree.ts';

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

/** How VS Code shows a row. Names of an org are labels here, of which VS Code makes no icons. */
export function itemOf(row: Row): vscode.TreeItem {
  if (row instanceof ClientRow) return clientItem(row);
  if (row instanceof GroupRow) return groupItem(row);
  if (row instanceof MoreRow) return moreItem(row);
  if (row instanceof EmptyRow) return row.isFiltered ? noneItem(row) : emptyItem(row);
  return row instanceof FailureRow ? failureItem(row) : accountItem(row);
}

function accountItem({ org }: AccountRow): vscode.TreeItem {
  const item = new vscode.TreeItem(org.orgName, Expanded);
  item.id = org.account;
  item.description = org.practice ? l10n.t('nothing here is real') : placeOf(org.region);
  item.tooltip = [org.orgName, placeOf(org.region), ...(org.practice ? [practiceClientText()] : [])].join(
    '\n',
  );
  item.iconPath = new vscode.ThemeIcon(org.practice ? 'beaker' : 'organization');
  item.contextValue = 'account';
  return item;
}

function groupItem(row: GroupRow): vscode.TreeItem {
  const { id, clients } = row.group;
  const item = new vscode.TreeItem(groupName(id, clients[0]), row.isOpen ? Expanded : Collapsed);
  item.id = groupKey(row);
  item.description = numberText(clients.length, textLanguage());
  item.contextValue = 'group';
  return item;
}

function failureItem({ account, error, readAt }: FailureRow): vscode.TreeItem {
  const { what, why, next } = unreadClientsText(account.org.orgName, error);
  const item = new vscode.TreeItem(l10n.t('Could not be read'), None);
  item.id = `${account.org.account} failure`;
  const age = readAt === undefined ? '' : agoText(Date.parse(readAt), Date.now(), textLanguage());
  item.description = age === '' ? why : l10n.t('what is below was read {0}', age);
  item.tooltip = [what, why, next].join('\n');
  item.iconPath = new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
  item.command = { command: 'genesysOAuth.refreshClients', title: l10n.t('Try again') };
  return item;
}

function emptyItem({ account: { org } }: EmptyRow): vscode.TreeItem {
  const item = new vscode.TreeItem(l10n.t('No OAuth client yet'), None);
  item.id = `${org.account} empty`;
  item.description = l10n.t('Create one');
  item.tooltip = l10n.t('{0} has no OAuth client yet. Create one, step by step.', org.orgName);
  item.iconPath = new vscode.ThemeIcon('add');
  item.command = { command: 'genesysOAuth.createClient', title: l10n.t('Create one') };
  return item;
}

/** Stands for clients that the filter leaves out, all of them. */
function noneItem({ account: { org } }: EmptyRow): vscode.TreeItem {
  const item = new vscode.TreeItem(l10n.t('No client matches the filter'), None);
  item.id = `${org.account} none`;
  item.description = l10n.t('Show all');
  item.iconPath = new vscode.ThemeIcon('filter');
  item.command = { command: 'genesysOAuth.clearClientFilter', title: l10n.t('Show all') };
  return item;
}

function moreItem(row: MoreRow): vscode.TreeItem {
  const { group, count } = row;
  const item = new vscode.TreeItem(l10n.t('Show more'), None);
  item.id = `${groupKey(group)} more`;
  item.description = l10n.t('{0} are not shown', numberText(count, textLanguage()));
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.command = { command: '_genesysOAuth.showMoreClients', title: l10n.t('Show more'), arguments: [row] };
  return item;
}

function clientItem(row: ClientRow): vscode.TreeItem {
  const { found, listed, now } = row;
  const { org, client } = found;
  const language = textLanguage();
  const item = new vscode.TreeItem(clientName(client), None);
  item.id = `${org.account} ${client.id}`;
  item.description = clientRowText(listed, now, language);
  item.iconPath = iconOf(listed);
  item.contextValue = contextOf(row);
  item.accessibilityInformation = { label: clientRowLabel(listed, now, language) };
  item.command = {
    command: 'genesysOAuth.manageClient',
    title: l10n.t('Manage…'),
    arguments: [row],
  };
  return item;
}

/** What the pointer on a client shows: what is known of it, a line each. */
export function clientTooltip({ found, listed, now }: ClientRow, use: KnownUse | undefined): string {
  const { org, client } = found;
  const language = textLanguage();
  return [
    clientName(client),
    ...listed.concerns.map((concern) => concernLine(concern, now, language)),
    '',
    clientSummary(client, clientReadAt(org, client.id), Date.now(), language),
    ...(use === undefined ? [] : [useLine(use, language)]),
    ...clientPlaceLines(client.id, org),
    ...(org.practice ? [practiceClientText()] : []),
  ].join('\n');
}

function useLine(use: KnownUse, language: string): string {
  return use.kind === 'used' ? l10n.t('Last used: {0}', dayText(use.day, language)) : useKindName(use.kind);
}

const ICONS: Record<Weight, readonly [icon: string, colour: string]> = {
  error: ['error', 'list.errorForeground'],
  warning: ['warning', 'list.warningForeground'],
  information: ['info', 'notificationsInfoIcon.foreground'],
};

function iconOf({ client, concerns: [worst] }: ListedClient): vscode.ThemeIcon {
  if (worst === undefined)
    return new vscode.ThemeIcon(worksInState(client.state) === 'no' ? 'circle-slash' : 'key');
  const [icon, colour] = ICONS[weightOf(worst)];
  return new vscode.ThemeIcon(icon, new vscode.ThemeColor(colour));
}

/** What can be done with a client, as words that the menus of package.json look for. */
function contextOf({ found, listed }: ClientRow): string {
  return ['client', ...offeredActions({ ...found, mentions: listed.mentions })].join(' ');
}
