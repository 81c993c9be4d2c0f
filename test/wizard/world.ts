import assert from 'node:assert/strict';
import type { Removal } from '../../src/core/operations/deleteClient.ts';
import type { Effects } from '../../src/core/operations/effects.ts';
import type { Run } from '../../src/core/operations/run.ts';
import type { KnownDescription } from '../../src/core/privileges/description.ts';
import type { Workspace } from '../../src/core/procedures/context.ts';
import type { FoundFile } from '../../src/core/procedures/frameworkFile.ts';
import type { LoadedAccess, LoadedOrg } from '../../src/core/procedures/loadedOrg.ts';
import type { Stage } from '../../src/core/proof/proof.ts';
import type { Attempt, SignInFailure, SignInStage } from '../../src/core/signIn/attempt.ts';
import type { Way } from '../../src/core/signIn/ways.ts';
import type {
  RolePort,
  SessionChange,
  SessionRef,
  SignedInOrg,
  SignInPort,
  SignInResult,
  SignInTry,
  WizardPorts,
} from '../../src/core/wizard/ports.ts';
import type { PracticeGuide } from '../../src/core/wizard/practiceGuide.ts';
import type { Memory } from '../../src/core/wizard/state.ts';
import { workspaceOf } from './context.ts';
import { aDescription } from './description.ts';
import { workingEffects } from './effects.ts';
import { aFile, allWays, anOrg, scimFiles as aScimPlace, newFile, scimRole } from './samples.ts';

/** What there is around a wizard; what is left out is as it mostly is. */
export type WorldOptions = {
  org?: LoadedOrg;
  /** Somebody is signed in to the org from the start (true unless said otherwise). */
  connected?: boolean;
  outlastsWindow?: boolean;
  ways?: readonly Way[];
  files?: readonly FoundFile[];
  newFiles?: Workspace['newFiles'];
  scimFiles?: Workspace['scimFiles'];
  effects?: Partial<Effects>;
  /** Requests about roles that go otherwise than well. */
  roles?: Partial<RolePort>;
  /** Ports that lead elsewhere than into what is made up here. */
  ports?: (world: World, madeUp: WizardPorts) => Partial<WizardPorts>;
};

/** How a try to sign in goes: to its end, until it is ended, or into a failure. */
export type TryGoes =
  | { readonly kind: 'signs-in' }
  | { readonly kind: 'holds'; readonly stage: SignInStage }
  | { readonly kind: 'fails'; readonly failure: SignInFailure };

/** The world around a wizard, made up: an org, files, a keyring and a person, each of which a test can hold or break. */
export class World {
  org: LoadedOrg;
  files: readonly FoundFile[];
  newFiles: Workspace['newFiles'];
  scimFiles: Workspace['scimFiles'];
  sessions: SessionRef[];
  /** How tries to sign in go from now on. */
  tries: TryGoes = { kind: 'signs-in' };
  /** How trying the login of a new client goes. */
  login: Stage = { kind: 'under-way', stage: 'in-browser' };
  /** What becomes of the client that is to be deleted from the page of the result. */
  removal: Removal = { kind: 'deleted' };
  /** How far the practice org gets that other clients are to be pointed at. */
  guide: PracticeGuide = { kind: 'running', region: 'mypurecloud.com', baseUrl: 'http://127.0.0.1:52001' };
  /** What the API says of its operations, or why that could not be read, perhaps later; `held`: it does not come. */
  description: KnownDescription | Promise<KnownDescription> | 'held' = {
    ok: true,
    description: aDescription(),
  };
  /** What is in the file that the person chooses in its place. */
  chosenFile: KnownDescription | undefined;
  clipboard = '';
  now = new Date('2026-11-22T09:00:00.000Z');
  /** How often the org was asked to create a client. */
  clientsRequested = 0;
  /** What was told beside the page. */
  readonly said: string[] = [];
  /** What is known of clients outside the wizard. */
  readonly known: string[] = [];
  readonly opened: string[] = [];
  /** Files that were shown, as `uri:line`. */
  readonly shown: string[] = [];
  kept: Memory | undefined;
  keptRun: Run | undefined;
  readonly secrets = new Map<string, string>();
  readonly ports: WizardPorts;
  private effects: Effects;
  private readonly listeners = new Set<(change: SessionChange) => void>();
  private readonly loads = new Set<(access: LoadedAccess) => void>();
  private held: { attempt: Attempt; end: (result: SignInResult) => void } | undefined;

  constructor(options: WorldOptions = {}) {
    const { org = anOrg(), connected = true, outlastsWindow = true } = options;
    const { files = [aFile()], newFiles = [newFile], scimFiles = aScimPlace, ways = allWays } = options;
    this.org = org;
    this.files = files;
    this.newFiles = newFiles;
    this.scimFiles = scimFiles;
    this.effects = { ...workingEffects(), ...options.effects };
    this.sessions = connected ? [this.session('session-1', outlastsWindow)] : [];
    const madeUp = this.makePorts(ways, options.roles);
    this.ports = { ...madeUp, ...options.ports?.(this, madeUp) };
  }

