import * as vscode from 'vscode';
import { leftAlone } from '../../core/files/readable.ts';
import { isBuiltCopy as isBuiltCopyPath } from '../../core/framework/builtCopy.ts';
import type { ClientIdEntry, FrameworkInspection } from '../../core/framework/inspect.ts';
import { isWorkedOn } from '../files/read.ts';
import { filePatterns, isFrameworkPath } from './filePatterns.ts';

/** Which documents VS Code asks about, by the settings there are now; `isFrameworkDocument` decides. */
export function frameworkSelector(): vscode.DocumentSelector {
  const anywhere = filePatterns(undefined).patterns.filter(({ anywhere }) => anywhere);
  const inFolders = (vscode.workspace.workspaceFolders ?? []).flatMap((folder) =>
    filePatterns(folder).patterns.map(({ glob }) => ({ pattern: new vscode.RelativePattern(folder, glob) })),
  );
  return [...anywhere.map(({ glob }) => ({ pattern: glob })), ...inFolders];
}

/** Whether this is a framework.js that somebody works on. */
export function isFrameworkDocument({ uri }: Pick<vscode.TextDocument, 'uri'>): boolean {
  return isFrameworkPath(uri) && isWorkedOn(uri);
}

/** Whether a build wrote this file, by the folder that it is in; folders around the workspace do not count. */
export function isBuiltCopy(uri: vscode.Uri): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const path =
    folder === undefined ? uri.path.split('/').slice(-2).join('/') : uri.path.slice(folder.uri.path.length);
  return isBuiltCopyPath(path);
}

/** Whether a document is looked into: one to edit, not the copy of a build. */
export function isChecked(document: vscode.TextDocument): boolean {
  return (
    isFrameworkDocument(document) && !isBuiltCopy(document.uri) && leftAlone(document.getText()) === undefined
  );
}

/** The open document of a file, if it is one that is checked. */
export function openFrameworkDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const isThis = (document: vscode.TextDocument) => document.uri.toString() === uri.toString();
  return vscode.workspace.textDocuments.find((document) => isThis(document) && isFrameworkDocument(document));
}

/** The entries of `clientIds`, where they are in the text. */
export function entriesIn({ clientIds }: FrameworkInspection): readonly ClientIdEntry[] {
  return clientIds.kind === 'literal' ? clientIds.entries : [];
}
