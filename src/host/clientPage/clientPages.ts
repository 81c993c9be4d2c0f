import * as vscode from 'vscode';
import type { FoundClient } from '../../core/clients/whereabouts.ts';
import { clientName } from '../../core/texts/clientFields.ts';
import type { Services } from '../services.ts';
import { webviewTabs } from '../ui/webviewTabs.ts';
import { pageHtml, pageRoot } from '../wizard/pageHtml.ts';
import { ClientPage, type ClientPageTools } from './clientPage.ts';

const VIEW_TYPE = 'genesysOAuth.client';

/** The editor tabs that each show a client; one for each client at most. */
export class ClientPages {
  private readonly open = new Map<string, vscode.WebviewPanel>();

  constructor(
    private readonly services: Services,
    private readonly tools: ClientPageTools,
  ) {}

  /** Opens the page of a client that was read in its org, or shows the one that is open. */
  show(found: FoundClient): void {
    const key = `${found.org.account} ${found.client.id}`;
    const before = this.open.get(key);
    if (before !== undefined) {
      before.reveal();
      return;
    }
    // Those of an extension host that died.
    if (this.open.size === 0) void vscode.window.tabGroups.close(webviewTabs(VIEW_TYPE));
    const { extensionUri } = this.services.context;
    const title = clientName(found.client);
    const panel = vscode.window.createWebviewPanel(VIEW_TYPE, title, vscode.ViewColumn.Active, {
      enableScripts: true,
      localResourceRoots: [pageRoot(extensionUri)],
    });
    panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.svg');
    this.open.set(key, panel);
    const page = new ClientPage(
      this.services,
      this.tools,
      found,
      (told) => void panel.webview.postMessage(told),
    );
    panel.webview.onDidReceiveMessage(async (received: unknown) => await page.receive(received));
    panel.onDidDispose(() => {
      this.open.delete(key);
      page.dispose();
    });
    panel.webview.html = pageHtml(panel.webview, extensionUri, { id: 'client', title: 'OAuth Client' });
  }
}
