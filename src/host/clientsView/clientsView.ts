import * as l10n from '@vscode/l10n';
import type * as vscode from 'vscode';
import { ClientPageAbout, type ClientPageAction } from '../../core/clientPage/messages.ts';
import { mentionsOf } from '../../core/clients/mentions.ts';
import type { FoundClient } from '../../core/clients/whereabouts.ts';
import { endingText } from '../../core/texts/watch.ts';
import { isPressing } from '../../core/watch/endings.ts';
import type { Outlook } from '../../core/watch/outlook.ts';
import { ClientPages } from '../clientPage/clientPages.ts';
import type { ClientChanges } from '../clients/clientChanges.ts';
import { LastUses } from '../clients/lastUses.ts';
import { showReading } from '../clients/lookUp.ts';
import type { ActOnClient } from '../clients/manageClient.ts';
import { textLanguage } from '../language.ts';
import type { Services } from '../services.ts';
import type { Session } from '../signIn/session.ts';
import { Watch } from '../watch/watch.ts';
import { ClientActions, type ClientTabs } from './actions.ts';
import { askForUses } from './askForUses.ts';
import { chooseAnyClient, chooseSomeClients } from './chooseClients.ts';
import { clientTooltip, itemOf } from './items.ts';
import { ShownClients } from './shownClients.ts';
import { AccountRow, ClientRow, ClientsTree, MoreRow } from './tree.ts';
import type { ClientsView } from './view.ts';

/** What the menus and the palette do with the clients of all orgs. A row is what VS Code gives a command, if anything. */
export type ClientCommands = {
  /** Opens the page of a client, that of a row or one that a link tells; asks which one where none is given. */
  manage(given: unknown): Promise<void>;
  /** Opens the page of a client that may not have been read yet. */
  open(about: ClientPageAbout): void;
  /** When clients were last used, as far as somebody asked. */
  readonly lastUses: LastUses;
  /** What ends by itself, of what they and the orgs have. */
  readonly watch: Watch;
  /** Does one thing with a client that was read, wherever it is named. */
  readonly actOn: ActOnClient;
  /** Asks for some clients, and what to do with them. */
  manageSeveral(): Promise<void>;
  /**
   * Does one thing with the client of a row, or with those of all selected `rows`, if it is one of them; what is no such
   * row is ignored.
   */
  act(row: unknown, kind: ClientPageAction, rows?: unknown): Promise<void>;
  /** Asks which clients are shown, and in which groups. */
  filter(): Promise<void>;
  clearFilter(): Promise<void>;
  /** Asks when the clients of a row, of the selected ones, or all that are shown were last used. */
  askLastUse(row: unknown, rows?: unknown): Promise<void>;
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
  clientTabs: ClientTabs,
): ClientCommands {
  const { context, dialogs, mentions, orgClients, time } = services;
  const watch = new Watch(services, mentions);
  const lastUses = new LastUses(services, () => tree.refresh());
  const useOf: LastUses['known'] = (account, id) => lastUses.known(account, id);
  const tree = new ClientsTree(orgClients, mentions, time, useOf, services.written);
  const shown = new ShownClients(services, tree);
  const actions = new ClientActions(services, changes, clientTabs);
  const pages = new ClientPages(services, {
    mentions: {
      of: async (found) => mentionsOf(found, await mentions.all(), orgClients.current()),
      onDidChange: mentions.onDidChange,
    },
    act: async (found, named, kind) => await actions.one(found, named, kind),
    signIn: async () => {
      await signIn();
    },
  });
  context.subscriptions.push(
    ...[tree, watch, actions],
    watch.onDidAsk(() => tree.refresh()),
  );
  const clientsFor = async (row: unknown, rows: unknown): Promise<readonly FoundClient[]> => {
    if (row instanceof ClientRow) return selected(row, rows);
    const account = row instanceof AccountRow ? row.org.account : undefined;
    const accounts = account === undefined ? orgClients.orgs().map((org) => org.account) : [account];
    const read = async () => await Promise.all(accounts.map(async (each) => await orgClients.wantOf(each)));
    return (await showReading(dialogs, read)) ? await tree.knownAndShown(account) : [];
  };
  view.show({
    onDidChange: tree.onDidChange,
    rowsBelow: async (row) => await tree.rowsBelow(row),
    itemOf,
    tooltipOf: async (row, signal) =>
      row instanceof ClientRow
        ? clientTooltip(row, await lastUses.ask(row.found.org.account, row.found.client.id, signal))
        : undefined,
    filter: async () => (orgClients.orgs().length === 0 ? undefined : await shown.text()),
    badge: async () => badgeOf(await tree.attention(), await watch.seen()),
  });
  return {
    manage: async (given) => {
      const { data: about } = ClientPageAbout.safeParse(given);
      if (about !== undefined) pages.showAbout(about);
      else {
        const found = given instanceof ClientRow ? given.found : await chooseAnyClient(services, signIn);
        if (found !== undefined) pages.show(found);
      }
    },
    open: (about) => pages.showAbout(about),
    lastUses,
    watch,
    actOn: async (found, needs, action) => await actions.one(found, needs, action),
    manageSeveral: async () => {
      const clients = await chooseSomeClients(services, signIn);
      if (clients.length > 0) await actions.askAndDo(clients);
    },
    act: async (row, kind, rows) => {
      if (!(row instanceof ClientRow)) return;
      const clients = selected(row, rows);
      if (clients.length > 1) await actions.several(clients, kind);
      else await actions.one(row.found, row.listed.mentions, kind);
    },
    filter: async () => await shown.ask(),
    clearFilter: async () => await shown.clear(),
    askLastUse: async (row, rows) => {
      const clients = await clientsFor(row, rows);
      await askForUses(services, lastUses, clients, () => tree.refresh());
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

/** The clients that a command is for: those of all selected rows, if the one that it was called on is among them. */
function selected(row: ClientRow, rows: unknown): readonly FoundClient[] {
  const all = Array.isArray(rows) && rows.includes(row) ? rows : [row];
  return all.flatMap((each) => (each instanceof ClientRow ? [each.found] : []));
}

/** Clients that need attention, and what else has ended or ends soon: no org that is known has its client. */
function badgeOf(attention: number, outlook: Outlook | undefined) {
  const pressing = outlook?.endings.filter(isPressing) ?? [];
  const others = pressing.filter((ending) => ending.kind === 'token' && ending.found === undefined);
  const value = attention + others.length;
  if (value === 0) return undefined;
  const clients =
    attention === 1 ? l10n.t('1 client needs attention') : l10n.t('{0} clients need attention', attention);
  // On which day the implicit grant ends, nobody can say.
  const dated = pressing.filter(({ kind }) => kind !== 'implicit-grant');
  const lines = dated.slice(0, MOST_IN_BADGE).map((ending) => endingText(ending, textLanguage()));
  return { value, tooltip: [...(attention === 0 ? [] : [clients]), ...lines].join('\n') };
}

const MOST_IN_BADGE = 5;
