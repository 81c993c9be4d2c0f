import { isDeepStrictEqual } from 'node:util';
import {
  type Context,
  clientRegion,
  type Destination,
  type Org,
  type Workspace,
} from '../../src/core/procedures/context.ts';
import { type Effects, type Execution, startExecution } from '../../src/core/procedures/execute.ts';
import { describeFrameworkFile, type FoundFile } from '../../src/core/procedures/frameworkFile.ts';
import { plan as planOf } from '../../src/core/procedures/index.ts';
import type { Plan } from '../../src/core/procedures/plan.ts';
import type { Run } from '../../src/core/procedures/run.ts';
import { readClientJson } from '../../src/core/procedures/startFrom/json.ts';
import type { Way } from '../../src/core/signIn/ways.ts';
import { HostMessage, PageMessage } from '../../src/core/wizard/messages.ts';
import { remember } from '../../src/core/wizard/remember.ts';
import { type Memory, NOTHING_REMEMBERED, type WizardState } from '../../src/core/wizard/state.ts';
import { Conveyor } from './conveyor.ts';
import { workingEffects } from './effects.ts';
import { aFile, allWays, anOrg, scimFiles as aScimPlace, newFile, scimRole } from './samples.ts';

export type HostOptions = {
  memory?: Partial<Memory>;
  org?: Org;
  /** Connected to the org from the start (true unless said otherwise). */
  connected?: boolean;
  files?: readonly FoundFile[];
  newFiles?: Workspace['newFiles'];
  scimFiles?: Workspace['scimFiles'];
  roleChange?: WizardState['roleChange'];
  effects?: Partial<Effects>;
  connecting?: WizardState['connecting'];
  ways?: readonly Way[];
  /** The client is made on the admin page of this region, without signing in. */
  adminPageRegion?: string;
  outlastsWindow?: boolean;
  run?: Run;
};

/** What the host finds out about an org and a workspace, with the real reading of framework.js. */
export function contextOf({
  org,
  adminPageRegion,
  files,
  newFiles = [newFile],
  scimFiles = aScimPlace,
}: {
  org?: Org | undefined;
  adminPageRegion?: string | undefined;
  files: readonly FoundFile[];
  newFiles?: Workspace['newFiles'];
  scimFiles?: Workspace['scimFiles'];
}): Context {
  return contextFor(destinationOf(org, adminPageRegion), files, { newFiles, scimFiles });
}

function contextFor(
  destination: Destination,
  files: readonly FoundFile[],
  places: Pick<Workspace, 'newFiles' | 'scimFiles'>,
): Context {
  const region = clientRegion({ destination });
  const workspace = { files: files.map((file) => describeFrameworkFile(file, region)), ...places };
  return { destination, workspace, today: '2026-11-22' };
}

function destinationOf(org: Org | undefined, adminPageRegion: string | undefined): Destination {
  if (adminPageRegion !== undefined) return { kind: 'admin-page', region: adminPageRegion };
  return org === undefined ? { kind: 'undecided' } : { kind: 'org', org };
}

/** The extension's side of the wizard, as src/host/wizard has it, with org, files and keyring made up. */
export class FakeHost {
  /** What the page sent, in order. */
  readonly received: PageMessage[] = [];
  /** What is on the clipboard, which only the host may read. */
  clipboard = '';
  /** How long a message travels, either way. */
  latencyMilliseconds = 0;
  files: readonly FoundFile[];
  state: WizardState;
  /** How often the org was asked to create a client. */
  clientsRequested = 0;
  private effects: Effects;
  private org: Org;
  private readonly places: Pick<Workspace, 'newFiles' | 'scimFiles'>;
  private readonly toPage: Conveyor<HostMessage>;
  private readonly toHost: Conveyor<unknown>;
  private execution: Execution | undefined;
  private underWay = new AbortController();

