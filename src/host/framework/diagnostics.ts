import * as vscode from 'vscode';
import type { Severities } from '../diagnostics/severity.ts';
import { toDiagnostics } from '../diagnostics/toDiagnostics.ts';
import type { Log } from '../log.ts';
import { builtCopyDiagnostics } from './builtCopy.ts';
import type { FrameworkChecks } from './checks.ts';
import {
  isBuiltCopy,
  isFrameworkDocument,
  leftAlone,
  openFrameworkDocument,
  openFrameworkDocuments,
} from './document.ts';
import type { FrameworkWatcher } from './watchFiles.ts';

/** Milliseconds of quiet before a document is checked again. */
const QUIET_MILLISECONDS = 300;

/**
 * Keeps the findings of every framework.js that is open in step with its text, the settings and what is known of the
 * orgs. Other documents cost it one look at their name.
 */
export class FrameworkDiagnostics implements vscode.Disposable {
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly listening: readonly vscode.Disposable[];

  constructor(
    private readonly collection: vscode.DiagnosticCollection,
    private readonly checks: FrameworkChecks,
    private readonly severities: Severities,
    private readonly log: Log,
    files: FrameworkWatcher,
  ) {
    this.listening = [
      files.onDidCreate((uri) => {
        const document = openFrameworkDocument(uri);
        if (document !== undefined) this.check(document);
      }),
      files.onDidChangePatterns(() => this.lookAnew()),
      vscode.workspace.onDidOpenTextDocument((document) => this.opened(document)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.checkSoon(document);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.forget(document)),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor !== undefined) checks.want(editor.document);
      }),
      checks.onDidChange(() => {
        this.checkAll();
        for (const document of openFrameworkDocuments()) checks.wantUnread(document);
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('genesysOAuth.severity')) this.checkAll();
      }),
    ];
    for (const document of vscode.workspace.textDocuments) this.opened(document);
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    for (const each of this.listening) each.dispose();
  }

  /** Other files are meant now than before. */
  private lookAnew(): void {
    for (const document of vscode.workspace.textDocuments) {
      if (isFrameworkDocument(document)) this.opened(document);
      else this.collection.delete(document.uri);
    }
  }

  private opened(document: vscode.TextDocument): void {
    if (!isFrameworkDocument(document)) return;
    const reason = leftAlone(document.getText());
    if (reason !== undefined) this.log.info(`${document.uri} is not checked: ${reason}.`);
    this.checkWithNewFacts(document);
  }

  private checkAll(): void {
    for (const document of openFrameworkDocuments()) this.check(document);
  }

  private checkSoon(document: vscode.TextDocument): void {
    if (!isFrameworkDocument(document)) return;
    const key = document.uri.toString();
    clearTimeout(this.timers.get(key));
    this.timers.set(
      key,
      setTimeout(() => this.checkWithNewFacts(document), QUIET_MILLISECONDS),
    );
  }

  private checkWithNewFacts(document: vscode.TextDocument): void {
    this.check(document);
    // VS Code is told what was found when this turn ends, so that other work waits for the next one.
    setImmediate(() => this.checks.want(document));
  }

  private check(document: vscode.TextDocument): void {
    if (document.isClosed || !isFrameworkDocument(document)) return;
    const { uri } = document;
    if (leftAlone(document.getText()) !== undefined) {
      this.collection.delete(uri);
      return;
    }
    if (isBuiltCopy(uri)) {
      void this.checkBuiltCopy(document);
      return;
    }
    this.collection.set(uri, toDiagnostics(this.checks.findingsOf(document), uri, document, this.severities));
  }

  /** Looks for the source meanwhile; what was found for an older version is dropped. */
  private async checkBuiltCopy(document: vscode.TextDocument): Promise<void> {
    const { uri, version } = document;
    const found = await builtCopyDiagnostics(uri, document, this.checks.inspect(document), this.severities);
    if (document.version === version && !document.isClosed) this.collection.set(uri, found);
  }

  private forget(document: vscode.TextDocument): void {
    if (!isFrameworkDocument(document)) return;
    const key = document.uri.toString();
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
    this.collection.delete(document.uri);
  }
}
