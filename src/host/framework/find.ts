import * as vscode from 'vscode';
import type { Workspace } from '../../core/procedures/context.ts';
import {
  describeFrameworkFile,
  type FoundFile,
  isOfAnotherProduct,
} from '../../core/procedures/frameworkFile.ts';
import { exists, readText } from '../files/text.ts';

/** What the files that the Embeddable Framework loads are called. */
export const FRAMEWORK_FILES = '**/framework.js';

const MOST_FILES = 50;

/** The framework.js files of the workspace, reduced to what the procedure asks, for a client of these regions. */
export async function findFrameworkFiles(
  regions: readonly string[],
): Promise<Pick<Workspace, 'files' | 'newFiles'>> {
  const uris = await vscode.workspace.findFiles(FRAMEWORK_FILES, '**/node_modules/**', MOST_FILES);
  const found = await Promise.all(uris.map(read));
  const files = found
    .filter((file) => !('text' in file && isOfAnotherProduct(file.text)))
    .map((file) => describeFrameworkFile(file, regions))
    .sort((a, b) => Number(a.builtCopy) - Number(b.builtCopy) || a.path.localeCompare(b.path));
  return { files, newFiles: await newFilePlaces(new Set(found.map(({ uri }) => uri))) };
}

async function read(uri: vscode.Uri): Promise<FoundFile> {
  const file = { uri: uri.toString(), path: vscode.workspace.asRelativePath(uri) };
  const text = await readText(uri);
  return text.ok ? { ...file, text: text.value } : { ...file, unreadable: text.reason };
}

/** `src/framework.js` where a folder has a `src`, `framework.js` at its top elsewhere; never an existing file. */
async function newFilePlaces(taken: ReadonlySet<string>): Promise<Workspace['newFiles']> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const places = await Promise.all(
    folders
      .filter((folder) => vscode.workspace.fs.isWritableFileSystem(folder.uri.scheme) !== false)
      .map(async (folder) => {
        const source = vscode.Uri.joinPath(folder.uri, 'src');
        const parent = (await exists(source)) ? source : folder.uri;
        const uri = vscode.Uri.joinPath(parent, 'framework.js');
        return { uri: uri.toString(), path: vscode.workspace.asRelativePath(uri) };
      }),
  );
  return places.filter(({ uri }) => !taken.has(uri));
}