  constructor(
    {
      memory,
      org,
      connected = true,
      adminPageRegion,
      files,
      newFiles,
      scimFiles,
      effects,
      ...others
    }: HostOptions,
    deliver: (message: HostMessage) => Promise<void>,
  ) {
    this.org = org ?? anOrg();
    this.files = files ?? [aFile()];
    this.places = { newFiles: newFiles ?? [newFile], scimFiles: scimFiles ?? aScimPlace };
    this.effects = { ...workingEffects(), ...effects };
    const { connecting, ways, outlastsWindow, roleChange, run } = others;
    const isConnected = connected && adminPageRegion === undefined;
    this.state = {
      memory: {
        ...NOTHING_REMEMBERED,
        procedure: 'embeddable',
        ...(adminPageRegion && { adminPageRegion }),
        ...memory,
      },
      context: contextOf({
        org: isConnected ? this.org : undefined,
        adminPageRegion,
        files: this.files,
        ...this.places,
      }),
      connecting: connecting ?? { kind: isConnected ? 'connected' : 'disconnected' },
      ways: [...(ways ?? allWays)],
      outlastsWindow: outlastsWindow ?? true,
      roleChange: roleChange ?? null,
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

  /** Looks at the files again. */
  private contextFor(destination: Destination): Context {
    return contextFor(destination, this.files, this.places);
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
        this.proceed(false);
        break;
      case 'disconnect':
        this.update({
          connecting: { kind: 'disconnected' },
          context: this.contextFor({ kind: 'undecided' }),
        });
        break;
      case 'refresh':
        this.update({ context: this.contextFor(this.state.context.destination) });
        break;
      case 'cancel':
        this.underWay.abort();
        break;
      case 'restore-scim-role':
        this.changeAccess(({ roles }) => ({ roles: withScimRole(roles) }));
        break;
      case 'grant-scim-role':
        this.changeAccess(({ held }) => ({ held: withScimGrant(held) }));
        break;
      case 'copy-as':
        this.post({ type: 'copied', what: message.format });
        break;
      case 'take-back':
        void this.execution?.takeBack();
        break;
      case 'save':
        this.save(message.plan);
        break;
      case 'retry':
        this.proceed(message.createAnyway);
        break;
      case 'back-to-answers':
      case 'start-over':
      case 'take-up-draft':
        this.update({ run: null, planChanged: false });
        break;
      case 'copy':
        this.post({ type: 'copied', what: message.what });
        break;
      case 'read-json':
        this.post({ type: 'json-read', reading: readClientJson(message.text ?? this.clipboard) });
        break;
      case 'choose-procedure':
      case 'answer':
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
    this.execution = startExecution(plan, this.countedEffects(), (run) => this.report(run));
    this.proceed(false);
  }

  /** What became a client is no draft any more. */
  private report(run: Run): void {
    const { memory } = this.state;
    const becameClient = run.client !== undefined && run.kind !== 'taken-back';
    this.update({ run, memory: { ...memory, becameClient } });
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
      readClient: (id) => this.effects.readClient(id),
      makeToken: (id) => this.effects.makeToken(id),
      prove: (step, id) => this.effects.prove(step, id),
      writeScimFile: (step, made) => this.effects.writeScimFile(step, made),
      deleteClient: (client, request) => this.effects.deleteClient(client, request),
      editFrameworkFile: (step, id) => this.effects.editFrameworkFile(step, id),
      createFrameworkFile: (step, id) => this.effects.createFrameworkFile(step, id),
    };
  }

  private proceed(createAnyway: boolean): void {
    this.underWay = new AbortController();
    void this.execution?.proceed(this.underWay.signal, { createAnyway });
  }
}

function withScimRole(roles: Org['access']['roles']): Org['access']['roles'] {
  return roles.kind === 'known' ? { kind: 'known', value: [...roles.value, scimRole] } : roles;
}

function withScimGrant(held: Org['access']['held']): Org['access']['held'] {
  const grant = { roleId: scimRole.id, roleName: scimRole.name, divisionId: '*' };
  return held.kind === 'known' ? { kind: 'known', value: [...held.value, grant] } : held;
}
