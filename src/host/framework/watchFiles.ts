import * as vscode from 'vscode';
import { filePatterns, isFrameworkPath, onDidChangePatterns } from './filePatterns.ts';

/** Tells of the files that the patterns mean, also after the settings or the folders have changed. */
export class FrameworkWatcher implements vscode.Disposable {
  private readonly created = new vscode.EventEmitter<vscode.Uri>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly deleted = new vscode.EventEmitter<vscode.Uri>();
  private readonly others = new vscode.EventEmitter<void>();
  readonly onDidCreate = this.created.event;
  readonly onDidChange = this.changed.event;
  readonly onDidDelete = this.deleted.event;
  /** Other files may be meant than before. */
  readonly onDidChangePatterns = this.others.event;
  private watchers: readonly vscode.Disposable[] = [];
  private readonly listening: readonly vscode.Disposable[];

  constructor() {
    this.listening = onDidChangePatterns(() => {
      this.watch();
      this.others.fire();
    });
    this.watch();
  }

  dispose(): void {
    const emitters = [this.created, this.changed, this.deleted, this.others];
    for (const each of [...this.listening, ...this.watchers, ...emitters]) each.dispose();
  }

  private watch(): void {
    for (const watcher of this.watchers) watcher.dispose();
    this.watchers = (vscode.workspace.workspaceFolders ?? []).flatMap((folder) =>
      filePatterns(folder).patterns.flatMap(({ glob }) => this.watchFor(folder, glob)),
    );
  }

  private watchFor(folder: vscode.WorkspaceFolder, glob: string): vscode.Disposable[] {
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, glob));
    const tell = (emitter: vscode.EventEmitter<vscode.Uri>) => (uri: vscode.Uri) => {
      if (isFrameworkPath(uri)) emitter.fire(uri);
    };
    return [
      watcher,
      watcher.onDidCreate(tell(this.created)),
      watcher.onDidChange(tell(this.changed)),
      watcher.onDidDelete(tell(this.deleted)),
    ];
  }
}
