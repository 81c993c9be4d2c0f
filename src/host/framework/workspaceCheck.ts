import * as vscode from 'vscode';
import { positionsIn } from '../diagnostics/positions.ts';
import type { Severities } from '../diagnostics/severity.ts';
import { toDiagnostics } from '../diagnostics/toDiagnostics.ts';
import { readText } from '../files/text.ts';
import type { Log } from '../log.ts';
import { plainMessage } from '../plainMessage.ts';
import { NOT_EDITED } from './builtCopy.ts';
import type { FrameworkChecks } from './checks.ts';
import { leftAlone, openFrameworkDocument } from './document.ts';
import { isFrameworkPath } from './filePatterns.ts';
import { findFrameworkUris } from './find.ts';
import type { FrameworkWatcher } from './watchFiles.ts';

/** What a check of the workspace came to. */
export type WorkspaceFindings = {
  readonly files: number;
  readonly findings: number;
  readonly faultyFiles: number;
};

/** More than any project has that means what its patterns say. */
const MOST_FILES = 2000;

/**
 * Checks every framework.js of the workspace that people edit. From the first time on, those that are not open are kept
 * in step with the disk; an open document shows its own text and wins.
 */
export class WorkspaceCheck implements vscode.Disposable {
  private readonly checked = new Map<string, vscode.Uri>();
  private readonly listening: readonly vscode.Disposable[];

  constructor(
    private readonly collection: vscode.DiagnosticCollection,
    private readonly checks: FrameworkChecks,
    private readonly severities: Severities,
    private readonly log: Log,
    files: FrameworkWatcher,
  ) {
    const checkAgain = (uri: vscode.Uri) => {
      if (this.checked.has(uri.toString())) void this.checkFile(uri);
    };
    const checkAll = () => {
      for (const uri of this.checked.values()) void this.checkFile(uri);
    };
    this.listening = [
      files.onDidChangePatterns(() => this.forgetOthers()),
      files.onDidCreate(checkAgain),
      files.onDidChange(checkAgain),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => checkAgain(uri)),
      vscode.workspace.onDidRenameFiles(checkAll),
      vscode.workspace.onDidChangeWorkspaceFolders(checkAll),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('genesysOAuth.severity')) checkAll();
      }),
      checks.onDidChange(checkAll),
    ];
  }

  dispose(): void {
    for (const each of this.listening) each.dispose();
  }

  /** Those that are not meant any more. An open document is its own affair. */
  private forgetOthers(): void {
    for (const [key, uri] of this.checked) {
      if (isFrameworkPath(uri)) continue;
      this.checked.delete(key);
      this.collection.delete(uri);
    }
  }

  /** Undefined when the person cancelled; what was found until then stays. */
  async run(
    progress: vscode.Progress<{ message: string; increment: number }>,
    cancellation: vscode.CancellationToken,
  ): Promise<WorkspaceFindings | undefined> {
    const { uris, isCut } = await findFrameworkUris(NOT_EDITED, MOST_FILES, undefined, cancellation);
    if (isCut)
      this.log.warn(`Only ${MOST_FILES} files of each pattern in genesysOAuth.frameworkFiles are checked.`);
    for (const uri of uris) {
      if (cancellation.isCancellationRequested) return undefined;
      const message = plainMessage(vscode.workspace.asRelativePath(uri));
      progress.report({ message, increment: 100 / uris.length });
      const text = await this.checkFile(uri);
      if (text !== undefined) this.checks.wantFor(text);
    }
    const counts = uris.map((uri) => this.collection.get(uri)?.length ?? 0);
    return {
      files: uris.length,
      findings: counts.reduce((sum, count) => sum + count, 0),
      faultyFiles: counts.filter((count) => count > 0).length,
    };
  }

  /** The text that was checked; undefined where an editor or nobody shows it. */
  private async checkFile(uri: vscode.Uri): Promise<string | undefined> {
    this.checked.set(uri.toString(), uri);
    if (openFrameworkDocument(uri) !== undefined) return undefined;
    const read = await readText(uri);
    const reason = read.ok ? leftAlone(read.value) : read.reason;
    if (reason !== undefined) this.log.info(`${uri} is not checked: ${reason}.`);
    // It may have been opened while it was read.
    if (openFrameworkDocument(uri) !== undefined) return undefined;
    if (!read.ok || reason !== undefined || vscode.workspace.getWorkspaceFolder(uri) === undefined) {
      this.collection.delete(uri);
      return undefined;
    }
    const text = read.value.replace(/^\uFEFF/, '');
    const findings = this.checks.findingsIn(text);
    this.collection.set(uri, toDiagnostics(findings, uri, positionsIn(text), this.severities));
    return text;
  }
}
