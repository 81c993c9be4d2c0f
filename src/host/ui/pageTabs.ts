import * as vscode from 'vscode';
import { type PageId, pageHtml, pageRoot } from '../wizard/pageHtml.ts';
import { keepingFocus } from './modalQuestion.ts';
import { webviewTabs } from './webviewTabs.ts';

/** Who fills a tab at the moment. */
export type Filling = vscode.Disposable & {
  /** Does what the page asks for. Never rejects. */
  receive(received: unknown): Promise<void>;
  /** The person has asked once more for what this tab shows already. */
  again?(): void;
};

/** Says who fills a tab first; whoever takes it over from there shows itself at once. */
export type Begin<Told> = (tell: (told: Told) => void, replace: (next: Filling) => void) => Filling;

/** A kind of editor tabs. */
export type TabKind<Told> = {
  readonly viewType: string;
  readonly page: PageId;
  /** What the tab is called from then on; undefined where it stays as it is. */
  titleOf(told: Told): string | undefined;
};

/** Editor tabs of one kind that each show a subject in a page; one for each subject (its key) at most. */
export class PageTabs<Told> {
  private readonly open = new Map<string, { readonly panel: vscode.WebviewPanel; again(): void }>();

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly kind: TabKind<Told>,
  ) {}

  /** Opens the tab of a subject, or shows the one that is open. */
  show(key: string, title: string, begin: Begin<Told>): void {
    const before = this.open.get(key);
    if (before !== undefined) {
      before.panel.reveal();
      before.again();
      return;
    }
    const { viewType } = this.kind;
    // One of an extension host that died, behind which nobody is; other subjects may be called the same.
    const isOurs = [...this.open.values()].some(({ panel }) => panel.title === title);
    const same = isOurs ? [] : webviewTabs(viewType).filter(({ label }) => label === title);
    void vscode.window.tabGroups.close(same);
    const panel = vscode.window.createWebviewPanel(viewType, title, vscode.ViewColumn.Active);
    this.fill(panel, key, begin);
  }

  /** Gives a tab that VS Code restored after a reload its subject back; closes it where another one has that. */
  reopen(panel: vscode.WebviewPanel, key: string, begin: Begin<Told>): void {
    if (this.open.has(key)) panel.dispose();
    else this.fill(panel, key, begin);
  }

  private fill(panel: vscode.WebviewPanel, key: string, begin: Begin<Told>): void {
    const { webview } = panel;
    const { extensionUri, kind } = this;
    webview.options = { enableScripts: true, localResourceRoots: [pageRoot(extensionUri)] };
    panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.svg');
    const tell = (told: Told) => {
      const title = kind.titleOf(told);
      // VS Code draws the tab anew for each title that it is given.
      if (title !== undefined && panel.title !== title) panel.title = title;
      void webview.postMessage(told);
    };
    let filling = begin(tell, (next) => {
      filling = next;
      void next.receive({ type: 'ready' });
    });
    this.open.set(key, { panel, again: () => filling.again?.() });
    webview.onDidReceiveMessage(
      async (received: unknown) => await keepingFocus(panel, async () => await filling.receive(received)),
    );
    panel.onDidDispose(() => {
      this.open.delete(key);
      filling.dispose();
    });
    webview.html = pageHtml(webview, extensionUri, kind.page);
  }
}
