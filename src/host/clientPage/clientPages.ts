import * as l10n from '@vscode/l10n';
import type * as vscode from 'vscode';
import { ClientPageAbout, type ClientPageTold } from '../../core/clientPage/messages.ts';
import type { FoundClient } from '../../core/clients/whereabouts.ts';
import { clientName } from '../../core/texts/clientName.ts';
import type { Services } from '../services.ts';
import { type Begin, PageTabs } from '../ui/pageTabs.ts';
import { tickStep } from '../walkthrough.ts';
import { ClientPage, type ClientPageTools } from './clientPage.ts';
import { ClientSearch } from './clientSearch.ts';

/** The editor tabs that each show a client; one for each client at most. */
export class ClientPages {
  private readonly tabs: PageTabs<ClientPageTold>;

  constructor(
    private readonly services: Services,
    private readonly tools: ClientPageTools,
  ) {
    this.tabs = new PageTabs(services.context.extensionUri, {
      viewType: 'genesysOAuth.client',
      page: { id: 'client', title: l10n.t('OAuth client') },
      titleOf: (told) => (told.type === 'client' ? clientName(told.state.client) : undefined),
    });
  }

  /** Opens the page of a client that was read in its org, or shows the one that is open. */
  show(found: FoundClient): void {
    const { org, client } = found;
    this.tabs.show(keyOf(org.account, client.id), clientName(client), (tell) => this.pageOf(found, tell));
  }

  /** The same of a client that may not have been read yet: then its tab looks for it. */
  showAbout(about: ClientPageAbout): void {
    const { account, clientId } = about;
    const org = this.services.orgClients.current().find((each) => each.account === account);
    const client = org?.clients.find(({ id }) => id === clientId);
    if (org !== undefined && client !== undefined) this.show({ org, client });
    else this.tabs.show(keyOf(account, clientId), about.name, this.searchFor(about));
  }

  /** Gives a tab that VS Code restored after a reload its client back; `kept` is what the tab says that it is about. */
  reopen(panel: vscode.WebviewPanel, kept: unknown): void {
    const about = ClientPageAbout.safeParse(kept).data;
    if (about === undefined) {
      panel.dispose();
      this.services.dialogs.tell(
        l10n.t('The page of an OAuth client could not be opened again. Open it from the list of clients.'),
      );
      return;
    }
    this.tabs.reopen(panel, keyOf(about.account, about.clientId), this.searchFor(about));
  }

  private searchFor(about: ClientPageAbout): Begin<ClientPageTold> {
    return (tell, replace) => {
      const found = (client: FoundClient) => replace(this.pageOf(client, tell));
      return new ClientSearch(this.services, about, { tell, signIn: this.tools.signIn, found });
    };
  }

  private pageOf(found: FoundClient, tell: (told: ClientPageTold) => void): ClientPage {
    tickStep('genesysOAuth.hasSeenClient');
    return new ClientPage(this.services, this.tools, found, tell);
  }
}

function keyOf(account: string, clientId: string): string {
  return `${account} ${clientId}`;
}
