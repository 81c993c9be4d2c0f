import * as vscode from 'vscode';
import type { MadeConnection, ScimFileResult, ScimFileStep } from '../../core/operations/effects.ts';
import type { Workspace } from '../../core/procedures/context.ts';
import { reasonOf } from '../../core/reason.ts';
import { SCIM_CONFIG_NAME } from '../../core/scim/configName.ts';
import { knownConnections, type WrittenConnection } from '../../core/scim/connections.ts';
import { madeConnection } from '../../core/scim/madeConnection.ts';
import { type ScimConfigUpdate, updateScimConfig, updateTokenEnd } from '../../core/scim/writeConfig.ts';
import { leadsTo, pathShown } from '../files/leadsTo.ts';
import { exists, readCheckedText } from '../files/read.ts';
import { searchFolder } from '../files/search.ts';
import { createText, orFailure, putText } from '../files/write.ts';

/** Writes a connection into the SCIM config file as it is now (rule S6); whatever else is in it stays. */
export async function writeScimFile(step: ScimFileStep, made: MadeConnection): Promise<ScimFileResult> {
  const connection = madeConnection(step.connection, made);
  return await rewrite(vscode.Uri.parse(step.uri), (before) => updateScimConfig(before, connection));
}

/** Writes the end of a new token (ISO 8601) into a connection of the file as it is now; nothing else changes. */
export async function writeTokenEnd(
  uri: vscode.Uri,
  connection: WrittenConnection,
  endsAt: string,
): Promise<ScimFileResult> {
  return await rewrite(uri, (before = '') => updateTokenEnd(before, connection, endsAt));
}

/** One change of a file after the other: two at once would read the same text, and one of them be lost. */
let lastChange: Promise<unknown> = Promise.resolve();

async function rewrite(
  uri: vscode.Uri,
  update: (before: string | undefined) => ScimConfigUpdate,
): Promise<ScimFileResult> {
  const writing = lastChange.then(async () => await rewriteNow(uri, update));
  lastChange = writing.catch(() => undefined);
  return await writing;
}

/** What an editor shows counts, not the disk; there the change is left unsaved beside the others. */
async function rewriteNow(
  uri: vscode.Uri,
  update: (before: string | undefined) => ScimConfigUpdate,
): Promise<ScimFileResult> {
  let isThere: boolean;
  try {
    isThere = await exists(uri);
  } catch (error) {
    return { kind: 'failed', reason: reasonOf(error) };
  }
  const before = isThere ? await readCheckedText(uri) : undefined;
  if (before?.ok === false) return { kind: 'failed', reason: before.reason };
  const after = update(before?.value);
  if (after.kind === 'refused') return { kind: 'refused', reason: after.reason, line: after.line };
  if (!isThere) return await orFailure(createText(uri, after.text));
  return await putText(uri, before?.value ?? '', after.text);
}

export const SCIM_FILES = `**/${SCIM_CONFIG_NAME}`;

/** More than any project has. */
export const MOST_SCIM_FILES = 50;

type ScimPlace = Workspace['scimFiles'][number];

/** The SCIM config files that are in the workspace. */
export async function findScimUris(): Promise<readonly vscode.Uri[]> {
  const search = { glob: SCIM_FILES, excluded: '**/node_modules/**', most: MOST_SCIM_FILES };
  const searches = (vscode.workspace.workspaceFolders ?? []).map(
    async (folder) => await searchFolder(folder, { ...search, usual: [SCIM_CONFIG_NAME] }),
  );
  const all = (await Promise.all(searches)).flat();
  // A file of a folder within another one is found in both.
  return [...new Map(all.map((uri) => [uri.toString(), uri])).values()].slice(0, MOST_SCIM_FILES);
}

/** The SCIM config files of the workspace, and a place for one at the top of each folder that can be written to. */
export async function findScimFiles(): Promise<Workspace['scimFiles']> {
  const found = await findScimUris();
  const existing = (await Promise.all(found.map(existingPlace))).flat();
  const folders = vscode.workspace.workspaceFolders ?? [];
  const taken = new Set(found.map(String));
  const places = folders
    .filter((folder) => vscode.workspace.fs.isWritableFileSystem(folder.uri.scheme) !== false)
    .map((folder) => vscode.Uri.joinPath(folder.uri, SCIM_CONFIG_NAME))
    .filter((uri) => !taken.has(uri.toString()))
    .map(async (uri) => await placeOf(uri, false, []));
  return [...existing, ...(await Promise.all(places)).flat()];
}

/** One that cannot be read now is read again when it is written to, which says why it cannot. */
async function existingPlace(uri: vscode.Uri): Promise<ScimPlace[]> {
  const text = await readCheckedText(uri);
  return await placeOf(uri, true, text.ok ? knownConnections(text.value) : []);
}

/** None where a link leads out of the workspace: nothing is written there. */
async function placeOf(
  uri: vscode.Uri,
  exists: boolean,
  connections: ScimPlace['connections'],
): Promise<ScimPlace[]> {
  const leads = await leadsTo(uri).catch((): undefined => undefined);
  if (leads === undefined || leads.kind === 'outside') return [];
  return [{ uri: uri.toString(), path: pathShown(uri, leads), exists, connections }];
}
