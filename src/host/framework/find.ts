import * as vscode from 'vscode';
import { plainName } from '../../core/framework/filePatterns.ts';
import type { Workspace } from '../../core/procedures/context.ts';
import {
  describeFrameworkFile,
  type FoundFile,
  isOfAnotherProduct,
} from '../../core/procedures/frameworkFile.ts';
import { type LeadsTo, leadsTo, pathShown } from '../files/leadsTo.ts';
import { exists, readCheckedText } from '../files/read.ts';
import { searchFolder } from '../files/search.ts';
import { filePatterns, isFrameworkPath, onDidChangePatterns } from './filePatterns.ts';

/** Where most projects have theirs. */
const USUAL = ['framework.js', 'src/framework.js'];

/** What is found by the patterns of all folders. `isCut`: there may be more. */
export type FoundUris = { readonly uris: readonly vscode.Uri[]; readonly isCut: boolean };

/**
 * The files that the patterns mean, in the order of their paths; `most` of each pattern, so that the search ends.
 * @param excluded A pattern of those that are left out.
 * @param within The folders that are searched; all when left out.
 */
export async function findFrameworkUris(
  excluded: string,
  most: number,
  within: readonly vscode.WorkspaceFolder[] = vscode.workspace.workspaceFolders ?? [],
  cancellation?: vscode.CancellationToken,
): Promise<FoundUris> {
  const searches = within.flatMap((folder) =>
    filePatterns(folder).patterns.map(
      async ({ glob }) => await searchFolder(folder, { glob, excluded, most, usual: USUAL }, cancellation),
    ),
  );
  const found = await Promise.all(searches);
  // A folder within another one has its own patterns, and a file that several patterns mean is one file.
  const uris = new Map(found.flat().map((uri) => [uri.toString(), uri]));
  return {
    uris: [...uris.values()].filter(isFrameworkPath).sort((a, b) => a.path.localeCompare(b.path)),
    isCut: found.some(({ length }) => length >= most),
  };
}

/** Files that are looked at in one go, those that are read for it at most, and those that are listed. */
const AT_ONCE = 50;
const MOST_READ = 1000;
const MOST_LISTED = 50;

/** The framework.js files of the workspace, reduced to what the procedure asks, for a client of these regions. */
export async function findFrameworkFiles(
  regions: readonly string[],
): Promise<Pick<Workspace, 'files' | 'newFiles'>> {
  const { uris } = await findFrameworkUris('**/node_modules/**', MOST_READ);
  const found: FoundFile[] = [];
  for (let start = 0; start < uris.length && found.length < MOST_LISTED; start += AT_ONCE) {
    const files = await Promise.all(uris.slice(start, start + AT_ONCE).map(read));
    found.push(...files.filter((file) => !('text' in file && isOfAnotherProduct(file.text))));
  }
  const files = found
    .slice(0, MOST_LISTED)
    .map((file) => describeFrameworkFile(file, regions))
    .sort((a, b) => Number(a.builtCopy) - Number(b.builtCopy) || a.path.localeCompare(b.path));
  return { files, newFiles: await newFilePlaces(new Set(uris.map((uri) => uri.toString()))) };
}

async function read(uri: vscode.Uri): Promise<FoundFile> {
  const text = await readCheckedText(uri);
  const leads = await leadsTo(uri).catch((): LeadsTo => ({ kind: 'itself' }));
  const file = { uri: uri.toString(), path: pathShown(uri, leads) };
  return text.ok ? { ...file, text: text.value } : { ...file, unreadable: text.reason };
}

/** A place in each folder that can be written to; never an existing file. */
async function newFilePlaces(taken: ReadonlySet<string>): Promise<Workspace['newFiles']> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const places = await Promise.all(
    folders
      .filter((folder) => vscode.workspace.fs.isWritableFileSystem(folder.uri.scheme) !== false)
      .map(async (folder) => {
        const uri = await newFilePlace(folder);
        const leads = await leadsTo(uri).catch((): undefined => undefined);
        // Nothing is written where a link leads out of the workspace.
        if (leads === undefined || leads.kind === 'outside') return [];
        return [{ uri: uri.toString(), path: pathShown(uri, leads) }];
      }),
  );
  return places.flat().filter(({ uri }) => !taken.has(uri));
}

/**
 * `src/framework.js` where a folder has a `src`, `framework.js` at its top elsewhere. Where the patterns mean another
 * name, it gets that, so that it is found again.
 */
async function newFilePlace(folder: vscode.WorkspaceFolder): Promise<vscode.Uri> {
  const source = vscode.Uri.joinPath(folder.uri, 'src');
  const parent = (await isFolderOfOurs(source)) ? source : folder.uri;
  const usual = vscode.Uri.joinPath(parent, 'framework.js');
  const named = isFrameworkPath(usual) ? undefined : plainName(filePatterns(folder));
  if (named === undefined) return usual;
  return vscode.Uri.joinPath(named.anywhere ? parent : folder.uri, named.path);
}

async function isFolderOfOurs(uri: vscode.Uri): Promise<boolean> {
  try {
    return (await exists(uri)) && (await leadsTo(uri)).kind !== 'outside';
  } catch {
    return false;
  }
}

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
