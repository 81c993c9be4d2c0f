import * as vscode from 'vscode';
import { leftAlone } from '../../core/files/readable.ts';
import type { Log } from '../log.ts';
import { NotChecked } from './notChecked.ts';
import type { FileFinding } from './shownFindings.ts';
import { isWithin, type ShownFindings } from './shownFindings.ts';

/** One kind of file, and what is wrong with one. */
export type FileKind = {
  /** Whether a document is of this kind. All are asked, so it looks at the name first. */
  isMeant(document: vscode.TextDocument): boolean;
  /** What is wrong with a document as it is now, as far as is known. Sends nothing. */
  inspect(document: vscode.TextDocument): readonly FileFinding[] | Promise<readonly FileFinding[]>;
  /** Somebody looks at a document: has what its findings need read, where that is missing or old. */
  want(document: vscode.TextDocument): void;
  /** The same for what is missing only, whenever something was learnt. */
  wantMissing(document: vscode.TextDocument): void;
  /** What is known, and with it what is wrong with a file, is other than before. */
  readonly onDidLearn: vscode.Event<void>;
  /** Other files may be of this kind than before; without it, that never changes. */
  readonly onDidChangeMeant?: vscode.Event<void>;
};

/** Milliseconds of quiet before a document is checked again. */
const QUIET_MILLISECONDS = 300;

/**
 * Keeps the findings of every open document of one kind in step with its text, the disk, the settings and what is known.
 * Other documents cost it one look at their name.
 */
export class FileDiagnostics implements vscode.Disposable {
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly notChecked: NotChecked;
  private readonly listening: readonly vscode.Disposable[];

  constructor(
    private readonly kind: FileKind,
    private readonly shown: ShownFindings,
    private readonly log: Log,
  ) {
    const { workspace, window } = vscode;
    this.notChecked = new NotChecked(shown.name);
    // Of a deleted folder, VS Code tells nothing about the files in it: a watcher for their name would not hear of it.
    const files = workspace.createFileSystemWatcher('**/*', false, true, false);
    this.listening = [
      files,
      files.onDidDelete((place) => shown.forgetWithin(place)),
      files.onDidCreate((place) => {
        for (const document of workspace.textDocuments)
          if (isWithin(document.uri, place)) void this.check(document);
      }),
      workspace.onDidOpenTextDocument((document) => this.opened(document)),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.checkSoon(document);
      }),
      workspace.onDidCloseTextDocument((document) => this.forget(document)),
      window.onDidChangeActiveTextEditor((editor) => {
        if (editor !== undefined && this.isToCheck(editor.document)) kind.want(editor.document);
      }),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('genesysOAuth.severity')) this.checkAll();
      }),
      kind.onDidLearn(() => {
        this.checkAll();
        for (const document of workspace.textDocuments)
          if (this.isToCheck(document)) kind.wantMissing(document);
      }),
      ...(kind.onDidChangeMeant === undefined ? [] : [kind.onDidChangeMeant(() => this.lookAnew())]),
    ];
    this.lookAnew();
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    for (const each of [...this.listening, this.notChecked]) each.dispose();
  }

  private lookAnew(): void {
    for (const document of vscode.workspace.textDocuments) this.opened(document);
  }

  private checkAll(): void {
    for (const document of vscode.workspace.textDocuments) void this.check(document);
  }

  private opened(document: vscode.TextDocument): void {
    const reason = this.reasonToLeave(document);
    if (reason !== undefined) this.log.info(`${document.uri} is not checked: ${reason}`);
    this.checkWithNewFacts(document);
  }

  private checkSoon(document: vscode.TextDocument): void {
    if (!this.kind.isMeant(document)) return;
    const key = document.uri.toString();
    clearTimeout(this.timers.get(key));
    this.timers.set(
      key,
      setTimeout(() => this.checkWithNewFacts(document), QUIET_MILLISECONDS),
    );
  }

  private checkWithNewFacts(document: vscode.TextDocument): void {
    void this.check(document);
    // VS Code is told what was found when this turn ends, so that other work waits for the next one.
    setImmediate(() => {
      if (this.isToCheck(document)) this.kind.want(document);
    });
  }

  private async check(document: vscode.TextDocument): Promise<void> {
    const { uri, version } = document;
    const reason = this.reasonToLeave(document);
    this.notChecked.tell(document, reason);
    if (reason !== undefined || !this.isMeant(document)) {
      this.shown.forget(uri);
      return;
    }
    const found = await this.kind.inspect(document);
    // What was found for an older version is dropped.
    if (document.version === version && this.isToCheck(document)) this.shown.show(uri, found, document);
  }

  private isToCheck(document: vscode.TextDocument): boolean {
    return this.isMeant(document) && leftAlone(document.getText()) === undefined;
  }

  private isMeant(document: vscode.TextDocument): boolean {
    return !document.isClosed && this.kind.isMeant(document);
  }

  /** In a sentence; undefined of a document that is checked, or is none of this kind. */
  private reasonToLeave(document: vscode.TextDocument): string | undefined {
    return this.isMeant(document) ? leftAlone(document.getText()) : undefined;
  }

  private forget(document: vscode.TextDocument): void {
    const { uri } = document;
    this.notChecked.tell(document, undefined);
    const key = uri.toString();
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
    this.shown.forget(uri);
  }
}
