import assert from 'node:assert/strict';
import type { Run } from '../../src/core/operations/run.ts';
import type { OAuthClient } from '../../src/core/platform/oauthClients.ts';
import type { Division, ListedRole } from '../../src/core/procedures/context.ts';
import { check, plan } from '../../src/core/procedures/index.ts';
import type { PlanStep } from '../../src/core/procedures/plan.ts';
import { lasting } from '../../src/core/wizard/drafts.ts';
import type { ListQuery, ListRows } from '../../src/core/wizard/lists.ts';
import type { HostMessage, PageMessage } from '../../src/core/wizard/messages.ts';
import {
  Memory,
  type ToldState,
  toldMore,
  type WizardState,
  wholeState,
} from '../../src/core/wizard/state.ts';
import type { Wizard } from '../../src/core/wizard/wizard.ts';
import { begun, type WizardOptions } from './begun.ts';
import type { World } from './world.ts';

/** A wizard in a world that is made up, with a page that only listens. */
export class ActedWizard {
  /** Everything that the page was told since it began, as it travels. */
  readonly told: string[] = [];
  /** As soon as this step of Save begins, the person cancels it. */
  cancelsBefore: PlanStep['kind'] | undefined;
  private known: ToldState = {};
  private readonly listed: ListRows[] = [];

  private constructor(
    readonly wizard: Wizard,
    readonly world: World,
  ) {}

  /** A wizard that is as far as the options say. */
  static async begin(options: WizardOptions = {}): Promise<ActedWizard> {
    const { wizard, world } = await begun(options, () => undefined);
    const acted = new ActedWizard(wizard, world);
    acted.listen();
    wizard.tellAll();
    return acted;
  }

  /** What a wizard that is opened now would start from. */
  get remembered(): Memory {
    // Until something changes, it is what it began with.
    const kept = lasting(this.world.kept ?? this.state.memory);
    return Memory.parse(JSON.parse(JSON.stringify(kept)));
  }

  /** The tab is closed; returns whether a Save goes on, or waits, unseen. */
  closeTab(): boolean {
    return this.wizard.hide();
  }

  /** The tab is opened again, with a page that has been told nothing. */
  async openTab(): Promise<void> {
    this.known = {};
    this.listen();
    await this.does({ type: 'ready' });
    await this.wizard.comeBack();
  }

  private listen(): void {
    this.wizard.show((message) => this.hear(message));
  }

  private hear(message: HostMessage): void {
    this.told.push(JSON.stringify(message));
    if (message.type === 'listed') this.listed.push(message.found);
    if (message.type !== 'state') return;
    this.known = toldMore(this.known, message.state);
    const { run } = this.known;
    const step = run?.kind === 'running' ? run.plan[run.done]?.kind : undefined;
    if (step !== undefined && step === this.cancelsBefore) void this.does({ type: 'cancel' });
  }

  /** What the page was told. */
  get state(): WizardState {
    const state = wholeState(this.known);
    assert.ok(state);
    return state;
  }

  /** The first rows of a list of the org, all of one that is not long. */
  get clients(): readonly OAuthClient[] {
    const found = this.list('clients-to-copy');
    assert.ok(found.of === 'clients');
    return found.rows;
  }

  get roles(): readonly ListedRole[] {
    const found = this.list('roles');
    assert.ok(found.of === 'roles');
    return found.rows;
  }

  get divisions(): readonly Division[] {
    const found = this.list('divisions');
    assert.ok(found.of === 'divisions');
    return found.rows;
  }

  /** The same, with how many there are; what a page shows once it has asked. */
  list(list: ListQuery['list'], { search = '', from = 0 } = {}): ListRows {
    this.listed.length = 0;
    const { procedure } = this.state.memory;
    assert.ok(procedure);
    void this.does({ type: 'list', id: list, query: { procedure, list, search, from, language: 'en' } });
    const [found] = this.listed;
    assert.ok(found, `${list} is told`);
    return found;
  }

  /** Does what the person did on the page, and resolves when that has come to its end. */
  async does(message: PageMessage): Promise<void> {
    await this.wizard.handle(message);
  }

  /** The same for what a test holds: resolves when it goes no further by itself. */
  async begins(message: PageMessage): Promise<void> {
    void this.does(message);
    await new Promise((resolve) => setImmediate(resolve));
  }

  /** Answers some of the questions. */
  async answers(change: Extract<PageMessage, { type: 'answer' }>['change']): Promise<void> {
    await this.does({ type: 'answer', revision: this.state.memory.revision + 1, change });
  }

  /** The message by which the page saves what Review shows. Fails where nothing could be saved. */
  save(): PageMessage {
    const { memory, context } = this.state;
    assert.ok(memory.procedure);
    const shown = plan(memory.procedure, memory.draft, context);
    assert.ok(shown, JSON.stringify(check(memory.procedure, memory.draft, context)));
    return { type: 'save', plan: shown };
  }

  /** The run, which must be of this kind. */
  run<K extends Run['kind']>(kind: K): Extract<Run, { kind: K }> {
    const { run } = this.state;
    assert.ok(run !== null && isOf(kind, run), JSON.stringify(run));
    return run;
  }
}

function isOf<K extends Run['kind']>(kind: K, run: Run): run is Extract<Run, { kind: K }> {
  return run.kind === kind;
}
