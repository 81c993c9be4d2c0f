import { mkdirSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import * as z from 'zod/mini';

const FILE_NAME = 'ended-sessions.json';
const MOST_REMEMBERED = 100;

/**
 * The sessions that somebody signed out of, by ID, in a file that all windows share. A VS Code in the browser reads
 * its secrets once and hears of no other window's changes, and must still not renew what another window has ended.
 */
export class EndedSessions implements vscode.Disposable {
  private readonly file: string;
  private readonly watcher: vscode.FileSystemWatcher;

  /** Throws when VS Code gives a folder that cannot be made. */
  constructor(folder: vscode.Uri) {
    this.file = join(folder.fsPath, FILE_NAME);
    // Nothing tells of changes in a folder that was not there when one began to watch it.
    mkdirSync(folder.fsPath, { recursive: true });
    const pattern = new vscode.RelativePattern(folder, FILE_NAME);
    this.watcher = vscode.workspace.createFileSystemWatcher(pattern);
  }

  /** Calls back when any window has ended a session. */
  onDidChange(changed: () => void): vscode.Disposable {
    return vscode.Disposable.from(this.watcher.onDidCreate(changed), this.watcher.onDidChange(changed));
  }

  /** None when the file is not there or cannot be read. */
  async ids(): Promise<readonly string[]> {
    try {
      const ids = z.array(z.string()).safeParse(JSON.parse(await readFile(this.file, 'utf8')));
      return ids.success ? ids.data : [];
    } catch {
      return [];
    }
  }

  /** Remembers that these have ended. Rejects when the file cannot be written. */
  async add(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const all = [...(await this.ids()), ...ids].slice(-MOST_REMEMBERED);
    // Renamed into its place, so that no window ever reads half of it.
    await writeFile(`${this.file}.${process.pid}`, JSON.stringify(all));
    await rename(`${this.file}.${process.pid}`, this.file);
  }

  dispose(): void {
    this.watcher.dispose();
  }
}
