import * as vscode from 'vscode';
import { type Comparison, type Subject, subjectKey } from '../../core/drift/comparison.ts';
import { sidesOf, sidesTitle } from '../../core/texts/drift.ts';
import { textLanguage } from '../language.ts';

/** Of what is only read. package.json offers at it what makes both sides match, by the names of `uriOf`. */
const SCHEME = 'genesys-oauth-drift';

type Tab = { readonly number: number; comparison: Comparison };

/** What was meant on the left and what the org has on the right, in the diff editor of VS Code. */
export class DriftTabs implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly tabs = new Map<string, Tab>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly listening: readonly vscode.Disposable[];
  /** No two subjects have one address: VS Code keeps what it was given under one for a while. */
  private static opened = 0;

  constructor() {
    this.listening = [
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.forget(uri)),
    ];
  }

  /** Shows a comparison, in the tab of its subject where that is open. */
  async show(comparison: Comparison): Promise<void> {
    const tab = this.take(comparison);
    await vscode.commands.executeCommand(
      'vscode.diff',
      uriOf(tab, 'meant'),
      uriOf(tab, 'there'),
      sidesTitle(comparison),
      { preview: false },
    );
  }

  /** The same subject is different by now; its tab, if it is open, says so. */
  update(subject: Subject, comparison: Comparison): void {
    const key = subjectKey(subject);
    const tab = this.tabs.get(key);
    if (tab === undefined) return;
    tab.comparison = comparison;
    this.tabs.delete(key);
    this.tabs.set(subjectKey(comparison.subject), tab);
    for (const side of ['meant', 'there'] as const) this.changed.fire(uriOf(tab, side));
  }

  /** Those that are, or may still be, shown. */
  shown(): readonly Comparison[] {
    return [...this.tabs.values()].map(({ comparison }) => comparison);
  }

  /** What a tab shows, by what VS Code says of it; by the editor that is active where that is left out. */
  at(given: unknown): Comparison | undefined {
    const uri = given instanceof vscode.Uri ? given : vscode.window.activeTextEditor?.document.uri;
    if (uri?.scheme !== SCHEME) return undefined;
    return [...this.tabs.values()].find(({ number }) => uri.path.startsWith(`/${number}/`))?.comparison;
  }

  provideTextDocumentContent(uri: vscode.Uri): string | undefined {
    const comparison = this.at(uri);
    if (comparison === undefined) return undefined;
    const { meant, there } = sidesOf(comparison, textLanguage());
    return uri.path.split('/')[2] === 'meant' ? meant : there;
  }

  dispose(): void {
    for (const each of [...this.listening, this.changed]) each.dispose();
  }

  private forget(closed: vscode.Uri): void {
    for (const [key, tab] of this.tabs)
      if (closed.toString() === uriOf(tab, 'there').toString()) this.tabs.delete(key);
  }

  private take(comparison: Comparison): Tab {
    const key = subjectKey(comparison.subject);
    const former = this.tabs.get(key);
    if (former !== undefined) {
      this.update(comparison.subject, comparison);
      return former;
    }
    DriftTabs.opened += 1;
    const tab = { number: DriftTabs.opened, comparison };
    this.tabs.set(key, tab);
    return tab;
  }
}

function uriOf({ number, comparison }: Tab, side: 'meant' | 'there'): vscode.Uri {
  const name = comparison.subject.kind === 'written' ? 'written' : 'client';
  return vscode.Uri.from({ scheme: SCHEME, path: `/${number}/${side}/${name}.txt` });
}
