// Loaded at activation, so values of 'vscode' are imported by name, and nothing else is.
import type * as vscode from 'vscode';
import { workspace } from 'vscode';
import { areMeant, type FilePatterns, readFilePatterns } from '../../core/framework/filePatterns.ts';

const SECTION = 'genesysOAuth';
const NAME = 'frameworkFiles';

/** What was made of the settings that were seen; there are as many as folders have their own. */
const read = new Map<string, FilePatterns>();
const MOST_KEPT = 50;

/** The patterns of the files that the Embeddable Framework loads, as the settings of a folder say, or those of the window. */
export function filePatterns(folder: vscode.WorkspaceFolder | undefined): FilePatterns {
  const setting: unknown = workspace.getConfiguration(SECTION, folder?.uri ?? null).get(NAME);
  const key = JSON.stringify(setting) ?? '';
  const known = read.get(key);
  if (known !== undefined) return known;
  if (read.size >= MOST_KEPT) read.clear();
  const patterns = readFilePatterns(setting);
  read.set(key, patterns);
  return patterns;
}

/** Whether a file is one that the Embeddable Framework loads, by where it is and what it is called. */
export function isFrameworkPath(uri: vscode.Uri): boolean {
  const folder = workspace.getWorkspaceFolder(uri);
  const { patterns } = filePatterns(folder);
  if (folder === undefined) {
    const path = uri.path.replace(/^\//, '');
    return patterns.some(({ anywhere, matches }) => anywhere && matches(path));
  }
  const path = uri.path.slice(folder.uri.path.length).replace(/^\//, '');
  return areMeant({ patterns }, path);
}

/** Calls back once other files may be meant than before. */
export function onDidChangePatterns(changed: () => void): vscode.Disposable[] {
  return [
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(`${SECTION}.${NAME}`)) changed();
    }),
    workspace.onDidChangeWorkspaceFolders(changed),
  ];
}
