import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { mayFitFramework } from '../../core/clients/forFramework.ts';
import { clientInFramework } from '../../core/findings/clientInFramework.ts';
import type { ClientSearch } from '../../core/framework/check/clientOfEntry.ts';
import { sumUp } from '../../core/framework/check/coverage.ts';
import type { FrameworkFinding } from '../../core/framework/frameworkFinding.ts';
import type { ClientIdEntry, FrameworkInspection } from '../../core/framework/inspect.ts';
import { coverageLens } from '../../core/texts/coverage.ts';
import { type EntryLack, entryLens } from '../../core/texts/entryLens.ts';
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
    const lacks = lacksIn(this.checks.findingsOf(document));
    const lenses = entriesIn(inspection).flatMap((entry) => {
      const range = rangeOf(document, entry.keyPlace);
      return this.commandsFor(document, entry, clients, lacks).map((command) => lensOf(range, command));
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
    lacks: Lacks,
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
    const { title, more } = entryLens(
      found,
      lacks.get(entry.valuePlace.start) ?? [],
      new Date(),
      textLanguage(),
    );
    const dedicatedLoginWindow = this.checks.inspect(document).dedicatedLoginWindow.kind === 'on';
    const managed = { region: org.region, clientId: client.id, dedicatedLoginWindow };
    const command = ActionRequest.command(title, document, { kind: 'manage-client', client: managed });
    // Nothing is made of a tooltip's text.
    return [{ ...command, tooltip: more.join('\n') }];
  }
}

/** What clients lack, by where their Client IDs begin: the same that is told there, so that the two never differ. */
type Lacks = ReadonlyMap<number, readonly EntryLack[]>;

function lacksIn(findings: readonly FrameworkFinding[]): Lacks {
  const lacks = new Map<number, EntryLack[]>();
  for (const { code, severity, place } of findings) {
    if (!isShortcoming(code)) continue;
    const those = lacks.get(place.start);
    if (those === undefined) lacks.set(place.start, [{ code, severity }]);
    else those.push({ code, severity });
  }
  return lacks;
}

function isShortcoming(code: FrameworkFinding['code']): code is EntryLack['code'] {
  return Object.hasOwn(clientInFramework, code);
}
