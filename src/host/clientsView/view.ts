// Values of 'vscode' are imported by name, because this is part of what is loaded at activation.
import type { CancellationToken, Disposable, TreeDataProvider, TreeItem, TreeView } from 'vscode';
import { commands, EventEmitter, window } from 'vscode';
import type { Row } from './tree.ts';

/** What the view shows, once it is loaded. */
export type ShownRows = {
  readonly onDidChange: (listener: () => void) => Disposable;
  rowsBelow(row: Row | undefined): Promise<readonly Row[]>;
  itemOf(row: Row): TreeItem;
  /** What the pointer on a row shows, where that takes a request. */
  tooltipOf(row: Row, signal: AbortSignal): Promise<string | undefined>;
  /** What is shown where some rows are left out; undefined where all are. */
  filter(): Promise<string | undefined>;
  /** How many rows need attention, and that in words. */
  badge(): Promise<{ readonly value: number; readonly tooltip: string } | undefined>;
};

/**
 * The view of OAuth clients. VS Code knows it from the start; what it shows is loaded when somebody first opens it, or
 * with the rest of the extension.
 */
export class ClientsView implements TreeDataProvider<Row>, Disposable {
  private readonly changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: TreeView<Row>;
  private rows: ShownRows | undefined;
  private listening: Disposable | undefined;

  constructor(private readonly load: () => Promise<unknown>) {
    this.view = window.createTreeView('genesysOAuth.clients', {
      treeDataProvider: this,
      canSelectMany: true,
    });
  }

  /** From now on the view shows these. */
  show(rows: ShownRows): void {
    this.rows = rows;
    this.listening = rows.onDidChange(() => this.refresh());
    this.refresh();
  }

  async getChildren(row?: Row): Promise<Row[]> {
    await this.load();
    return [...((await this.rows?.rowsBelow(row)) ?? [])];
  }

  getTreeItem(row: Row): TreeItem {
    if (this.rows === undefined) throw new Error('There are no rows before they are loaded.');
    return this.rows.itemOf(row);
  }

  async resolveTreeItem(item: TreeItem, row: Row, token: CancellationToken): Promise<TreeItem> {
    const ended = new AbortController();
    token.onCancellationRequested(() => ended.abort());
    const tooltip = await this.rows?.tooltipOf(row, ended.signal);
    if (tooltip !== undefined) item.tooltip = tooltip;
    return item;
  }

  dispose(): void {
    for (const each of [this.view, this.changed, this.listening]) each?.dispose();
  }

  private refresh(): void {
    this.changed.fire(undefined);
    void this.rows?.badge().then((badge) => {
      this.view.badge = badge;
    });
    void this.rows?.filter().then(async (filter) => {
      this.view.message = filter ?? '';
      await commands.executeCommand('setContext', 'genesysOAuth.clientsFiltered', filter !== undefined);
    });
  }
}
