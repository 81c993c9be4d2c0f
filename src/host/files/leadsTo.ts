import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { isBelow } from '../../disk/paths.ts';

/** Where a file is, once every symbolic link on the way to it was followed. */
export type LeadsTo =
  | { readonly kind: 'itself' }
  /** Another file of the workspace. */
  | { readonly kind: 'within'; readonly uri: vscode.Uri }
  /** Out of the workspace, or nobody knows where; nothing is read or written there. */
  | { readonly kind: 'outside'; readonly reason: string };

/**
 * Follows the links on the way to a file, be it there or not. Only on a disk can that be found out: elsewhere one that is
 * a link leads nobody knows where. A file in no folder of the workspace belongs to the folder that it is in. Rejects where
 * the disk does.
 */
export async function leadsTo(uri: vscode.Uri): Promise<LeadsTo> {
  const path = vscode.workspace.asRelativePath(uri);
  if (uri.scheme !== 'file') {
    const isLink = await isLinkElsewhere(uri);
    return isLink ? { kind: 'outside', reason: l10n.t('{0} is a link.', path) } : { kind: 'itself' };
  }
  const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri.fsPath ?? dirname(uri.fsPath);
  const root = await realPath(folder);
  const real = await realPath(uri.fsPath);
  if (real === undefined || root === undefined)
    return { kind: 'outside', reason: l10n.t('{0} is a link that leads nowhere.', path) };
  if (relative(join(root, relative(folder, uri.fsPath)), real) === '') return { kind: 'itself' };
  const folders = (vscode.workspace.workspaceFolders ?? []).filter((each) => each.uri.scheme === 'file');
  const roots = await Promise.all(folders.map(async (each) => await realPath(each.uri.fsPath)));
  for (const [index, each] of folders.entries()) {
    const inside = relative(roots[index] ?? '', real);
    if (roots[index] === undefined || !isBelow(inside)) continue;
    return { kind: 'within', uri: vscode.Uri.joinPath(each.uri, ...inside.split(sep)) };
  }
  return {
    kind: 'outside',
    reason: l10n.t('{0} is a link that leads out of the workspace, to {1}.', path, real),
  };
}

/** A path for people: with where it leads, where that is another file. */
export function pathShown(uri: vscode.Uri, leads: LeadsTo): string {
  const path = vscode.workspace.asRelativePath(uri);
  return leads.kind === 'within' ? `${path} → ${vscode.workspace.asRelativePath(leads.uri)}` : path;
}

async function isLinkElsewhere(uri: vscode.Uri): Promise<boolean> {
  return await vscode.workspace.fs.stat(uri).then(
    ({ type }) => (type & vscode.FileType.SymbolicLink) !== 0,
    () => false,
  );
}

/**
 * Where a path ends once every symbolic link on the way was followed. Of what is not there yet, the path below what is.
 * Undefined where a link leads to nothing.
 */
async function realPath(path: string): Promise<string | undefined> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!isMissing(error) || dirname(path) === path) throw error;
    const isDangling = await lstat(path).then(
      () => true,
      () => false,
    );
    if (isDangling) return undefined;
    const parent = await realPath(dirname(path));
    return parent === undefined ? undefined : join(parent, basename(path));
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
