import * as vscode from 'vscode';

/** A file system in memory, such as a remote one that no disk stands behind; the next tests of a file can break it. */
export class MemoryFiles implements vscode.FileSystemProvider, vscode.Disposable {
  readonly files = new Map<string, Uint8Array>();
  /** What a look at a file fails with. */
  statFails: ((uri: vscode.Uri) => Error) | undefined;
  /** Whether each file says that it is a link. */
  areLinks = false;
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;
  private readonly registered: vscode.Disposable;

  constructor(readonly scheme: string) {
    this.registered = vscode.workspace.registerFileSystemProvider(scheme, this);
  }

  uri(path: string): vscode.Uri {
    return vscode.Uri.from({ scheme: this.scheme, path });
  }

  text(path: string): string | undefined {
    const bytes = this.files.get(path);
    return bytes && new TextDecoder().decode(bytes);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    if (this.statFails !== undefined) throw this.statFails(uri);
    const bytes = this.files.get(uri.path);
    const isFolder = bytes === undefined && uri.path.split('/').length <= 2 && !uri.path.includes('.');
    if (bytes === undefined && !isFolder) throw vscode.FileSystemError.FileNotFound(uri);
    const kind = isFolder ? vscode.FileType.Directory : vscode.FileType.File;
    const type = this.areLinks ? kind | vscode.FileType.SymbolicLink : kind;
    return { type, ctime: 0, mtime: this.files.size, size: bytes?.length ?? 0 };
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const bytes = this.files.get(uri.path);
    if (bytes === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return bytes;
  }

  writeFile(uri: vscode.Uri, content: Uint8Array, options: { create: boolean; overwrite: boolean }): void {
    if (this.files.has(uri.path) && options.create && !options.overwrite)
      throw vscode.FileSystemError.FileExists(uri);
    this.files.set(uri.path, content);
    this.changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  createDirectory(): void {}

  delete(uri: vscode.Uri): void {
    this.files.delete(uri.path);
  }

  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  dispose(): void {
    this.registered.dispose();
  }
}
