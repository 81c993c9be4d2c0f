import * as vscode from 'vscode';
import { finding } from '../../core/framework/frameworkFinding.ts';
import type { FrameworkInspection } from '../../core/framework/inspect.ts';
import type { FileFinding } from '../diagnostics/shownFindings.ts';
import { findFrameworkUris } from './find.ts';

/** The folders of files that nobody edits: of packages, and those that builds write. */
export const NOT_EDITED = '**/{node_modules,dist,build,out}/**';

/** The one thing to know about a built copy: that the source is the file to edit. */
export async function builtCopyFindings(
  uri: vscode.Uri,
  { isFramework, clientIds, getAuthToken }: FrameworkInspection,
): Promise<readonly FileFinding[]> {
  const hasClientId = clientIds.kind !== 'absent' || getAuthToken !== undefined;
  if (!isFramework || !hasClientId) return [];
  const source = await sourceOf(uri);
  const place = { start: 0, end: 0, line: 1 };
  const related = source === undefined ? [] : [{ place, what: 'source' as const, uri: source }];
  const args = source === undefined ? {} : { source: vscode.workspace.asRelativePath(source) };
  return [{ ...finding('built-copy', place, args), related }];
}

const MOST_SOURCES = 1000;

/** The first file of this name in the same workspace folder that no build wrote. */
async function sourceOf(copy: vscode.Uri): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.getWorkspaceFolder(copy);
  if (folder === undefined) return undefined;
  const { uris } = await findFrameworkUris(NOT_EDITED, MOST_SOURCES, [folder]);
  const name = copy.path.split('/').at(-1) ?? '';
  const sameName = uris.filter(({ path }) => path.endsWith(`/${name}`));
  return sameName.toSorted((a, b) => a.path.length - b.path.length || a.path.localeCompare(b.path)).at(0);
}
