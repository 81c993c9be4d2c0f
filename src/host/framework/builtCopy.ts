import * as vscode from 'vscode';
import type { FrameworkInspection } from '../../core/framework/inspect.ts';
import { finding } from '../../core/framework/problem.ts';
import type { Positions } from '../diagnostics/positions.ts';
import type { Severities } from '../diagnostics/severity.ts';
import { toDiagnostics } from '../diagnostics/toDiagnostics.ts';
import { FRAMEWORK_FILES } from './find.ts';

/** The folders of files that nobody edits: of packages, and those that builds write. */
export const NOT_EDITED = '**/{node_modules,dist,build,out}/**';

/** The one thing to know about a built copy: that the source is the file to edit. */
export async function builtCopyDiagnostics(
  uri: vscode.Uri,
  positions: Positions,
  { clientIds, getAuthToken }: FrameworkInspection,
  severities: Severities,
): Promise<vscode.Diagnostic[]> {
  const isFramework = clientIds.kind !== 'absent' || getAuthToken !== undefined;
  if (!isFramework) return [];
  const source = await sourceOf(uri);
  const place = { start: 0, end: 0, line: 1 };
  const related = source === undefined ? [] : [{ place, what: 'source' as const, uri: source }];
  const args = source === undefined ? {} : { source: vscode.workspace.asRelativePath(source) };
  const found = { ...finding('built-copy', place, args), related };
  return toDiagnostics([found], uri, positions, severities);
}

/** The first framework.js of the same workspace folder that no build wrote. */
async function sourceOf(copy: vscode.Uri): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.getWorkspaceFolder(copy);
  if (folder === undefined) return undefined;
  const pattern = new vscode.RelativePattern(folder, FRAMEWORK_FILES);
  const found = await vscode.workspace.findFiles(pattern, NOT_EDITED);
  return found.toSorted((a, b) => a.path.length - b.path.length || a.path.localeCompare(b.path)).at(0);
}
