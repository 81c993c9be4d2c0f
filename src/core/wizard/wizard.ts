import isEqual from 'fast-deep-equal';
import type { Draft, EditedClient, PublishedProcedure } from '../procedures/draft.ts';
import { readClientJson } from '../procedures/startFrom/clientJson.ts';
import { copy, exportOf, textOf } from './copyables.ts';
import type { NewDraft } from './drafts.ts';
import type { ClientToEdit } from './editDraft.ts';
import { Editing } from './editing.ts';
import { Guiding } from './guiding.ts';
import { lookForSecret } from './keptSecret.ts';
import {
  CHANGES_ORG,
  type Commands,
  carryOut,
  type DraftAction,
  isDraftAction,
  LEAVES_RUN,
  type PageMessage,
} from './messages.ts';
import { FindingNeeds } from './needs/findingNeeds.ts';
import { OrgConnection } from './orgConnection.ts';
import type { TellPage, WizardPorts } from './ports.ts';
import { Proving } from './proving.ts';
import { remember } from './remember.ts';
import { RoleAccess } from './roleAccess.ts';
import { Saving } from './saving.ts';
import { openAdminPage, openClient, openShownFile, saveCalendar } from './showing.ts';
import { type Opening, WizardPage, WizardStore } from './store.ts';
import { WorkspaceLook } from './workspaceLook.ts';

/** Where a Client ID is wanted: in this framework.js, for this region (its domain) where the file tells. */
export type FrameworkPlace = { readonly uri: string; readonly region: string | undefined };

/**
 * One wizard: takes what the person does on the page, and tells the page what came of it. It knows neither an editor nor
 * a network, but through its ports.
 */
export class Wizard {
  private readonly page = new WizardPage();
  private readonly store: WizardStore;
  private readonly look: WorkspaceLook;
  private readonly org: OrgConnection;
  private readonly saving: Saving;
  private readonly proving: Proving;
  private readonly access: RoleAccess;
  private readonly editing: Editing;
  private readonly guiding: Guiding;
  private readonly needs: FindingNeeds;

  constructor(
    private readonly ports: WizardPorts,
    opening: Omit<Opening, 'today'>,
  ) {
    const { signIn, roles, clock, workspace } = ports;
    const today = clock.now().toISOString().slice(0, 10);
    const tell: TellPage = (message) => this.page.tell(message);
    this.store = new WizardStore({ ...opening, today }, tell, (memory) => ports.keep(memory));
    this.look = new WorkspaceLook(workspace, this.store);
    this.org = new OrgConnection(
      signIn,
      this.store,
      async () => void (await Promise.all([this.look.refresh(), this.loadMore()])),
      (connection, signal) => this.access.readAhead(connection, signal),
    );
    this.access = new RoleAccess(roles, clock, this.store, this.org);
    this.saving = new Saving(ports, this.store, this.page, this.org, this.look);
    this.editing = new Editing(this.store, this.org, this.access, this.saving, this.look, clock);
    this.proving = new Proving(ports, this.store);
    this.guiding = new Guiding(async (region) => await ports.reachPracticeOrg(region), this.store);
    this.needs = new FindingNeeds(ports.operations, signIn.hostsOf, this.store);
  }

  /** A page is there, and is told by `tell` what happens from now on. */
  show(tell: TellPage): void {
    this.page.open(tell);
  }

  /**
   * Nobody sees the page any more. Returns whether a Save is not through: it goes on unseen, or waits, until it is shown
   * again. Without one the wizard has ended.
   */
  hide(): boolean {
    this.page.close();
    if (!this.saving.isPending) this.dispose();
    else this.org.cancel();
    return this.saving.isPending;
  }

  /** It is seen again, and so is what nobody looked at meanwhile. A Save that is under way keeps its org. */
  async comeBack(): Promise<void> {
    const { connecting, run } = this.store.state;
    const isWithoutOrg = connecting.kind === 'disconnected' && run?.kind !== 'running';
    await Promise.all([this.look.refresh(), isWithoutOrg ? this.org.resume() : undefined]);
  }

