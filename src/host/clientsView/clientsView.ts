import * as l10n from '@vscode/l10n';
import type * as vscode from 'vscode';
import type { ClientPageAction } from '../../core/clientPage/messages.ts';
import { lackedPages, type Mention } from '../../core/clients/concerns.ts';
import type { FoundClient } from '../../core/clients/whereabouts.ts';
import type { OAuthClient } from '../../core/platform/oauthClients.ts';
import { unreadClientsText } from '../../core/texts/clientChanges.ts';
import { clientGrantText, clientName } from '../../core/texts/clientFields.ts';
import { placeOf } from '../../core/texts/regions.ts';
import { ClientPages } from '../clientPage/clientPages.ts';
import type { ClientChanges } from '../clients/clientChanges.ts';
import { LastUses } from '../clients/lastUses.ts';
import { showReading } from '../clients/lookUp.ts';
import { type Action, carryOutOn } from '../clients/manageClient.ts';
import { textLanguage } from '../language.ts';
import type { Services } from '../services.ts';
import type { Session } from '../signIn/session.ts';
import type { Choice } from '../ui/askOneOf.ts';
import { clientTooltip, itemOf } from './items.ts';
import { mentionKey, WorkspaceMentions } from './mentions.ts';
import { ClientRow, ClientsTree, MoreRow } from './tree.ts';
import type { ClientsView } from './view.ts';

/** What the menus and the palette do with the clients of all orgs. A row is what VS Code gives a command, if anything. */
export type ClientCommands = {
  /** Opens the page of a client; asks which one where no row is given. */
  manage(row: unknown): Promise<void>;
  /** Does one thing with the client of a row; what is no such row is ignored. */
  act(row: unknown, kind: ClientPageAction): Promise<void>;
  refresh(): Promise<void>;
  showMore(row: unknown): void;
  /** Gives a tab that VS Code restored after a reload its client back; `kept` is what the tab says that it is about. */
  reopen(panel: vscode.WebviewPanel, kept: unknown): void;
};

/** Fills the view, and gives what its commands do. `signIn` resolves to undefined when cancelled. */
export function showClients(
  view: Pick<ClientsView, 'show'>,
  services: Services,
  changes: ClientChanges,
  signIn: () => Promise<Session | undefined>,
): ClientCommands {
  const { context, dialogs, orgClients } = services;
  const mentions = new WorkspaceMentions();
  const tree = new ClientsTree(orgClients, mentions);
  const lastUses = new LastUses(services);
  const act = async (found: FoundClient, named: readonly Mention[], kind: ClientPageAction) =>
    await carryOutOn(services, dialogs, changes, found, actionOf(found.client, named, kind));
  const pages = new ClientPages(services, {
    mentions: {
      of: async ({ org, client }) => (await mentions.all()).get(mentionKey(org.region, client.id)) ?? [],
      onDidChange: mentions.onDidChange,
    },
    act,
    signIn: async () => {
      await signIn();
    },
  });
  context.subscriptions.push(tree, mentions);
  view.show({
    onDidChange: tree.onDidChange,
    rowsBelow: async (row) => await tree.rowsBelow(row),
    itemOf,
    tooltipOf: async (row) =>
      row instanceof ClientRow
        ? clientTooltip(row, await lastUses.of(row.found.org.account, row.found.client.id))
        : undefined,
    badge: async () => badgeOf(await tree.attention()),
  });
  return {
    manage: async (row) => {
      const found = row instanceof ClientRow ? row.found : await chooseAnyClient(services, signIn);
      if (found !== undefined) pages.show(found);
    },
    act: async (row, kind) => {
      if (row instanceof ClientRow) await act(row.found, row.listed.mentions, kind);
    },
    refresh: async () => {
      await showReading(dialogs, async () => await orgClients.refresh());
    },
    showMore: (row) => {
      if (row instanceof MoreRow) tree.showMore(row);
    },
    reopen: (panel, kept) => pages.reopen(panel, kept),
  };
}

function badgeOf(attention: number) {
  if (attention === 0) return undefined;
  const tooltip =
    attention === 1 ? l10n.t('1 client needs attention') : l10n.t('{0} clients need attention', attention);
  return { value: attention, tooltip };
}

/** What an action of the page, or of a menu, is to do with a client. */
export function actionOf(client: OAuthClient, mentions: readonly Mention[], kind: ClientPageAction): Action {
  switch (kind) {
    case 'copy-id':
      return { kind: 'copy', text: client.id };
    case 'add-pages':
      return { kind: 'change', change: { kind: 'add-redirect-uris', uris: lackedPages(client, mentions) } };
    case 'deactivate':
    case 'activate':
      return { kind: 'change', change: { kind } };
    default:
      return { kind };
  }
}

/** Asks for one of the clients of all orgs that one is signed in to; signs in first where that is none. */
async function chooseAnyClient(
  { sessions, orgClients, dialogs }: Services,
  signIn: () => Promise<Session | undefined>,
): Promise<FoundClient | undefined> {
  if ((await sessions.all()).length === 0 && (await signIn()) === undefined) return undefined;
  const read = async () => {
    await orgClients.settled();
    const regions = new Set(orgClients.orgs().map(({ region }) => region));
    await Promise.all([...regions].map(async (region) => await orgClients.want(region)));
  };
  if (!(await showReading(dialogs, read))) return undefined;
  const orgs = orgClients.current();
  const rows = orgs.flatMap((org) =>
    org.clients.map((client): Choice<FoundClient> => {
      const described = [client.id, clientGrantText(client, textLanguage())];
      const place = orgs.length > 1 ? { detail: `${org.orgName} · ${placeOf(org.region)}` } : {};
      return {
        label: clientName(client),
        description: described.join(' · '),
        ...place,
        value: { org, client },
      };
    }),
  );
  // Whoever looks for a client in vain must know that some are not among these, or are from before.
  for (const { org, error } of orgClients.failures()) dialogs.fail(unreadClientsText(org.orgName, error));
  if (rows.length === 0) {
    if (orgs.length > 0) dialogs.tell(l10n.t('There is no OAuth client yet. Create one.'));
    return undefined;
  }
  const { compare } = new Intl.Collator(textLanguage(), { numeric: true });
  const question = {
    title: l10n.t('Choose an OAuth client'),
    placeholder: l10n.t('Type a part of its name or of its Client ID'),
  };
  return await dialogs.choose(
    question,
    rows.sort((one, other) => compare(one.label, other.label)),
  );
}
