import * as vscode from 'vscode';
import { builtCopyFinding, isWorthALook, NOT_EDITED, sourceOfCopy } from '../../core/framework/builtCopy.ts';
import type { FrameworkInspection } from '../../core/framework/inspect.ts';
import type { FileFinding } from '../diagnostics/shownFindings.ts';
import { findFrameworkUris } from './find.ts';

/** The one thing to know about a built copy: that the source is the file to edit. */
export async function builtCopyFindings(
  copy: vscode.Uri,
  inspection: FrameworkInspection,
): Promise<readonly FileFinding[]> {
  if (!isWorthALook(inspection)) return [];
  const source = await sourceOf(copy);
  if (source === undefined) return [builtCopyFinding(undefined)];
  const found = builtCopyFinding(vscode.workspace.asRelativePath(source));
  return [{ ...found, related: found.related.map((related) => ({ ...related, uri: source })) }];
}

const MOST_SOURCES = 1000;

/** The first file of this name in the same workspace folder that no build wrote. */
async function sourceOf(copy: vscode.Uri): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.getWorkspaceFolder(copy);
  if (folder === undefined) return undefined;
  const { uris } = await findFrameworkUris(NOT_EDITED, MOST_SOURCES, [folder]);
  const path = sourceOfCopy(
    copy.path,
    uris.map((uri) => uri.path),
  );
  return uris.find((uri) => uri.path === path);
}