  /** Looks at the workspace, and takes up what was under way. */
  async open(procedure: PublishedProcedure | undefined): Promise<void> {
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
    if (this.saving.isPending) return await this.comeBack();
    const meant = await this.org.meantRegion();
    const isElsewhere = region !== undefined && meant !== undefined && meant !== region;
    if (this.store.state.run !== null || isElsewhere) await this.handle({ type: 'start-over' });
    await this.begin('embeddable');
    if (isElsewhere) this.org.leave();
    await Promise.all([this.look.refresh(), this.org.resume(region)]);
    const { context, memory } = this.store.state;
    if (!context.workspace.files.some((file) => file.uri === uri)) return;
    const change: Draft = { target: { kind: 'existing-file', uri } };
    await this.handle({ type: 'answer', revision: memory.revision + 1, change });
  }

  /** Begins at a client that exists, to change it or to make one like it. A Save of which something stands is shown first. */
  async openWith(start: ClientToEdit | NewDraft): Promise<void> {
    if (this.saving.holdsSomething) return await this.comeBack();
    this.finishWith();
    await this.editing.begin(start);
  }

  /** The client that is being changed, or was; undefined while the wizard is at something else. */
  get edited(): EditedClient | undefined {
    return this.editing.client;
  }

  /**
   * The wizard was asked for, not restored: it asks first what it is for. What was half filled in, perhaps for something
   * else, is not gone on with by itself, but offered. A Save and its result stay.
   */
  async begin(procedure: PublishedProcedure | undefined): Promise<void> {
    const { memory, run } = this.store.state;
    // A change of a client that is through is no result that anybody has to take anything from.
    if (run?.kind === 'finished' && run.change !== undefined) this.finishWith();
    else if (run !== null) return;
    if (memory.procedure === procedure) return;
    if (procedure !== undefined) await this.handle({ type: 'choose-procedure', procedure });
    else await this.handle({ type: 'start-over' });
  }

  /** Looks at the files of the workspace again; the page follows. */
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

  /** Does what the person did or asked for on the page. */
  async handle(message: PageMessage): Promise<void> {
    const isSaving = this.store.state.run?.kind === 'running';
    if (isDraftAction(message)) {
      // While Save is under way its answers stay as they are, whatever a page may say.
      if (!isSaving) await this.act(message);
    } else if (!isSaving || !CHANGES_ORG.has(message.type)) await carryOut(this.commands, message);
  }

  dispose(): void {
    this.org.dispose();
    this.proving.dispose();
    this.needs.dispose();
  }

