import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { FrameworkInspection } from '../../core/framework/inspect.ts';
import { findFrameworkUris } from './find.ts';
import type { Severities } from './severity.ts';
import { SOURCE } from './toDiagnostics.ts';

/** The folders of files that nobody edits: of packages, and those that builds write. */
export const NOT_EDITED = '**/{node_modules,dist,build,out}/**';

/** The one thing to know about a built copy: that the source is the file to edit. */
export async function builtCopyDiagnostics(
  uri: vscode.Uri,
  { isFramework, clientIds, getAuthToken }: FrameworkInspection,
  severities: Severities,
): Promise<vscode.Diagnostic[]> {
  const severity = severities.of('built-copy', 'hint', uri);
  const hasClientId = clientIds.kind !== 'absent' || getAuthToken !== undefined;
  if (severity === undefined || !isFramework || !hasClientId) return [];
  const source = await sourceOf(uri);
  const text =
    source === undefined
      ? l10n.t('This is a built copy: the next build writes it anew. Edit the file that it is built from.')
      : l10n.t(
          'This is a built copy: the next build writes it anew. Edit {0}.',
          vscode.workspace.asRelativePath(source),
        );
  const diagnostic = new vscode.Diagnostic(new vscode.Range(0, 0, 0, 0), text, severity);
  diagnostic.source = SOURCE;
  diagnostic.code = 'built-copy';
  if (source !== undefined) {
    const location = new vscode.Location(source, new vscode.Position(0, 0));
    diagnostic.relatedInformation = [
      new vscode.DiagnosticRelatedInformation(location, l10n.t('The file to edit.')),
    ];
  }
  return [diagnostic];
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