  /** From now on nothing goes wrong any more, but what is named. */
  repair(effects: Partial<Effects> = {}): void {
    this.effects = { ...workingEffects(), ...effects };
    this.tries = { kind: 'signs-in' };
  }

  /** The try that is held gets on to this stage. */
  report(stage: SignInStage): void {
    assert.ok(this.held, 'a try is under way');
    this.held.attempt.report(stage);
  }

  /** The try that is held comes to its end, in the org of now. */
  finishTry(): void {
    assert.ok(this.held, 'a try is under way');
    this.sessions = [this.session(`session-${this.sessions.length + 2}`)];
    this.held.end({ kind: 'signed-in', signedIn: this.signedIn });
  }

  /** The person cancels the try that is held, where it asks them something. */
  cancelTry(): void {
    assert.ok(this.held, 'a try is under way');
    this.held.end({ kind: 'cancelled' });
  }

  /** The org answers what is being read of its roles. */
  answerAccess(access: LoadedAccess): void {
    this.org = { ...this.org, access };
    for (const load of this.loads) load(access);
    this.loads.clear();
  }

  /** Somebody signs out in another window. */
  signOutElsewhere(): void {
    const removed = this.sessions.map(({ id }) => id);
    this.sessions = [];
    for (const listener of this.listeners) listener({ changed: [], removed });
  }

  private session(id: string, outlastsWindow = true): SessionRef {
    const { region, id: orgId, tokenEndsAt } = this.org;
    return { id, account: `${region}/${orgId}`, region, endsAt: tokenEndsAt, outlastsWindow };
  }

  private get signedIn(): SignedInOrg {
    const session = this.sessions.at(-1);
    assert.ok(session);
    const connection = { apiUrl: this.org.apiUrl, accessToken: 'a token', language: 'en' };
    return { session, org: this.org, connection };
  }

  private makePorts(ways: readonly Way[], roles: Partial<RolePort> = {}): WizardPorts {
    return {
      signIn: this.signInPort(ways),
      roles: {
        load: async () => await this.loadAccess(),
        restoreDefaults: async () => {
          const { roles } = this.org.access;
          if (roles.kind === 'known') this.changeAccess({ roles: known([...roles.value, scimRole]) });
          return { ok: true, value: undefined };
        },
        restoreScimRole: async (_, { id }) => {
          const { roles } = this.org.access;
          if (roles.kind === 'known')
            this.changeAccess({
              roles: known(roles.value.map((role) => (role.id === id ? scimRole : role))),
            });
          return { ok: true, value: 'restored' };
        },
        grant: async (_, roleId) => {
          const { held } = this.org.access;
          const grant = { roleId, roleName: scimRole.name, divisionId: '*' };
          if (held.kind === 'known') this.changeAccess({ held: known([...held.value, grant]) });
          return { ok: true, value: undefined };
        },
        held: async () => {
          const { held } = this.org.access;
          return { ok: true, value: held.kind === 'known' ? held.value.map(({ roleId }) => roleId) : [] };
        },
        ...roles,
      },
      operations: {
        read: async (_, signal) => {
          if (this.description !== 'held') return await this.description;
          await ended(signal);
          return notAnswered;
        },
        choose: async () => this.chosenFile,
      },
      workspace: {
        look: async (regions) => workspaceOf(this, regions),
        showFile: async (uri, line) => {
          this.shown.push(`${uri}:${line}`);
        },
      },
      effects: () => this.countedEffects(),
      tryLogin: async (_, signal, report) => {
        const { login } = this;
        if (login.kind !== 'under-way') return login;
        report(login.stage);
        await ended(signal);
        return { kind: 'cancelled' };
      },
      reachPracticeOrg: async () => {
        const { guide } = this;
        if (guide.kind === 'starting') return await new Promise(() => {});
        return guide;
      },
      clipboard: {
        read: async () => this.clipboard,
        write: async (text) => {
          this.clipboard = text;
        },
        writeSecret: async (secret) => {
          this.clipboard = secret;
        },
      },
      secrets: {
        get: async (clientId) => this.secrets.get(clientId),
        getToken: async (clientId) => this.secrets.get(`token of ${clientId}`),
        replaceLost: async (_, { id }) => {
          this.secrets.set(id, 'another secret');
          return true;
        },
      },
      clients: {
        open: async ({ id }, client) => {
          this.opened.push(`client ${client.id} in ${id}`);
        },
        findOutWhy: async ({ id }, client) => {
          this.opened.push(`why ${client.id} in ${id}`);
        },
        remove: async () => this.removal,
      },
      notify: {
        saveEnded: ({ kind }) => this.said.push(`Save ${kind}`),
        planChanged: () => this.said.push('the plan changed'),
        warn: (failure) => this.said.push(String(failure)),
        clientMade: (org, { id }) => this.known.push(`${id} in ${org.id}`),
        clientGone: (org, id) => this.known.push(`${id} gone from ${org.id}`),
      },
      show: {
        url: async (url) => {
          this.opened.push(url);
        },
        topic: async (topic) => {
          this.opened.push(topic);
        },
        calendar: async ({ region, clientId, provider }) => {
          this.opened.push(`calendar ${provider} ${region} ${clientId}`);
        },
        log: () => this.opened.push('log'),
      },
      clock: { now: () => this.now, wait: async () => undefined },
      keepRun: async (run) => {
        this.keptRun = run;
      },
      keep: (memory) => {
        this.kept = memory;
      },
    };
  }

