import * as vscode from 'vscode';
import type { Workspace } from '../../core/procedures/context.ts';
import { SCIM_CONFIG_NAME } from '../../core/scim/configName.ts';
import { knownConnections } from '../../core/scim/connections.ts';
import { readText } from '../files/text.ts';

export const SCIM_FILES = `**/${SCIM_CONFIG_NAME}`;

const MOST_FILES = 50;

type ScimPlace = Workspace['scimFiles'][number];

/** The SCIM config files of the workspace, and a place for one at the top of each folder that can be written to. */
export async function findScimFiles(): Promise<Workspace['scimFiles']> {
  const found = await vscode.workspace.findFiles(SCIM_FILES, '**/node_modules/**', MOST_FILES);
  const existing = await Promise.all(found.map(existingPlace));
  const folders = vscode.workspace.workspaceFolders ?? [];
  const places = folders
    .filter((folder) => vscode.workspace.fs.isWritableFileSystem(folder.uri.scheme) !== false)
    .map((folder) => placeOf(vscode.Uri.joinPath(folder.uri, SCIM_CONFIG_NAME), false, []));
  const taken = new Set(existing.map(({ uri }) => uri));
  return [...existing, ...places.filter(({ uri }) => !taken.has(uri))];
}

/** One that cannot be read now is read again when it is written to, which says why it cannot. */
async function existingPlace(uri: vscode.Uri): Promise<ScimPlace> {
  const text = await readText(uri);
  return placeOf(uri, true, text.ok ? knownConnections(text.value) : []);
}

function placeOf(uri: vscode.Uri, exists: boolean, connections: ScimPlace['connections']): ScimPlace {
  return { uri: uri.toString(), path: vscode.workspace.asRelativePath(uri), exists, connections };
}
