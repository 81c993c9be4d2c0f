import * as vscode from 'vscode';
import { decode } from '../../core/files/encoding.ts';
import { isBinary } from '../../core/files/readable.ts';
import type { Call } from '../../core/privileges/calls/call.ts';
import type { CallNote, ReadingOptions } from '../../core/privileges/calls/reading.ts';
import { type IgnoreFile, ignoredBy } from '../../core/privileges/calls/source/gitIgnore.ts';
import { SOURCE_ENDINGS } from '../../core/privileges/calls/source/languages.ts';
import { MOST_CHARACTERS } from '../../core/privileges/calls/source/mayCall.ts';
import { readSource } from '../../core/privileges/calls/source/readSource.ts';
import { reasonOf } from '../../core/reason.ts';
import { filesReadText } from '../../core/texts/calls.ts';
import { readText } from '../files/read.ts';
import { isUnsearchable, searchFolder, tokenOf } from '../files/search.ts';
import type { Log } from '../log.ts';
import type { Report } from '../ui/dialogs.ts';

/** What the source files of a workspace call. */
export type WorkspaceCalls = {
  calls: readonly Call[];
  notes: readonly CallNote[];
  /** Where each file is that a call or a note names. */
  places: ReadonlyMap<string, vscode.Uri>;
  /** So many files were read; so many were left out because of .gitignore, or could not be read. */
  files: number;
  ignored: number;
  leftAlone: number;
  /** The names of the folders that could not be searched. */
  unreadFolders: readonly string[];
  /** The search ended after so many files of a folder. */
  cutAfter: number | undefined;
};

/** Of packages and of git itself: nobody's own code. */
const NOT_OWN = '**/{node_modules,.git,.venv,site-packages}/**';
/** More than any project has. */
const MOST_FILES = 20_000;
const MOST_IGNORE_FILES = 2_000;
/** As many at once as a disk has use for. */
const AT_ONCE = 16;

type Found = { uris: readonly vscode.Uri[]; ignored: number; isCut: boolean };

type Folders = readonly vscode.WorkspaceFolder[];

/**
 * Finds the calls of the Platform API in the source files of the workspace, without those that `files.exclude` and
 * .gitignore leave out. Nothing is executed, and nothing leaves the computer. Undefined when the person cancelled.
 */
export async function readWorkspaceCalls(
  options: ReadingOptions,
  log: Pick<Log, 'info'>,
  report: Report,
  signal: AbortSignal,
  folders: Folders = vscode.workspace.workspaceFolders ?? [],
): Promise<WorkspaceCalls | undefined> {
  const unreadFolders: string[] = [];
  const searched = await Promise.all(
    folders.map(async (folder) => {
      const own = await searchedFiles(folder, log, signal);
      if (own === undefined) unreadFolders.push(folder.name);
      return own ?? [];
    }),
  );
  const found = searched.flat();
  // A folder within another one is searched with it, too.
  const uris = [...new Map(found.flatMap((each) => each.uris).map((uri) => [uri.toString(), uri])).values()];
  const calls: Call[] = [];
  const notes: CallNote[] = [];
  const places = new Map<string, vscode.Uri>();
  let leftAloneFiles = 0;
  for (let at = 0; at < uris.length && !signal.aborted; at += AT_ONCE) {
    const batch = uris.slice(at, at + AT_ONCE);
    report(filesReadText(at, uris.length), (100 * batch.length) / uris.length);
    const texts = await Promise.all(batch.map(async (uri) => ({ uri, text: await sourceOf(uri, log) })));
    for (const { uri, text } of texts) {
      if (text === undefined) {
        leftAloneFiles += 1;
        continue;
      }
      const file = vscode.workspace.asRelativePath(uri);
      const read = readSource(file, text, options);
      if (read.calls.length + read.notes.length > 0) places.set(file, uri);
      calls.push(...read.calls);
      notes.push(...read.notes);
    }
  }
  if (signal.aborted) return undefined;
  return {
    calls,
    notes,
    places,
    files: uris.length - leftAloneFiles,
    ignored: found.reduce((sum, each) => sum + each.ignored, 0),
    leftAlone: leftAloneFiles,
    unreadFolders,
    cutAfter: found.some(({ isCut }) => isCut) ? MOST_FILES : undefined,
  };
}

