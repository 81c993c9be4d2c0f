import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { mayFitFramework } from '../../core/clients/forFramework.ts';
import type { ClientSearch } from '../../core/framework/check/clientOfEntry.ts';
import { sumUp } from '../../core/framework/check/coverage.ts';
import type { ClientIdEntry, FrameworkInspection } from '../../core/framework/inspect.ts';
import { agoText, clientGrantText, unusualStateText } from '../../core/texts/clientFields.ts';
import { clientName } from '../../core/texts/clientName.ts';
import { coverageLens } from '../../core/texts/coverage.ts';
import { durationText } from '../../core/texts/duration.ts';
import type { OrgClientsCache } from '../clients/orgClients.ts';
import { rangeOf } from '../diagnostics/shownFindings.ts';
import { textLanguage } from '../language.ts';
import { lensOf } from '../ui/labels.ts';
import { ActionRequest } from './actions/actionRequest.ts';
import type { FrameworkChecks } from './checks.ts';
import { entriesIn } from './document.ts';

/**
 * Shows above each entry of `clientIds` which client it names, or how to get one, where somebody is signed in, and above
 * all of them what was not compared.
 */
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
    const inspection = this.checks.inspect(document);
    const lenses = entriesIn(inspection).flatMap((entry) => {
      const range = rangeOf(document, entry.keyPlace);
      return this.commandsFor(document, entry, clients).map((command) => lensOf(range, command));
    });
    return [...this.gapLenses(document, inspection), ...lenses];
  }

  dispose(): void {
    for (const each of [this.changed, ...this.listening]) each.dispose();
  }

  /** Above `clientIds`: which Client IDs were not compared with an org, and the way to have that done. */
  private gapLenses(document: vscode.TextDocument, { clientIds }: FrameworkInspection): vscode.CodeLens[] {
    const found = coverageLens(sumUp([this.checks.coverageOf(document)]), textLanguage());
    if (clientIds.kind !== 'literal' || found === undefined) return [];
    const commands = { 'sign-in': 'genesysOAuth.signIn', refresh: 'genesysOAuth.refreshChecks' };
    const command = { title: found.title, command: commands[found.action] };
    return [lensOf(rangeOf(document, clientIds.place), command)];
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
    const found = clients.toShow(entry);
    if (found === undefined) return [];
    const { client, org } = found;
    const facts = [
      clientName(client),
      org.practice && l10n.t('Practice org'),
      clientGrantText(client, textLanguage()),
      unusualStateText(client),
      client.accessTokenValiditySeconds && durationText(client.accessTokenValiditySeconds),
      l10n.t('Manage'),
    ];
    const dedicatedLoginWindow = this.checks.inspect(document).dedicatedLoginWindow.kind === 'on';
    const managed = { region: org.region, clientId: client.id, dedicatedLoginWindow };
    const title = facts.filter(Boolean).join(' · ');
    const command = ActionRequest.command(title, document, { kind: 'manage-client', client: managed });
    const ago = agoText(Date.parse(org.readAt), Date.now(), textLanguage());
    return [
      { ...command, tooltip: l10n.t('Compared with {org} as it was {ago}.', { org: org.orgName, ago }) },
    ];
  }
}
