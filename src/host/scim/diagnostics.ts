import * as vscode from 'vscode';
import { isScimConfigPath } from '../../core/scim/configName.ts';
import { inspectScimConfig } from '../../core/scim/inspectConfig.ts';
import { Severities } from '../diagnostics/severity.ts';
import { SOURCE, toDiagnostics } from '../diagnostics/toDiagnostics.ts';
import type { Services } from '../services.ts';
import { ClientFacts } from './clientFacts.ts';

/** Milliseconds of quiet before a file is looked at again. */
const QUIET_MILLISECONDS = 300;

/**
 * Keeps watch over the SCIM config files that are open: tokens that end, and secrets that do not belong there (rule S6),
 * and what the org made of a client (rule S4), where one is signed in.
 */
export class ScimDiagnostics implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection(SOURCE);
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly listening: readonly vscode.Disposable[];

  private readonly facts: ClientFacts;
  private readonly severities: Severities;

  constructor(services: Pick<Services, 'sessions' | 'connections' | 'orgClients' | 'log'>) {
    this.severities = new Severities(services.log);
    this.facts = new ClientFacts(services);
    this.listening = [
      services.orgClients.onDidChange(() => this.inspectAll()),
      vscode.workspace.onDidOpenTextDocument((document) => {
        if (isScimConfig(document)) this.inspect(document);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (isScimConfig(document)) this.inspectSoon(document);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (isScimConfig(document)) this.forget(document);
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('genesysOAuth.severity')) this.inspectAll();
      }),
    ];
    this.inspectAll();
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    for (const each of [this.collection, ...this.listening]) each.dispose();
  }

  private inspectSoon(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.timers.get(key));
    this.timers.set(
      key,
      setTimeout(() => this.inspect(document), QUIET_MILLISECONDS),
    );
  }

  private inspectAll(): void {
    for (const document of vscode.workspace.textDocuments.filter(isScimConfig)) this.inspect(document);
  }

  /** Says what is known at once, and the rest when the org has told it. */
  private inspect(document: vscode.TextDocument): void {
    this.show(document);
    void this.facts.want(document.getText()).then(() => this.show(document));
  }

  private show(document: vscode.TextDocument): void {
    if (document.isClosed) return;
    const findings = inspectScimConfig(document.getText(), new Date(), this.facts.current());
    this.collection.set(document.uri, toDiagnostics(findings, document.uri, document, this.severities));
  }

  private forget(document: vscode.TextDocument): void {
    clearTimeout(this.timers.get(document.uri.toString()));
    this.timers.delete(document.uri.toString());
    this.collection.delete(document.uri);
  }
}

export function isScimConfig({ uri }: vscode.TextDocument): boolean {
  return isScimConfigPath(uri.path);
}