async function sourceOf(uri: vscode.Uri, log: Pick<Log, 'info'>): Promise<string | undefined> {
  const read = await readText(uri);
  const reason = read.ok ? unfitFor(read.value) : read.reason;
  if (read.ok && reason === undefined) return read.value;
  log.info(`${uri} is not searched for calls: ${reason}`);
  return undefined;
}

/** Why a text is not searched, for the log. */
function unfitFor(text: string): string | undefined {
  if (text.length > MOST_CHARACTERS) return `it has ${text.length} characters.`;
  return isBinary(text) ? 'it is binary.' : undefined;
}

/** The files of a folder; undefined where it cannot be searched, such as one that is gone, or on no disk. */
async function searchedFiles(
  folder: vscode.WorkspaceFolder,
  log: Pick<Log, 'info'>,
  signal: AbortSignal,
): Promise<Found | undefined> {
  try {
    await vscode.workspace.fs.stat(folder.uri);
    const found = await ownFiles(folder, signal);
    return isUnsearchable(folder) ? undefined : found;
  } catch (error) {
    log.info(`${folder.uri} cannot be searched for calls: ${reasonOf(error)}.`);
    return undefined;
  }
}

/** The source files of a folder, in the order of their paths, without those that git leaves out. */
async function ownFiles(folder: vscode.WorkspaceFolder, signal: AbortSignal): Promise<Found> {
  const excluded = NOT_OWN;
  const sources = { glob: `**/*.{${SOURCE_ENDINGS.join(',')}}`, excluded, most: MOST_FILES, usual: [] };
  const ignoreFiles = {
    glob: '**/.gitignore',
    excluded,
    most: MOST_IGNORE_FILES,
    usual: ['.gitignore'],
  };
  const uris = await searchFolder(folder, sources, tokenOf(signal));
  const ignoring = await searchFolder(folder, ignoreFiles, tokenOf(signal));
  const { root, files: above } = await ignoreFilesAbove(folder.uri);
  const below = await Promise.all(ignoring.map(async (uri) => await ignoreFileAt(root, uri)));
  const isIgnored = ignoredBy([...above, ...below.flat()]);
  const own = uris.filter((uri) => !isIgnored(pathFrom(root, uri)));
  return {
    uris: own.sort((one, other) => (one.path < other.path ? -1 : 1)),
    ignored: uris.length - own.length,
    isCut: uris.length >= MOST_FILES,
  };
}

/** Nobody has a workspace so deep in a repository. */
const MOST_FOLDERS_ABOVE = 20;

/**
 * The rules that a repository has for a workspace that is a folder of it: those of the folders above, and of the file that
 * git keeps beside them. A folder in no repository has none.
 */
async function ignoreFilesAbove(
  folder: vscode.Uri,
): Promise<{ root: vscode.Uri; files: readonly IgnoreFile[] }> {
  const passed: vscode.Uri[] = [];
  let root = folder;
  for (let count = 0; count < MOST_FOLDERS_ABOVE; count += 1) {
    if (await isThere(vscode.Uri.joinPath(root, '.git'))) {
      const own = vscode.Uri.joinPath(root, '.git', 'info', 'exclude');
      const files = [
        ...(await ignoreFileAt(root, own, '')),
        ...(await Promise.all(
          passed.map(async (each) => await ignoreFileAt(root, vscode.Uri.joinPath(each, '.gitignore'))),
        )),
      ].flat();
      return { root, files };
    }
    const parent = vscode.Uri.joinPath(root, '..');
    if (parent.path === root.path) break;
    root = parent;
    passed.push(parent);
  }
  return { root: folder, files: [] };
}

async function ignoreFileAt(
  root: vscode.Uri,
  uri: vscode.Uri,
  folder?: string,
): Promise<readonly IgnoreFile[]> {
  try {
    const read = decode(await vscode.workspace.fs.readFile(uri));
    return read.ok
      ? [{ folder: folder ?? pathFrom(root, vscode.Uri.joinPath(uri, '..')), text: read.value }]
      : [];
  } catch {
    return [];
  }
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  // In a worktree or a submodule it is a file.
  return await vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

function pathFrom(root: vscode.Uri, uri: vscode.Uri): string {
  return uri.path.slice(root.path.replace(/\/$/, '').length + 1);
}
