import * as vscode from 'vscode';
import { isBuiltCopy as isBuiltCopyPath } from '../../core/procedures/frameworkFile.ts';
import { LARGEST_FILE } from '../files/text.ts';
import { filePatterns, isFrameworkPath } from './filePatterns.ts';

/** Which documents VS Code asks about, by the settings there are now; `isFrameworkDocument` decides. */
export function frameworkSelector(): vscode.DocumentSelector {
  const anywhere = filePatterns(undefined).patterns.filter(({ anywhere }) => anywhere);
  const inFolders = (vscode.workspace.workspaceFolders ?? []).flatMap((folder) =>
    filePatterns(folder).patterns.map(({ glob }) => ({ pattern: new vscode.RelativePattern(folder, glob) })),
  );
  return [...anywhere.map(({ glob }) => ({ pattern: glob })), ...inFolders];
}

/**
 * Whether somebody works on this framework.js: in a file system that can be written to, in the workspace, or not saved
 * yet. A past version beside a diff is not worked on.
 */
export function isFrameworkDocument({ uri }: Pick<vscode.TextDocument, 'uri'>): boolean {
  if (!isFrameworkPath(uri)) return false;
  return (
    uri.scheme === 'untitled' ||
    vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true ||
    vscode.workspace.getWorkspaceFolder(uri) !== undefined
  );
}

/** Why a text is not looked into, for the log; undefined when it is. */
export function leftAlone(text: string): string | undefined {
  if (text.length > LARGEST_FILE) return `it has ${text.length} characters`;
  return text.includes('\0') ? 'it is binary' : undefined;
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

/** The documents of every framework.js that is open. */
export function openFrameworkDocuments(): readonly vscode.TextDocument[] {
  return vscode.workspace.textDocuments.filter(isFrameworkDocument);
}

/** The open document of a file, if it is one that is checked. */
export function openFrameworkDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  return openFrameworkDocuments().find((document) => document.uri.toString() === uri.toString());
}
