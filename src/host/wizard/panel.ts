import { setTimeout as sleep } from 'node:timers/promises';
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { EditedClient, PublishedProcedure } from '../../core/procedures/draft.ts';
import { wizardTitle } from '../../core/texts/steps.ts';
import type { NewDraft } from '../../core/wizard/drafts.ts';
import type { ClientToEdit } from '../../core/wizard/editDraft.ts';
import { PageMessage } from '../../core/wizard/messages.ts';
import type { ClientPort } from '../../core/wizard/ports.ts';
import { type FrameworkPlace, Wizard } from '../../core/wizard/wizard.ts';
import { isFrameworkPath } from '../framework/filePatterns.ts';
import { FrameworkWatcher } from '../framework/find.ts';
import { SCIM_FILES } from '../scim/file.ts';
import type { Services } from '../services.ts';
import { keepingFocus } from '../ui/modalQuestion.ts';
import { webviewTabs } from '../ui/webviewTabs.ts';
import { recall, recallRun } from './memory.ts';
import { pageHtml, pageRoot } from './pageHtml.ts';
import { wizardPorts } from './ports.ts';

const WIZARD_VIEW_TYPE = 'genesysOAuth.wizard';

/** Milliseconds of quiet in a file before the wizard looks at it again. */
const QUIET_MILLISECONDS = 300;

/** VS Code gives a tab that it restored its wizard back at once, where one sees it. */
const LOOK_EVERY_MILLISECONDS = 250;
const LOOKS = 12;

/** The editor tab that the wizard lives in; there is one at most. A Save that is not through outlives it. */
export class WizardPanel {
  private panel: vscode.WebviewPanel | undefined;
  private wizard: Wizard | undefined;

  constructor(
    private readonly services: Services,
    private readonly clients: ClientPort,
  ) {}

  /** Opens the wizard, or shows the one that is open. */
  async open(procedure: PublishedProcedure | undefined): Promise<void> {
    const wasShown = this.panel !== undefined;
    const { wizard, isNew } = this.show();
    // Whoever saw a client being changed, and wants a new one, is not shown that again, but offered it.
    const isAtOther = wasShown && wizard.edited !== undefined;
    if (isNew || isAtOther || procedure !== undefined) await wizard.begin(procedure);
    if (isNew) await wizard.open(procedure);
  }

  /** Opens the wizard for a Client ID that is wanted there. */
  async openFor(place: FrameworkPlace): Promise<void> {
    await this.show().wizard.openFor(place);
  }

  /** Opens the wizard on a client that is to be changed, or on a new one that begins as a copy. */
  async openWith(start: ClientToEdit | NewDraft): Promise<void> {
    await this.show().wizard.openWith(start);
  }

  /** Opens the wizard where it shows how to make the client to sign in with. */
  async openToPrepareClient(region: string): Promise<void> {
    const { wizard, isNew } = this.show();
    wizard.prepareClient(region);
    if (isNew) await wizard.open('embeddable');
  }

  /** Opens the wizard where it says how to point other clients at the practice org of this region (its domain). */
  async openPracticeGuide(region: string): Promise<void> {
    const { wizard, isNew } = this.show();
    const opening = isNew ? wizard.open(undefined) : undefined;
    await Promise.all([opening, wizard.handle({ type: 'show-practice-guide', region })]);
  }

  /**
   * Whether the wizard is there, or comes back in a moment. A tab alone does not tell: that of an extension host that died
   * stays as it was.
   */
  async isShown(): Promise<boolean> {
    for (let look = 0; look < LOOKS && this.panel === undefined; look += 1) {
      if (webviewTabs(WIZARD_VIEW_TYPE).length === 0) return false;
      await sleep(LOOK_EVERY_MILLISECONDS);
    }
    return this.panel !== undefined;
  }

  /** Gives a tab that VS Code restored after a reload its wizard back. */
  async revive(panel: vscode.WebviewPanel): Promise<void> {
    if (this.panel !== undefined) {
      panel.dispose();
      return;
    }
    const { wizard, isNew } = this.give(panel);
    if (isNew) await wizard.open(undefined);
  }

  private show(): { wizard: Wizard; isNew: boolean } {
    if (this.panel !== undefined && this.wizard !== undefined) {
      this.panel.reveal();
      return { wizard: this.wizard, isNew: false };
    }
    // One of an extension host that died, or that nobody has looked at since a reload.
    void vscode.window.tabGroups.close(webviewTabs(WIZARD_VIEW_TYPE));
    const title = tabTitle(undefined);
    const panel = vscode.window.createWebviewPanel(WIZARD_VIEW_TYPE, title, vscode.ViewColumn.Active);
    return this.give(panel);
  }

  /** Fills the tab with the wizard whose Save is not through, or else with a new one that has still to be opened. */
  private give(panel: vscode.WebviewPanel): { wizard: Wizard; isNew: boolean } {
    const isNew = this.wizard === undefined;
    const wizard = this.wizard ?? this.newWizard();
    this.panel = panel;
    this.wizard = wizard;
    const { webview } = panel;
    const { extensionUri } = this.services.context;
    webview.options = { enableScripts: true, localResourceRoots: [pageRoot(extensionUri)] };
    panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.svg');
    wizard.show((message) => {
      panel.title = tabTitle(wizard.edited);
      void webview.postMessage(message);
    });
    const parts = [...this.watchFiles(wizard), this.listen(panel, wizard)];
    panel.onDidDispose(() => {
      for (const part of parts) part.dispose();
      this.panel = undefined;
      if (!wizard.hide()) this.wizard = undefined;
    });
    webview.html = pageHtml(webview, extensionUri, { id: 'wizard', title: l10n.t('OAuth client wizard') });
    if (!isNew) void wizard.comeBack().catch((error) => this.services.log.warn(error));
    return { wizard, isNew };
  }

  private newWizard(): Wizard {
    const memory = recall(this.services.context.workspaceState);
    const run = recallRun(this.services.context.workspaceState);
    return new Wizard(wizardPorts(this.services, this.clients), { memory, run });
  }

  private listen(panel: vscode.WebviewPanel, wizard: Wizard): vscode.Disposable {
    return panel.webview.onDidReceiveMessage(async (received: unknown) => {
      const message = PageMessage.safeParse(received);
      if (!message.success) {
        this.services.log.error('The page sent a message that is not one of its own; it was ignored.');
        return;
      }
      const handle = async () => await wizard.handle(message.data);
      await keepingFocus(panel, handle).catch(async (error) => {
        wizard.tellAll();
        await this.services.dialogs.failUnforeseen(error);
      });
    });
  }

  private watchFiles(wizard: Wizard): vscode.Disposable[] {
    let timer: NodeJS.Timeout | undefined;
    const lookAgain = () => {
      clearTimeout(timer);
      timer = setTimeout(async () => {
        await wizard.refreshWorkspace().catch((error) => this.services.log.warn(error));
      }, QUIET_MILLISECONDS);
    };
    const framework = new FrameworkWatcher();
    framework.onDidChangePatterns(lookAgain);
    const watchers = [framework, vscode.workspace.createFileSystemWatcher(SCIM_FILES)];
    for (const files of watchers) {
      files.onDidCreate(lookAgain);
      files.onDidChange(lookAgain);
      files.onDidDelete(lookAgain);
    }
    const typing = vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (isFrameworkPath(document.uri)) lookAgain();
    });
    return [...watchers, typing, new vscode.Disposable(() => clearTimeout(timer))];
  }
}

function tabTitle(edited: EditedClient | undefined): string {
  return edited === undefined ? l10n.t('Create OAuth Client') : wizardTitle('edit', { edits: edited });
}
