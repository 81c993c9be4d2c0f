import { isDeepStrictEqual } from 'node:util';
import type { Context, Org, Workspace } from '../../src/core/procedures/context.ts';
import { type Effects, type Execution, startExecution } from '../../src/core/procedures/execute.ts';
import { describeFrameworkFile, type FoundFile } from '../../src/core/procedures/frameworkFile.ts';
import { plan as planOf } from '../../src/core/procedures/index.ts';
import type { Plan } from '../../src/core/procedures/plan.ts';
import type { Run } from '../../src/core/procedures/run.ts';
import { HostMessage, PageMessage } from '../../src/core/wizard/messages.ts';
import { remember } from '../../src/core/wizard/remember.ts';
import { type Memory, NOTHING_REMEMBERED, type WizardState } from '../../src/core/wizard/state.ts';
import { Conveyor } from './conveyor.ts';
import { workingEffects } from './effects.ts';
import { aFile, anOrg, newFile } from './samples.ts';

export type HostOptions = {
  memory?: Partial<Memory>;
  org?: Org;
  /** Connected to the org from the start (true unless said otherwise). */
  connected?: boolean;
  files?: readonly FoundFile[];
  newFiles?: Workspace['newFiles'];
  effects?: Partial<Effects>;
  connecting?: WizardState['connecting'];
  run?: Run;
};

/** What the host finds out about an org and a workspace, with the real reading of framework.js. */
export function contextOf({
  org,
  files,
  newFiles = [newFile],
}: {
  org: Org | undefined;
  files: readonly FoundFile[];
  newFiles?: Workspace['newFiles'];
}): Context {
  const workspace = { files: files.map((file) => describeFrameworkFile(file, org?.region)), newFiles };
  return { org, workspace, today: '2026-11-22' };
}

/** The extension's side of the wizard, as src/host/wizard has it, with org, files and keyring made up. */
export class FakeHost {
  /** What the page sent, in order. */
  readonly received: PageMessage[] = [];
  /** How long a message travels, either way. */
  latencyMilliseconds = 0;
  files: readonly FoundFile[];
  state: WizardState;
  /** How often the org was asked to create a client. */
  clientsRequested = 0;
  private effects: Effects;
  private readonly org: Org;
  private readonly newFiles: Workspace['newFiles'];
  private readonly toPage: Conveyor<HostMessage>;
  private readonly toHost: Conveyor<unknown>;
  private execution: Execution | undefined;
  private underWay = new AbortController();

  constructor(
    { memory, org, connected = true, files, newFiles, effects, connecting, run }: HostOptions,
    deliver: (message: HostMessage) => Promise<void>,
  ) {
    this.org = org ?? anOrg();
    this.files = files ?? [aFile()];
    this.newFiles = newFiles ?? [newFile];
    this.effects = { ...workingEffects(), ...effects };
    this.state = {
      memory: { ...NOTHING_REMEMBERED, procedure: 'embeddable', ...memory },
      context: this.contextOf(connected ? this.org : undefined),
      connecting: connecting ?? { kind: connected ? 'connected' : 'disconnected' },
      run: run ?? null,
      planChanged: false,
    };
    const latency = () => this.latencyMilliseconds;
    this.toPage = new Conveyor(latency, deliver);
    this.toHost = new Conveyor(latency, (message) => this.handle(PageMessage.parse(message)));
  }

  /** Takes what the page sent, which arrives later. */
  receive(message: unknown): void {
    this.toHost.send(message);
  }

  /** Tells the page something, as the real host would: checked first. */
  post(message: HostMessage): void {
    this.toPage.send(HostMessage.parse(message));
  }

  update(change: Partial<WizardState>): void {
    this.state = { ...this.state, ...change };
    this.post({ type: 'state', state: change });
  }

  /** Resolves when nothing is on its way any more. */
  async quiet(): Promise<void> {
    await this.toHost.empty();
    await this.toPage.empty();
  }

  /** From now on nothing goes wrong any more. */
  repair(): void {
    this.effects = workingEffects();
  }

  private contextOf(org: Org | undefined): Context {
    return contextOf({ org, files: this.files, newFiles: this.newFiles });
  }

  private handle(message: PageMessage): void {
    this.received.push(message);
    const memory = remember(this.state.memory, message);
    if (memory !== this.state.memory) this.update({ memory });
    switch (message.type) {
      case 'ready':
        this.post({ type: 'state', state: this.state });
        break;
      case 'connect':
        this.update({ connecting: { kind: 'connected' }, context: this.contextOf(this.org) });
        break;
      case 'disconnect':
        this.update({ connecting: { kind: 'disconnected' }, context: this.contextOf(undefined) });
        break;
      case 'refresh':
        this.update({ context: this.contextOf(this.state.context.org) });
        break;
      case 'cancel':
        this.underWay.abort();
        break;
      case 'save':
        this.save(message.plan);
        break;
      case 'retry':
        this.proceed(message.createAnyway);
        break;
      case 'back-to-answers':
      case 'start-over':
        this.update({ run: null, planChanged: false });
        break;
      case 'copy':
        this.post({ type: 'copied', what: message.what });
        break;
      case 'choose-procedure':
      case 'answer':
      case 'go':
      case 'attempt':
      case 'open-file':
      case 'open-topic':
      case 'show-log':
        break;
    }
  }

  private save(shown: Plan): void {
    const { memory, run } = this.state;
    if (run !== null || memory.procedure === undefined) return;
    const context = this.contextOf(this.state.context.org);
    const plan = planOf(memory.procedure, memory.draft, context);
    const isAsShown = isDeepStrictEqual(plan, shown);
    this.update({ context, planChanged: !isAsShown });
    if (plan === undefined || !isAsShown) return;
    this.execution = startExecution(plan, this.countedEffects(), (run) => this.update({ run }));
    this.proceed(false);
  }

  /** The effects of the moment, whatever they are when they are asked for. */
  private countedEffects(): Effects {
    return {
      createClient: (request, signal) => {
        this.clientsRequested += 1;
        return this.effects.createClient(request, signal);
      },
      findCreatedClient: (request) => this.effects.findCreatedClient(request),
      keepSecret: (client, secret) => this.effects.keepSecret(client, secret),
      editFrameworkFile: (step, id) => this.effects.editFrameworkFile(step, id),
      createFrameworkFile: (step, id) => this.effects.createFrameworkFile(step, id),
    };
  }

  private proceed(createAnyway: boolean): void {
    this.underWay = new AbortController();
    void this.execution?.proceed(this.underWay.signal, { createAnyway });
  }
}
