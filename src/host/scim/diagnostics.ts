import * as vscode from 'vscode';
import { isScimConfigPath } from '../../core/scim/configName.ts';
import { inspectScimConfig, type ScimFinding } from '../../core/scim/inspectConfig.ts';
import { scimFindingText } from '../../core/texts/scim.ts';
import { textLanguage } from '../language.ts';
import type { Services } from '../services.ts';
import { ClientFacts } from './clientFacts.ts';

export const SOURCE = 'Genesys OAuth';

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

  constructor(services: Pick<Services, 'sessions' | 'connections' | 'orgClients'>) {
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
    this.collection.set(
      document.uri,
      findings.map((finding) => diagnosticOf(document, finding)),
    );
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

function diagnosticOf(document: vscode.TextDocument, finding: ScimFinding): vscode.Diagnostic {
  const { offset, length } = finding;
  const range = new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
  const diagnostic = new vscode.Diagnostic(
    range,
    scimFindingText(finding, textLanguage()),
    severityOf(finding),
  );
  diagnostic.source = SOURCE;
  diagnostic.code = finding.code;
  return diagnostic;
}

function severityOf({ severity }: ScimFinding): vscode.DiagnosticSeverity {
  switch (severity) {
    case 'error':
      return vscode.DiagnosticSeverity.Error;
    case 'warning':
      return vscode.DiagnosticSeverity.Warning;
  }
}
