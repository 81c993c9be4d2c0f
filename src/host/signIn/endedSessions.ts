import { mkdirSync } from 'node:fs';
import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';

const FILE_NAME = 'ended-sessions.txt';

/**
 * The sessions that somebody signed out of, an ID in each line of a file that all windows share. A VS Code in the browser
 * reads its secrets once and hears of no other window's changes, and must still not renew what another window has ended.
 * Lines are only added, so that two windows that sign out at once lose neither's: 37 bytes for each time somebody does.
 * Where the file cannot be written, only this window knows.
 */
export class EndedSessions implements vscode.Disposable {
  private readonly file: string;
  private readonly watcher: vscode.FileSystemWatcher;
  private ofThisWindow: readonly string[] = [];

  constructor(folder: vscode.Uri) {
    this.file = join(folder.fsPath, FILE_NAME);
    makeFolder(folder.fsPath);
    const pattern = new vscode.RelativePattern(folder, FILE_NAME);
    this.watcher = vscode.workspace.createFileSystemWatcher(pattern);
  }

  /** Calls back when any window has ended a session. */
  onDidChange(changed: () => void): vscode.Disposable {
    return vscode.Disposable.from(this.watcher.onDidCreate(changed), this.watcher.onDidChange(changed));
  }

  async ids(): Promise<readonly string[]> {
    return [...(await this.written()), ...this.ofThisWindow];
  }

  /** Remembers that these have ended. */
  async add(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    this.ofThisWindow = [...this.ofThisWindow, ...ids];
    await appendFile(this.file, ids.map((id) => `${id}\n`).join('')).catch(() => undefined);
  }

  dispose(): void {
    this.watcher.dispose();
  }

  /** None when the file is not there or cannot be read. */
  private async written(): Promise<readonly string[]> {
    const text = await readFile(this.file, 'utf8').catch(() => '');
    return text.split('\n').filter((id) => id !== '');
  }
}

/** Nothing tells of changes in a folder that was not there when one began to watch it. */
function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch {
    // Then nothing can be written there either, and the windows keep to themselves.
  }
}
