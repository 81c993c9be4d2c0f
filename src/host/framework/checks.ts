import * as vscode from 'vscode';
import { checkFramework } from '../../core/framework/check/checkFramework.ts';
import { type ClientSearch, liveEntries, searchClients } from '../../core/framework/check/clientOfEntry.ts';
import { type FileCoverage, fileCoverage } from '../../core/framework/check/coverage.ts';
import type { FrameworkFinding } from '../../core/framework/frameworkFinding.ts';
import { type FrameworkInspection, inspectFramework } from '../../core/framework/inspect.ts';
import { mayBeFramework } from '../../core/framework/isFramework.ts';
import type { OrgClientsCache } from '../clients/orgClients.ts';
import { entriesIn, isChecked } from './document.ts';

/** Looks into texts of framework.js with what is known of the orgs; each version of a document once. */
export class FrameworkChecks implements vscode.Disposable {
  private findings = new WeakMap<vscode.TextDocument, Answer<readonly FrameworkFinding[]>>();
  private searches = new WeakMap<vscode.TextDocument, Answer<ClientSearch>>();
  private readonly inspections = new WeakMap<vscode.TextDocument, Answer<FrameworkInspection>>();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly listening: vscode.Disposable;

  constructor(private readonly orgs: OrgClientsCache) {
    this.listening = orgs.onDidChange(() => {
      this.findings = new WeakMap();
      this.searches = new WeakMap();
      this.changed.fire();
    });
  }

  /** What is known of the orgs has changed, and with it what is wrong with a file. */
  get onDidChange(): vscode.Event<void> {
    return this.changed.event;
  }

  /** What is wrong with the document as it is now; what an org says counts as soon as it is known. */
  findingsOf(document: vscode.TextDocument): readonly FrameworkFinding[] {
    if (!this.covers(document)) return [];
    return answered(this.findings, document, (text) => this.findingsIn(text, this.inspect(document)));
  }

  /** The same for a text of no document. */
  findingsIn(text: string, inspection = inspectFramework(text)): readonly FrameworkFinding[] {
    const today = new Date().toISOString().slice(0, 10);
    return checkFramework(text, this.orgs.current(), today, inspection);
  }

  /**
   * Whether findings and reading aids are for this document: one of the Embeddable Framework, to edit, and not the copy of a
   * build.
   */
  covers(document: vscode.TextDocument): boolean {
    return isChecked(document) && mayBeFramework(document.getText()) && this.inspect(document).isFramework;
  }

  /** What the document says as it is now. */
  inspect(document: vscode.TextDocument): FrameworkInspection {
    return answered(this.inspections, document, inspectFramework);
  }

  /** Where the clients of this document's entries are looked up, in what is known of the orgs now. */
  clientsFor(document: vscode.TextDocument): ClientSearch {
    const search = () => searchClients(liveEntries(this.inspect(document).clientIds), this.orgs.current());
    return answered(this.searches, document, search);
  }

  /** What this document's entries were compared with, as far as the orgs are known now. */
  coverageOf(document: vscode.TextDocument): FileCoverage {
    return this.coverageIn(this.inspect(document));
  }

  /** The same for what was read in a text of no document. */
  coverageIn({ clientIds }: FrameworkInspection): FileCoverage {
    return fileCoverage(clientIds, this.orgs.current(), (region) => {
      const { kind } = this.orgs.standing(region);
      return kind === 'reading' ? 'unread' : kind;
    });
  }

  /** Lets the orgs that the document names be read, where somebody is signed in to them; none a second time for long. */
  want(document: vscode.TextDocument): void {
    for (const region of this.regionsIn(document)) void this.orgs.want(region);
  }

  /** The same for what was read in several texts. Resolves when it is known, or why it cannot be. */
  async wantFor(inspections: readonly FrameworkInspection[]): Promise<void> {
    const regions = new Set(inspections.flatMap((inspection) => [...regionsOf(inspection)]));
    await Promise.all([...regions].map(async (region) => await this.orgs.want(region)));
  }

  /** The same for a document, only for those that nobody has asked yet. */
  wantUnread(document: vscode.TextDocument): void {
    for (const region of this.regionsIn(document)) {
      if (this.orgs.standing(region).kind === 'unread') void this.orgs.want(region);
    }
  }

  dispose(): void {
    this.listening.dispose();
    this.changed.dispose();
  }

  private regionsIn(document: vscode.TextDocument): ReadonlySet<string> {
    return this.covers(document) ? regionsOf(this.inspect(document)) : new Set();
  }
}

function regionsOf(inspection: FrameworkInspection): ReadonlySet<string> {
  return new Set(entriesIn(inspection).map(({ region }) => region));
}

type Answer<T> = { readonly version: number; readonly value: T };

function answered<T>(
  answers: WeakMap<vscode.TextDocument, Answer<T>>,
  document: vscode.TextDocument,
  answer: (text: string) => T,
): T {
  const former = answers.get(document);
  if (former?.version === document.version) return former.value;
  const value = answer(document.getText());
  answers.set(document, { version: document.version, value });
  return value;
}
