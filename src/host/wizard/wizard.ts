import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import type { ExportFormat } from '../../core/export/exportAs.ts';
import { oauthAdminUrl } from '../../core/platform/regions.ts';
import { clientRegion } from '../../core/procedures/context.ts';
import type { Draft, ProcedureId } from '../../core/procedures/draft.ts';
import { isUnfinished } from '../../core/wizard/drafts.ts';
import type { Copyable, HostMessage, PageMessage } from '../../core/wizard/messages.ts';
import { remember } from '../../core/wizard/remember.ts';
import { type Memory, openingState } from '../../core/wizard/state.ts';
import { showFile } from '../files/write.ts';
import { textLanguage } from '../language.ts';
import { reasonOf } from '../reason.ts';
import { copySecret } from '../secrets/clipboard.ts';
import type { Services } from '../services.ts';
import { exportOf, textOf } from './copyables.ts';
import { keep, recall } from './memory.ts';
import { OrgConnection } from './orgConnection.ts';
import { Proving } from './proving.ts';
import { RoleAccess } from './roleAccess.ts';
import { Saving } from './saving.ts';
import { lookForSecret, readClient } from './startFrom.ts';
import { WizardStore } from './store.ts';
import { topicUrl } from './topics.ts';
import { WizardPage } from './wizardPage.ts';
import { WorkspaceLook } from './workspaceLook.ts';

/** What would take the org away from a Save that is under way. */
const CHANGES_ORG: ReadonlySet<PageMessage['type']> = new Set([
  'connect',
  'connect-again',
  'try-regions',
  'client-prepared',
  'disconnect',
  'refresh',
  'start-over',
  'another-region',
  'take-up-draft',
]);

/** Where a Client ID is wanted: in this framework.js, for this region (its domain) where the file tells. */
export type FrameworkPlace = { readonly uri: vscode.Uri; readonly region: string | undefined };

/** One wizard: takes what the person does on the page, and tells the page what came of it. */
export class Wizard implements vscode.Disposable {
  private readonly page = new WizardPage();
  private readonly store: WizardStore;
  private readonly look: WorkspaceLook;
  private readonly org: OrgConnection;
  private readonly saving: Saving;
  private readonly proving: Proving;
  private readonly access: RoleAccess;
  private readonly sessionsChanged: vscode.Disposable;

  constructor(private readonly services: Services) {
    const { workspaceState } = services.context;
    const initial = openingState(recall(workspaceState), new Date().toISOString().slice(0, 10));
    const keepMemory = async (memory: Memory) =>
      await keep(workspaceState, memory).catch((error) => services.log.warn(reasonOf(error)));
    this.store = new WizardStore(initial, this.page, (memory) => void keepMemory(memory));
    this.look = new WorkspaceLook(this.store);
    this.org = new OrgConnection(services, this.store, this.look, async () => await this.loadMore());
    this.access = new RoleAccess(this.store, this.org);
    this.saving = new Saving(services, this.store, this.page, this.org, this.look);
    this.proving = new Proving(services, this.store);
    this.sessionsChanged = services.sessions.onDidChange((change) => void this.org.sessionsChanged(change));
  }

  /** From now on a page is told what happens, by this. */
  show(post: (message: HostMessage) => void): void {
    this.page.open(post);
  }

  /**
   * Nobody sees the page any more. Returns whether a Save is not through: it goes on unseen, or waits, until it is shown
   * again. Without one the wizard has ended.
   */
  hide(): boolean {
    this.page.close();
    const { isPending } = this.saving;
    if (isPending) this.org.cancel();
    else this.dispose();
    return isPending;
  }

  /** It is seen again, and so is what nobody looked at meanwhile. A Save that is under way keeps its org. */
  async comeBack(): Promise<void> {
    const { connecting, run } = this.store.state;
    const isWithoutOrg = connecting.kind === 'disconnected' && run?.kind !== 'running';
    await Promise.all([this.look.refresh(), isWithoutOrg ? this.org.resume() : undefined]);
  }

