import * as vscode from 'vscode';
import type { Mentions } from '../../core/clients/mentions.ts';
import {
  byClient,
  mentionsInFramework,
  mentionsInScimConfig,
  type Named,
  type Naming,
} from '../../core/clients/mentionsIn.ts';
import { NOT_EDITED } from '../../core/framework/builtCopy.ts';
import { isScimConfigPath, SCIM_CONFIG_NAME } from '../../core/scim/configName.ts';
import type { NamedPlaces } from '../../core/watch/endings.ts';
import type { UnreadFile } from '../../core/watch/outlook.ts';
import { readCheckedText } from '../files/read.ts';
import { FrameworkWatcher, findFrameworkUris } from '../framework/find.ts';
import { findScimUris, MOST_SCIM_FILES, SCIM_FILES } from '../scim/file.ts';

/** More than any project has. */
const MOST_FILES = 500;

/** Milliseconds of quiet before a file is read again that somebody types in. */
const QUIET_MILLISECONDS = 300;

/** Milliseconds until others hear of a change: a thousand files may change at once, and all are read then. */
const TOLD_AFTER = 300;

/** The clients that the files name, by `mentionKey` and one by one, and what could not be read. */
export type ReadMentions = {
  readonly byKey: Mentions;
  readonly named: readonly NamedPlaces[];
  readonly unread: readonly UnreadFile[];
};

/**
 * Which clients the files of the workspace name, and where. Read when first asked for, and again after a file was
 * changed, made or deleted.
 */
export class WorkspaceMentions implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** The files may name other clients than before. */
  readonly onDidChange = this.changed.event;
  private reading: Promise<ReadMentions> | undefined;
  /** The last one that was begun: two at once would only be slower. */
  private begun: Promise<unknown> = Promise.resolve();
  private typing: NodeJS.Timeout | undefined;
  private telling: NodeJS.Timeout | undefined;
  private readonly listening: readonly vscode.Disposable[];

  constructor() {
    const files = new FrameworkWatcher();
    const scim = vscode.workspace.createFileSystemWatcher(SCIM_FILES);
    const again = () => {
      if (this.reading === undefined) return;
      this.reading = undefined;
      this.telling ??= setTimeout(() => {
        this.telling = undefined;
        this.changed.fire();
      }, TOLD_AFTER);
    };
    this.listening = [
      ...[files, files.onDidCreate(again), files.onDidChange(again), files.onDidDelete(again)],
      ...[files.onDidChangePatterns(again), vscode.workspace.onDidChangeWorkspaceFolders(again)],
      ...[scim, scim.onDidCreate(again), scim.onDidChange(again), scim.onDidDelete(again)],
      // What an editor shows counts, as in its diagnostics, and on the disk nothing changes when it is thrown away.
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (!isScimConfigPath(document.uri.path)) return;
        clearTimeout(this.typing);
        this.typing = setTimeout(again, QUIET_MILLISECONDS);
      }),
    ];
  }

  /** The places that name a client, found by `mentionKey`. Never rejects: a file that cannot be read names nobody. */
  async all(): Promise<Mentions> {
    return (await this.read()).byKey;
  }

  /** The same, with what could not be read, and why. */
  async read(): Promise<ReadMentions> {
    if (this.reading === undefined) {
      this.reading = this.begun.then(readAll);
      this.begun = this.reading.catch(() => {});
    }
    return await this.reading;
  }

  dispose(): void {
    clearTimeout(this.typing);
    clearTimeout(this.telling);
    for (const each of [this.changed, ...this.listening]) each.dispose();
  }
}

async function readAll(): Promise<ReadMentions> {
  const [frameworks, connections] = await Promise.all([
    findFrameworkUris(NOT_EDITED, MOST_FILES),
    findScimUris(),
  ]);
  const named: Named[] = [];
  const unread: UnreadFile[] = [
    ...(frameworks.isCut ? [{ kind: 'more-files', name: 'framework.js', most: MOST_FILES } as const] : []),
    ...(connections.length >= MOST_SCIM_FILES
      ? [{ kind: 'more-files', name: SCIM_CONFIG_NAME, most: MOST_SCIM_FILES } as const]
      : []),
  ];
  // One after the other: what a file names is small beside its text.
  for (const uri of frameworks.uris) await readOne(uri, mentionsInFramework, named, unread);
  for (const uri of connections) await readOne(uri, mentionsInScimConfig, named, unread);
  return { ...byClient(named), unread };
}

async function readOne(uri: vscode.Uri, read: Naming, named: Named[], unread: UnreadFile[]): Promise<void> {
  const place = { uri: uri.toString(), path: vscode.workspace.asRelativePath(uri) };
  const text = await readCheckedText(uri);
  if (!text.ok) unread.push({ kind: 'file', ...place, reason: text.reason });
  if (!text.ok) return;
  const found = read(text.value, place);
  named.push(...found.named);
  if (found.brokenAt !== undefined) unread.push({ kind: 'broken-file', ...place, line: found.brokenAt });
}
