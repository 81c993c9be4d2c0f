import assert from 'node:assert/strict';
import { HostMessage, PageMessage } from '../../src/core/wizard/messages.ts';
import { type ToldState, toldMore, type WizardState, wholeState } from '../../src/core/wizard/state.ts';
import type { Wizard } from '../../src/core/wizard/wizard.ts';
import { begun, type WizardOptions } from '../wizard/begun.ts';
import type { World } from '../wizard/world.ts';
import { Conveyor } from './conveyor.ts';

/** The extension's side of the page: the real wizard in a world that is made up, at the end of a line of any length. */
export class Host {
  /** What the page sent, in order. */
  readonly received: PageMessage[] = [];
  /** How long a message travels, either way. */
  latencyMilliseconds = 0;
  private told: ToldState = {};
  private readonly toPage: Conveyor<HostMessage>;
  private readonly toHost: Conveyor<unknown>;
  private begun: { wizard: Wizard; world: World } | undefined;

  private constructor(deliver: (message: HostMessage) => Promise<void>) {
    const latency = () => this.latencyMilliseconds;
    this.toPage = new Conveyor(latency, deliver);
    this.toHost = new Conveyor(latency, (message) => this.take(PageMessage.parse(message)));
  }

  /** Resolves when the wizard is as far as the options say. */
  static async begin(
    options: WizardOptions,
    deliver: (message: HostMessage) => Promise<void>,
  ): Promise<Host> {
    const host = new Host(deliver);
    host.begun = await begun(options, (message) => host.post(message));
    return host;
  }

  get world(): World {
    assert.ok(this.begun);
    return this.begun.world;
  }

  /** What the page was told so far. */
  get state(): WizardState {
    const state = wholeState(this.told);
    assert.ok(state);
    return state;
  }

  /** Takes what the page sent, which arrives later. */
  receive(message: unknown): void {
    this.toHost.send(message);
  }

  /** Tells the page something. */
  post(message: HostMessage): void {
    if (message.type === 'state') this.told = toldMore(this.told, message.state);
    this.toPage.send(HostMessage.parse(message));
  }

  /** Tells a page that shows another wizard everything. */
  tellAll(): void {
    assert.ok(this.begun);
    this.begun.wizard.tellAll();
  }

  /** Does what the page could ask for. */
  do(message: PageMessage): void {
    assert.ok(this.begun);
    void this.begun.wizard.handle(message);
  }

  /** Resolves when nothing is on its way any more; what a test holds stays held. */
  async quiet(): Promise<void> {
    await this.toHost.empty();
    await new Promise((resolve) => setImmediate(resolve));
    await this.toPage.empty();
  }

  private take(message: PageMessage): void {
    this.received.push(message);
    this.do(message);
  }
}