  private readonly commands: Commands = {
    ready: () => this.tellAll(),
    list: ({ id, query }) => {
      const found = this.store.rows(query);
      if (found !== undefined) this.page.tell({ type: 'listed', id, query, found });
    },
    'read-json': async ({ text }) => {
      const reading = readClientJson(text ?? (await this.ports.clipboard.read()));
      this.page.tell({ type: 'json-read', reading });
    },
    'find-needs': async ({ text, anew }) => await this.needs.find(text, anew),
    'find-operations': async (asked) => this.page.tell(await this.needs.operations(asked)),
    'take-description': async () => await this.needs.takeFile(),
    'stop-finding': () => this.needs.stop(),
    connect: async ({ way }) => await this.org.connect(way),
    'connect-again': async () => await this.org.connectAgain(),
    'try-regions': async () => await this.org.tryRegions(),
    'client-prepared': async () => await this.org.useNewClient(),
    'sign-in-again': async () => await this.signInAgain(),
    'open-admin-page': async () => await openAdminPage(this.store.state, this.ports.show),
    'restore-scim-role': async () => await this.access.restore(),
    'restore-altered-role': async () => await this.access.restoreAltered(),
    'grant-scim-role': async () => await this.access.grant(),
    'copy-as': async ({ format }) =>
      await copy(format, exportOf(format, this.store.state), this.ports.clipboard, this.page),
    disconnect: async () => await this.org.disconnect(),
    refresh: async () => {
      await this.look.refresh();
      await this.org.reload();
    },
    cancel: () => (this.store.state.run?.kind === 'running' ? this.saving.cancel() : this.org.cancel()),
    save: async ({ plan }) => {
      // What still signs in elsewhere would take the org away.
      this.org.endAttempt();
      await this.saving.save(plan);
    },
    retry: async ({ createAnyway }) => await this.saving.retry(createAnyway),
    'back-to-answers': () => this.saving.close(),
    'take-back': async () => await this.saving.takeBack(),
    'keep-client': async () => await this.saving.keepAfterAll(),
    'look-again': () => this.editing.lookAgain(),
    'undo-change': async () => await this.saving.undo(),
    'open-client': async () => await openClient(this.store.state, this.ports.clients, 'open'),
    'delete-client': async () => await this.saving.remove(),
    'replace-secret': async () => await this.saving.replaceSecret(),
    'try-login': async ({ redirectUri }) => await this.proving.tryLogin(redirectUri),
    'cancel-login': () => this.proving.forget(),
    'find-out-why': async () => await openClient(this.store.state, this.ports.clients, 'findOutWhy'),
    'save-calendar': async () => await saveCalendar(this.store.state, this.ports.show),
    copy: async ({ what }) =>
      await copy(what, await textOf(what, this.store.state, this.saving), this.ports.clipboard, this.page),
    'show-practice-guide': async ({ region }) => await this.guiding.show(region),
    'leave-practice-guide': () => this.guiding.leave(),
    'open-file': async ({ uri, line = 1 }) =>
      await openShownFile(this.store.state, this.ports.workspace, uri, line),
    'open-topic': async ({ topic }) => await this.ports.show.topic(topic),
    'show-log': () => this.ports.show.log(),
  };

  private async act(action: DraftAction): Promise<void> {
    if (LEAVES_RUN.has(action.type)) {
      await this.saving.untilThrough();
      this.saving.settle();
    }
    const { memory: before } = this.store.state;
    const memory = remember(before, action, this.ports.clock.now().toISOString());
    if (memory !== before) this.store.update({ memory });
    switch (action.type) {
      case 'go':
      case 'attempt':
      case 'discard-draft':
        return;
      case 'answer':
      case 'replace-draft':
        return await this.follow(before.draft);
      case 'choose-procedure':
        this.needs.forget();
        await this.access.load();
        return await this.follow(before.draft);
      case 'start-over':
      case 'another-region':
        this.finishWith();
        this.org.endAttempt();
        return await this.follow(before.draft);
      case 'take-up-draft':
        this.finishWith();
        await this.org.takeUp();
        await this.loadMore();
        return await this.follow(before.draft);
    }
  }

  /** The Save that is shown, what was proven of its client, and what that was to need are of no more interest. */
  private finishWith(): void {
    this.needs.forget();
    this.proving.forget();
    this.saving.close();
  }

  /** Goes on with the Save that stopped; in another org there is nothing to go on with, only answers to look at again. */
  private async signInAgain(): Promise<void> {
    const { org, region } = this.store.state.run?.saved.place ?? {};
    if (org === undefined || region === undefined) return;
    switch (await this.org.signInAgain({ id: org.id, region })) {
      case 'same-org':
        return await this.saving.retry(false);
      case 'other-org':
        return this.saving.abandon();
      case 'not-signed-in':
    }
  }

  /** Some answers change what is to be known: whether a secret is kept, what is needed, what would change in framework.js. */
  private async follow(before: Draft): Promise<void> {
    const { adopts, grantType, moreRegions = [] } = this.store.state.memory.draft;
    if (adopts !== before.adopts) await lookForSecret(this.ports.secrets, this.store);
    if (grantType !== before.grantType) this.needs.again();
    if (!isEqual(moreRegions, before.moreRegions ?? [])) await this.look.refresh();
  }

  private async loadMore(): Promise<void> {
    await Promise.all([this.access.load(), lookForSecret(this.ports.secrets, this.store)]);
    this.needs.again();
  }
}
