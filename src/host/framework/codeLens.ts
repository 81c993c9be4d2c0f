import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { mayFitFramework } from '../../core/clients/forFramework.ts';
import type { ClientSearch } from '../../core/framework/check/clientOfEntry.ts';
import type { ClientIdEntry } from '../../core/framework/inspect.ts';
import { clientGrantText, unusualStateText } from '../../core/texts/clientFacts.ts';
import { durationText } from '../../core/texts/duration.ts';
import type { OrgClientsCache } from '../clients/orgClients.ts';
import { rangeOf } from '../diagnostics/positions.ts';
import { textLanguage } from '../language.ts';
import { plainLabel } from '../plainLabel.ts';
import { ActionRequest } from './actions/request.ts';
import type { FrameworkChecks } from './checks.ts';
import { entriesIn } from './entries.ts';

/** Shows above each entry of `clientIds` which client it names, or how to get one, where somebody is signed in. */
export class FrameworkCodeLens implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.changed.event;
  private readonly listening: readonly vscode.Disposable[];

  constructor(
    private readonly checks: FrameworkChecks,
    private readonly orgs: OrgClientsCache,
  ) {
    this.listening = [
      checks.onDidChange(() => this.changed.fire()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('genesysOAuth.codeLens')) this.changed.fire();
      }),
    ];
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const isOn = vscode.workspace.getConfiguration('genesysOAuth', document.uri).get('codeLens') !== false;
    if (!isOn || !this.checks.covers(document)) return [];
    const clients = this.checks.clientsFor(document);
    return entriesIn(this.checks.inspect(document)).flatMap((entry) => {
      const range = rangeOf(document, entry.keyPlace);
      return this.commandsFor(document, entry, clients).map((command) => new vscode.CodeLens(range, command));
    });
  }

  dispose(): void {
    for (const each of [this.changed, ...this.listening]) each.dispose();
  }

  private commandsFor(
    document: vscode.TextDocument,
    entry: ClientIdEntry,
    clients: ClientSearch,
  ): vscode.Command[] {
    const { region, value } = entry;
    const orgs = this.orgs.current();
    const here = orgs.filter((org) => org.region === region);
    if (value.kind === 'empty' && here.length > 0) {
      const fix = (title: string, kind: 'create-client' | 'choose-client') =>
        ActionRequest.command(title, document, { kind, region });
      const hasChoice = here.some(({ clients }) => clients.some(mayFitFramework));
      return [
        fix(l10n.t('Create a client'), 'create-client'),
        ...(hasChoice ? [fix(l10n.t('Choose one'), 'choose-client')] : []),
      ];
    }
    const found = clients.of(entry);
    if (found === undefined) return [];
    const { client, org } = found;
    const facts = [
      client.name,
      clientGrantText(client, textLanguage()),
      unusualStateText(client),
      client.accessTokenValiditySeconds && durationText(client.accessTokenValiditySeconds),
      l10n.t('Manage'),
    ];
    const dedicatedLoginWindow = this.checks.inspect(document).dedicatedLoginWindow.kind === 'on';
    const managed = { region: org.region, clientId: client.id, dedicatedLoginWindow };
    const title = plainLabel(facts.filter(Boolean).join(' · '));
    return [ActionRequest.command(title, document, { kind: 'manage-client', client: managed })];
  }
}
