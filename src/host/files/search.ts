import * as vscode from 'vscode';
import { within } from '../within.ts';
import { exists } from './read.ts';

/** Seconds that a file system that is no disk has for a search: one that cannot be searched never answers. */
const SEARCH_SECONDS = 5;

/** Those that did not answer; they are not waited for again. */
const unsearchable = new Set<string>();

export type Search = {
  readonly glob: string;
  /** A pattern of those that are left out. */
  readonly excluded: string;
  /** So many, so that the search ends. */
  readonly most: number;
  /** The paths that are looked at where the file system cannot be searched. */
  readonly usual: readonly string[];
};

/** The files of a folder of the workspace that a pattern means; of a file system that cannot be searched, the usual ones. */
export async function searchFolder(
  folder: vscode.WorkspaceFolder,
  { glob, excluded, most, usual }: Search,
  cancellation?: vscode.CancellationToken,
): Promise<readonly vscode.Uri[]> {
  const { scheme } = folder.uri;
  const find = async () =>
    await vscode.workspace.findFiles(new vscode.RelativePattern(folder, glob), excluded, most, cancellation);
  if (scheme === 'file') return await find();
  if (!unsearchable.has(scheme)) {
    const found = await within(SEARCH_SECONDS, find()).catch((): undefined => undefined);
    if (found !== undefined) return found;
    unsearchable.add(scheme);
  }
  const places = usual.map(async (path) => {
    const uri = vscode.Uri.joinPath(folder.uri, path);
    return (await exists(uri).catch(() => false)) ? [uri] : [];
  });
  return (await Promise.all(places)).flat();
}

/** Whether a folder turned out to be of a file system that cannot be searched. */
export function isUnsearchable({ uri }: vscode.WorkspaceFolder): boolean {
  return unsearchable.has(uri.scheme);
}

/** Ends a search of VS Code with the signal. */
export function tokenOf(signal: AbortSignal): vscode.CancellationToken {
  const source = new vscode.CancellationTokenSource();
  if (signal.aborted) source.cancel();
  signal.addEventListener('abort', () => source.cancel());
  return source.token;
}