  private signInPort(ways: readonly Way[]): SignInPort {
    const trying: SignInTry = async (attempt) => await this.try(attempt);
    return {
      ways: async () => [...ways],
      sessions: async () => this.sessions,
      onChange: (listener) => {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
      },
      askRegion: async () => this.org.region,
      signIn: () => trying,
      withNewClient: () => trying,
      again: () => trying,
      anyWay: () => trying,
      open: () => async (attempt) => {
        if (this.tries.kind !== 'signs-in') return await this.try(attempt);
        return { kind: 'signed-in', signedIn: this.signedIn };
      },
      signOut: async (id) => {
        this.sessions = this.sessions.filter((session) => session.id !== id);
      },
      hostsOf: (region) => ({
        apiUrl: `https://api.${region}`,
        loginUrl: `https://login.${region}`,
      }),
    };
  }

  private async try(attempt: Attempt): Promise<SignInResult> {
    const { tries } = this;
    switch (tries.kind) {
      case 'signs-in':
        this.sessions = [this.session(`session-${this.sessions.length + 2}`)];
        return { kind: 'signed-in', signedIn: this.signedIn };
      case 'fails':
        return { kind: 'failed', failure: tries.failure, elsewhere: async (again) => await this.try(again) };
      case 'holds':
        attempt.report(tries.stage);
        return await new Promise((end) => {
          this.held = { attempt, end };
          attempt.signal.addEventListener('abort', () => end({ kind: 'cancelled' }));
        });
    }
  }

  private async loadAccess(): Promise<LoadedAccess> {
    const { access } = this.org;
    if (access.roles.kind !== 'loading') return access;
    return await new Promise((resolve) => this.loads.add(resolve));
  }

  private changeAccess(change: Partial<LoadedAccess>): void {
    this.org = { ...this.org, access: { ...this.org.access, ...change } };
  }

  /** The effects of the moment, whatever they are when they are asked for. */
  private countedEffects(): Effects {
    return {
      createClient: (request) => {
        this.clientsRequested += 1;
        return this.effects.createClient(request);
      },
      createRole: (request) => this.effects.createRole(request),
      findCreatedRole: (request) => this.effects.findCreatedRole(request),
      giveRole: (step, role, signal) => this.effects.giveRole(step, role, signal),
      isRoleThere: (role) => this.effects.isRoleThere(role),
      deleteRole: (role, ours) => this.effects.deleteRole(role, ours),
      changeClient: (change) => this.effects.changeClient(change),
      undoChange: (made) => this.effects.undoChange(made),
      findCreatedClient: (request) => this.effects.findCreatedClient(request),
      keepSecret: async (client, secret) => {
        const kept = await this.effects.keepSecret(client, secret);
        if (kept.ok) this.secrets.set(client.id, secret);
        return kept;
      },
      hasSecret: async (id) => this.secrets.has(id) || (await this.effects.hasSecret(id)),
      readClient: (id) => this.effects.readClient(id),
      makeToken: async (id) => {
        const made = await this.effects.makeToken(id);
        if (made.ok) this.secrets.set(`token of ${id}`, 'kept by the keyring, too');
        return made;
      },
      prove: (step, id) => this.effects.prove(step, id),
      writeScimFile: (step, made) => this.effects.writeScimFile(step, made),
      deleteClient: (client) => this.effects.deleteClient(client),
      restoreClient: (client) => this.effects.restoreClient(client),
      editFrameworkFile: (step, id) => this.effects.editFrameworkFile(step, id),
      createFrameworkFile: (step, id) => this.effects.createFrameworkFile(step, id),
    };
  }
}

const notAnswered: KnownDescription = {
  ok: false,
  why: { kind: 'not-answered', error: { kind: 'cancelled' } },
};

function known<T>(value: T): { kind: 'known'; value: T } {
  return { kind: 'known', value };
}

async function ended(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
}