  /** Looks at the workspace, and takes up what was under way. */
  async open(procedure: ProcedureId | undefined): Promise<void> {
    if (procedure !== undefined && this.store.state.memory.procedure === undefined) {
      await this.handle({ type: 'choose-procedure', procedure });
    }
    await Promise.all([this.look.refresh(), this.org.resume()]);
  }

  /**
   * A client is wanted for this place: its region's org, where one is signed in there, and its file are chosen. Answers
   * for another region are set aside, to be offered again. A Save that is not through is shown first.
   */
  async openFor({ uri, region }: FrameworkPlace): Promise<void> {
    if (this.saving.isPending) return;
    const meant = await this.org.meantRegion();
    const isElsewhere = region !== undefined && meant !== undefined && meant !== region;
    if (this.store.state.run !== null || isElsewhere) await this.handle({ type: 'start-over' });
    await this.begin('embeddable');
    if (isElsewhere) {
      this.store.remember({ account: undefined });
      this.org.goElsewhere();
    }
    await Promise.all([this.look.refresh(), this.org.resume(region)]);
    const { context, memory } = this.store.state;
    if (!context.workspace.files.some((file) => file.uri === uri.toString())) return;
    const change: Draft = { target: { kind: 'existing-file', uri: uri.toString() } };
    await this.handle({ type: 'answer', revision: memory.revision + 1, change });
  }

  /**
   * The wizard was asked for, not restored: what was half filled in for something else, or by somebody who now may want
   * something else, is not gone on with by itself, but offered. A Save and its result stay.
   */
  async begin(procedure: ProcedureId | undefined): Promise<void> {
    const { memory, run } = this.store.state;
    if (run !== null || memory.procedure === procedure) return;
    if (procedure !== undefined) await this.handle({ type: 'choose-procedure', procedure });
    else if (isUnfinished(memory)) await this.handle({ type: 'start-over' });
  }

  /** Looks at the framework.js files again; the page follows. */
  async refreshWorkspace(): Promise<void> {
    await this.look.refresh();
  }

  /** Shows how to make the client to sign in with in this region. A Save that is not through is shown first. */
  prepareClient(region: string): void {
    if (!this.saving.isPending) this.org.prepareClient(region);
  }

  /** Tells the page everything, as after something went wrong on the way. */
  tellAll(): void {
    this.store.tellAll();
  }

