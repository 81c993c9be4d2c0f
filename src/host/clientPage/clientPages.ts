import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { ClientPageAbout, type ClientPageTold } from '../../core/clientPage/messages.ts';
import type { FoundClient } from '../../core/clients/whereabouts.ts';
import { clientName } from '../../core/texts/clientName.ts';
import type { Services } from '../services.ts';
import { webviewTabs } from '../ui/webviewTabs.ts';
import { pageHtml, pageRoot } from '../wizard/pageHtml.ts';
import { ClientPage, type ClientPageTools } from './clientPage.ts';
import { ClientSearch } from './clientSearch.ts';

const VIEW_TYPE = 'genesysOAuth.client';

/** Who fills a tab at the moment. */
type Filling = Pick<ClientPage, 'receive' | 'dispose'>;

/** Says who fills a tab first; whoever takes it over from there shows itself at once. */
type Begin = (tell: (told: ClientPageTold) => void, replace: (next: Filling) => void) => Filling;

/** The editor tabs that each show a client; one for each client at most. */
export class ClientPages {
  private readonly open = new Map<string, vscode.WebviewPanel>();

  constructor(
    private readonly services: Services,
    private readonly tools: ClientPageTools,
  ) {}

  /** Opens the page of a client that was read in its org, or shows the one that is open. */
  show(found: FoundClient): void {
    const { org, client } = found;
    this.showTab(keyOf(org.account, client.id), clientName(client), (tell) => this.pageOf(found, tell));
  }

  /** The same of a client that may not have been read yet: then its tab looks for it. */
  showAbout(about: ClientPageAbout): void {
    const { account, clientId } = about;
    const org = this.services.orgClients.current().find((each) => each.account === account);
    const client = org?.clients.find(({ id }) => id === clientId);
    if (org !== undefined && client !== undefined) this.show({ org, client });
    else this.showTab(keyOf(account, clientId), about.name, this.searchFor(about));
  }

  private showTab(key: string, title: string, begin: Begin): void {
    const before = this.open.get(key);
    if (before !== undefined) {
      before.reveal();
      return;
    }
    // One of an extension host that died, behind which nobody is.
    void vscode.window.tabGroups.close(webviewTabs(VIEW_TYPE).filter(({ label }) => label === title));
    const panel = vscode.window.createWebviewPanel(VIEW_TYPE, title, vscode.ViewColumn.Active);
    this.fill(panel, key, begin);
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
    const key = keyOf(about.account, about.clientId);
    if (this.open.has(key)) {
      panel.dispose();
      return;
    }
    this.fill(panel, key, this.searchFor(about));
  }

  private searchFor(about: ClientPageAbout): Begin {
    return (tell, replace) => {
      const found = (client: FoundClient) => replace(this.pageOf(client, tell));
      return new ClientSearch(this.services, about, { tell, signIn: this.tools.signIn, found });
    };
  }

  private pageOf(found: FoundClient, tell: (told: ClientPageTold) => void): ClientPage {
    return new ClientPage(this.services, this.tools, found, tell);
  }

  private fill(panel: vscode.WebviewPanel, key: string, begin: Begin): void {
    const { webview } = panel;
    const { extensionUri } = this.services.context;
    this.open.set(key, panel);
    webview.options = { enableScripts: true, localResourceRoots: [pageRoot(extensionUri)] };
    panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.svg');
    const tell = (told: ClientPageTold) => {
      if (told.type === 'client') rename(panel, clientName(told.state.client));
      void webview.postMessage(told);
    };
    let filling = begin(tell, (next) => {
      filling = next;
      void next.receive({ type: 'ready' });
    });
    webview.onDidReceiveMessage(async (received: unknown) => await filling.receive(received));
    panel.onDidDispose(() => {
      this.open.delete(key);
      filling.dispose();
    });
    webview.html = pageHtml(webview, extensionUri, { id: 'client', title: 'OAuth Client' });
  }
}

function keyOf(account: string, clientId: string): string {
  return `${account} ${clientId}`;
}

/** VS Code draws the tab anew for each title that it is given. */
function rename(panel: vscode.WebviewPanel, title: string): void {
  if (panel.title !== title) panel.title = title;
}
