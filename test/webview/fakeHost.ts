import { isDeepStrictEqual } from 'node:util';
import type { Context, Destination, Org } from '../../src/core/procedures/context.ts';
import type { FoundFile } from '../../src/core/procedures/frameworkFile.ts';
import { plan as planOf } from '../../src/core/procedures/index.ts';
import type { Plan } from '../../src/core/procedures/plan.ts';
import type { Run } from '../../src/core/procedures/run.ts';
import { readClientJson } from '../../src/core/procedures/startFrom/json.ts';
import { HostMessage, PageMessage } from '../../src/core/wizard/messages.ts';
import { remember } from '../../src/core/wizard/remember.ts';
import type { WizardState } from '../../src/core/wizard/state.ts';
import { Conveyor } from './conveyor.ts';
import { FakeSaves } from './fakeSaves.ts';
import { contextFor, type Places } from './hostContext.ts';
import { type HostOptions, startOf } from './hostStart.ts';
import { scimRole } from './samples.ts';

/** The extension's side of the wizard, as src/host/wizard has it, with org, files and keyring made up. */
export class FakeHost {
  /** What the page sent, in order. */
  readonly received: PageMessage[] = [];
  /** What is on the clipboard, which only the host may read. */
  clipboard = '';
  /** How long a message travels, either way. */
  latencyMilliseconds = 0;
  readonly saves: FakeSaves;
  files: readonly FoundFile[];
  state: WizardState;
  private org: Org;
  private readonly places: Places;
  private readonly toPage: Conveyor<HostMessage>;
  private readonly toHost: Conveyor<unknown>;

  constructor(options: HostOptions, deliver: (message: HostMessage) => Promise<void>) {
    const { org, files, places, state } = startOf(options);
    this.org = org;
    this.files = files;
    this.places = places;
    this.state = state;
    this.saves = new FakeSaves(options.effects);
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

  /** Looks at the files again. */
  private contextFor(destination: Destination): Context {
    return contextFor(destination, this.files, this.places, this.state.memory.draft.moreRegions);
  }

  /** Signs in to the org at once; the admin page of its region is where others make their client. */
  private connect(way: string): void {
    const { adminPageRegion: _, ...memory } = this.state.memory;
    if (way === 'admin-page') {
      const adminPageRegion = this.org.region;
      this.update({
        memory: { ...memory, adminPageRegion },
        connecting: { kind: 'disconnected' },
        context: this.contextFor({ kind: 'admin-page', region: adminPageRegion }),
      });
      return;
    }
    this.update({
      memory,
      connecting: { kind: 'connected' },
      context: this.contextFor({ kind: 'org', org: this.org }),
    });
  }

  private handle(message: PageMessage): void {
    this.received.push(message);
    const memory = remember(this.state.memory, message, new Date().toISOString());
    if (memory !== this.state.memory) this.update({ memory });
    switch (message.type) {
      case 'ready':
        this.post({ type: 'state', state: this.state });
        break;
      case 'connect':
        this.connect(message.way);
        break;
      case 'connect-again':
      case 'try-regions':
      case 'client-prepared':
        this.connect('browser');
        break;
      case 'sign-in-again':
        this.connect('browser');
        this.saves.proceed(false);
        break;
      case 'disconnect':
        this.update({
          connecting: { kind: 'disconnected' },
          context: this.contextFor({ kind: 'undecided' }),
        });
        break;
      case 'answer':
        if ('moreRegions' in message.change) {
          this.update({ context: this.contextFor(this.state.context.destination) });
        }
        break;
      case 'refresh':
        this.update({ context: this.contextFor(this.state.context.destination) });
        break;
      case 'cancel':
        this.saves.cancel();
        break;
      case 'restore-scim-role':
        this.changeAccess(({ roles }) => ({ roles: withScimRole(roles) }));
        break;
      case 'restore-altered-role':
        this.changeAccess(({ roles }) => ({ roles: withShippedRole(roles) }));
        break;
      case 'grant-scim-role':
        this.changeAccess(({ held }) => ({ held: withScimGrant(held) }));
        break;
      case 'copy-as':
        this.post({ type: 'copied', what: message.format });
        break;
      case 'take-back':
        this.saves.takeBack();
        break;
      case 'save':
        this.save(message.plan);
        break;
      case 'retry':
        this.saves.proceed(message.createAnyway);
        break;
      case 'try-login':
        this.update({ proof: { kind: 'under-way', stage: 'in-browser' } });
        break;
      case 'cancel-login':
        this.update({ proof: null });
        break;
      case 'back-to-answers':
      case 'start-over':
      case 'another-region':
      case 'take-up-draft':
        this.update({ run: null, proof: null, planChanged: false });
        break;
      case 'copy':
        this.post({ type: 'copied', what: message.what });
        break;
      case 'read-json':
        this.post({ type: 'json-read', reading: readClientJson(message.text ?? this.clipboard) });
        break;
      case 'choose-procedure':
      case 'replace-draft':
      case 'discard-draft':
      case 'go':
      case 'attempt':
      case 'open-admin-page':
      case 'open-file':
      case 'open-topic':
      case 'show-log':
        break;
    }
  }

  /** The org changes who may do what, and notices at once. */
  private changeAccess(change: (access: Org['access']) => Partial<Org['access']>): void {
    const { access } = this.org;
    this.org = { ...this.org, access: { ...access, ...change(access) } };
    this.update({ context: this.contextFor({ kind: 'org', org: this.org }) });
  }

  private save(shown: Plan): void {
    const { memory, run } = this.state;
    if (run !== null || memory.procedure === undefined) return;
    const context = this.contextFor(this.state.context.destination);
    const plan = planOf(memory.procedure, memory.draft, context);
    const isAsShown = isDeepStrictEqual(plan, shown);
    this.update({ context, planChanged: !isAsShown });
    if (plan === undefined || !isAsShown) return;
    this.saves.begin(plan, (run) => this.report(run));
  }

  /** What became a client is no draft any more. */
  private report(run: Run): void {
    const { memory } = this.state;
    const becameClient = run.client !== undefined && run.kind !== 'taken-back';
    this.update({ run, memory: { ...memory, becameClient } });
  }
}

function withScimRole(roles: Org['access']['roles']): Org['access']['roles'] {
  return roles.kind === 'known' ? { kind: 'known', value: [...roles.value, scimRole] } : roles;
}

function withShippedRole(roles: Org['access']['roles']): Org['access']['roles'] {
  if (roles.kind !== 'known') return roles;
  return { kind: 'known', value: roles.value.map((role) => (role.id === scimRole.id ? scimRole : role)) };
}

function withScimGrant(held: Org['access']['held']): Org['access']['held'] {
  const grant = { roleId: scimRole.id, roleName: scimRole.name, divisionId: '*' };
  return held.kind === 'known' ? { kind: 'known', value: [...held.value, grant] } : held;
}