  /** Does what the person asked for on the page. */
  async handle(message: PageMessage): Promise<void> {
    // While Save is under way its answers stay as they are, whatever a page may say.
    const isSaving = this.store.state.run?.kind === 'running';
    if (isSaving && CHANGES_ORG.has(message.type)) return;
    const { memory: before } = this.store.state;
    const memory = isSaving ? before : remember(before, message, new Date().toISOString());
    if (memory !== before) this.store.update({ memory });
    switch (message.type) {
      case 'ready':
        return this.tellAll();
      case 'connect':
        return await this.org.connect(message.way);
      case 'connect-again':
        return await this.org.connectAgain();
      case 'try-regions':
        return await this.org.tryRegions();
      case 'client-prepared':
        return await this.org.useNewClient();
      case 'sign-in-again':
        return await this.signInAgain();
      case 'open-admin-page':
        return await this.openAdminPage();
      case 'restore-scim-role':
        return await this.access.restore();
      case 'restore-altered-role':
        return await this.access.restoreAltered();
      case 'grant-scim-role':
        return await this.access.grant();
      case 'copy-as':
        return await this.put(message.format, exportOf(message.format, this.store.state));
      case 'disconnect':
        return await this.org.disconnect();
      case 'refresh':
        await this.look.refresh();
        return await this.org.reload();
      case 'cancel':
        return this.store.state.run?.kind === 'running' ? this.saving.cancel() : this.org.cancel();
      case 'save':
        return await this.saving.save(message.plan);
      case 'retry':
        return await this.saving.retry(message.createAnyway);
      case 'take-back':
        return await this.saving.takeBack();
      case 'replace-secret':
        return await this.saving.replaceSecret();
      case 'try-login':
        return await this.proving.tryLogin();
      case 'cancel-login':
        return this.proving.forget();
      case 'back-to-answers':
        return this.saving.close();
      case 'start-over':
        this.proving.forget();
        this.saving.close();
        this.org.startOver();
        return await this.follow(before.draft);
      case 'another-region':
        this.proving.forget();
        this.saving.close();
        this.org.goElsewhere();
        return await this.follow(before.draft);
      case 'take-up-draft':
        this.proving.forget();
        this.saving.close();
        await this.org.takeUp();
        await this.loadMore();
        return await this.follow(before.draft);
      case 'copy':
        return await this.copy(message.what);
      case 'open-file':
        return await this.openFile(message.uri, message.line ?? 1);
      case 'open-topic':
        await this.services.browser.open(new URL(topicUrl(message.topic, textLanguage())));
        return;
      case 'show-log':
        return this.services.log.show();
      case 'choose-procedure':
        await this.access.load();
        return await this.follow(before.draft);
      case 'read-json':
        return this.page.tell({ type: 'json-read', reading: await readClient(message.text) });
      case 'answer':
      case 'replace-draft':
        return await this.follow(before.draft);
      case 'discard-draft':
      case 'go':
      case 'attempt':
        return;
    }
  }

  dispose(): void {
    this.sessionsChanged.dispose();
    this.org.dispose();
    this.proving.dispose();
  }

  /** Goes on with the Save that stopped; in another org there is nothing to go on with, only answers to look at again. */
  private async signInAgain(): Promise<void> {
    switch (await this.org.signInAgain()) {
      case 'same-org':
        return await this.saving.retry(false);
      case 'other-org':
        return this.saving.abandon();
      case 'not-signed-in':
    }
  }

  /** Some answers change what is to be known: whether a secret is kept, and what would change in framework.js. */
  private async follow(before: Draft): Promise<void> {
    const { adopts, moreRegions = [] } = this.store.state.memory.draft;
    if (adopts !== before.adopts) await lookForSecret(this.store, this.services.secrets);
    if (!isDeepStrictEqual(moreRegions, before.moreRegions ?? [])) await this.look.refresh();
  }

  private async loadMore(): Promise<void> {
    await Promise.all([this.access.load(), lookForSecret(this.store, this.services.secrets)]);
  }

  /** Only files that the wizard itself has shown can be opened from the page. */
  private async openFile(uri: string, line: number): Promise<void> {
    const { context, run } = this.store.state;
    const shown = [...context.workspace.files, ...context.workspace.newFiles, ...(run?.plan ?? [])];
    if (!shown.some((place) => 'uri' in place && place.uri === uri)) return;
    await showFile(vscode.Uri.parse(uri), line);
  }

  private async openAdminPage(): Promise<void> {
    const { connecting, context, memory } = this.store.state;
    const isPreparing = connecting.kind === 'preparing-client' && memory.step === 'connect';
    const region = isPreparing ? connecting.region : clientRegion(context);
    if (region !== undefined) await this.services.browser.open(new URL(oauthAdminUrl(region)));
  }

  /** Puts something on the clipboard; the page learns only that it is there. */
  private async copy(what: Copyable): Promise<void> {
    await this.put(what, await textOf(what, this.store.state, this.saving));
  }

  private async put(what: Copyable | ExportFormat, text: string | undefined): Promise<void> {
    if (text === undefined) return;
    const isSecret = what === 'client-secret' || what === 'scim-token';
    const { clipboard } = vscode.env;
    await (isSecret ? copySecret(clipboard, text) : clipboard.writeText(text));
    this.page.tell({ type: 'copied', what });
  }
}
