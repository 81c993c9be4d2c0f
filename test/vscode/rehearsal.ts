import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { PublishedProcedure } from '../../src/core/procedures/draft.ts';
import { check, plan } from '../../src/core/procedures/index.ts';
import type { FoundCredentials } from '../../src/core/signIn/found.ts';
import type { Environment } from '../../src/core/signIn/ways.ts';
import type { NewDraft } from '../../src/core/wizard/drafts.ts';
import type { ClientToEdit } from '../../src/core/wizard/editDraft.ts';
import type { HostMessage, PageMessage } from '../../src/core/wizard/messages.ts';
import {
  type Memory,
  type ToldState,
  toldMore,
  type WizardState,
  wholeState,
} from '../../src/core/wizard/state.ts';
import { type FrameworkPlace, Wizard } from '../../src/core/wizard/wizard.ts';
import { createLog, type Log } from '../../src/host/log.ts';
import { SecretRecords } from '../../src/host/secrets/secretRecords.ts';
import { createServices, type Services } from '../../src/host/services.ts';
import type { PracticeOrg } from '../../src/core/signIn/practiceOrg.ts';
import type { Session } from '../../src/host/signIn/session.ts';
import { readStored, SESSIONS_KEY } from '../../src/host/signIn/sessions.ts';
import { recall, recallRun } from '../../src/host/wizard/memory.ts';
import { wizardPorts } from '../../src/host/wizard/ports.ts';
import type { TroubleAsked as Trouble } from '../../src/practiceOrg/practice/troubles.ts';
import { shownAt } from '../canaries/sweep.ts';
import { requestsTo, steer } from '../host/steer.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../host/temporaryFolder.ts';
import { inMemoryContext, inMemorySecrets, noClients } from './inMemory.ts';
import { Person } from './person.ts';
import { borrowPracticeOrg, returnPracticeOrg } from './sharedPracticeOrg.ts';

export type { Trouble };

/** A wizard with a real practice org behind it and a page that only listens. */
export type Rehearsal = {
  state(): WizardState;
  /** Everything the page was ever told, as it travelled. */
  told: string[];
  does(message: PageMessage): Promise<void>;
  /** Every line of the log. */
  logged: readonly string[];
  /** All that outlives the window and is no secret storage. */
  remembers(): string;
  /** Who answers when something is asked. */
  person: Person;
  /** As when the wizard's tab is opened again. */
  open(): Promise<void>;
  /** As when it is asked for at an entry of framework.js. */
  openFor(place: FrameworkPlace): Promise<void>;
  /** As when a client is to be changed, or duplicated. */
  openWith(start: ClientToEdit | NewDraft): Promise<void>;
  /** Connects in the way of this name. */
  connect(way: string): Promise<void>;
  /** Signs in to the practice org as this person; undefined cancels where one is asked who to be. */
  connectAs(loginHint: string | undefined): Promise<void>;
  save(): Promise<void>;
  /** As in the Accounts menu. */
  signOutElsewhere(): Promise<void>;
  trouble(...troubles: Trouble[]): Promise<void>;
  /** Lets every answer of the org's API wait this many milliseconds. */
  answersAfter(milliseconds: number): Promise<void>;
  /** The token of the latest sign-in ends at the server, which nobody here is told. */
  endToken(): Promise<void>;
  /** What the keyring holds. */
  stored(): Promise<readonly Session[]>;
  /** As when this window gets the focus back. */
  focus(): Promise<void>;
  /** Turns switches of the practice org. */
  turn(switches: Record<string, unknown>): Promise<void>;
  /** The practice org behind it all. */
  org: PracticeOrg;
  /** The account labels of everybody signed in. */
  accounts(): Promise<string[]>;
  /** Every request that the practice org received, as `METHOD path`. */
  requests(): Promise<string[]>;
  /** How many of these requests, as `METHOD path`, the practice org received. */
  received(request: string): Promise<number>;
  /** How many requests to create a client the org received. */
  clientsCreated(): Promise<number>;
  secretKept(clientId: string): Promise<string | undefined>;
  /** The tab is closed; returns whether a Save goes on, or waits, unseen. */
  closeTab(): boolean;
  /** The tab is opened again, with a page that has been told nothing. */
  openTab(): Promise<void>;
  /** What a wizard opened now would start from. */
  remembered(): Memory;
  dispose(): Promise<void>;
  /** What the features of this window share. */
  readonly services: Services;
  readonly storage: TemporaryFolder;
  readonly secrets: vscode.SecretStorage;
};

const DESKTOP: Environment = { place: 'desktop', browser: true };

export type RehearsalOptions = {
  secrets?: vscode.SecretStorage;
  environment?: Environment;
  found?: readonly FoundCredentials[];
  procedure?: PublishedProcedure;
  /** Another window of the same VS Code. */
  beside?: Rehearsal;
};

export async function rehearse(options: RehearsalOptions = {}): Promise<Rehearsal> {
  const { beside, environment = DESKTOP, found = [], procedure = 'embeddable' } = options;
  const told = shownAt('messages to the page');
  const asked = shownAt('messages of the page');
  let state: ToldState = {};
  const listen = (message: HostMessage) => {
    told.push(JSON.stringify(message));
    if (message.type === 'state') state = toldMore(state, message.state);
  };
  const changes = new vscode.EventEmitter<vscode.AuthenticationProviderAuthenticationSessionsChangeEvent>();
  const storage = beside?.storage ?? (await makeTemporaryFolder('storage'));
  const secrets = beside?.secrets ?? options.secrets ?? inMemorySecrets();
  const context = inMemoryContext(secrets, vscode.Uri.file(storage.path));
  const person = new Person();
  const logged = shownAt('the log');
  const replacements = {
    prompts: person.prompts,
    browser: person.browser,
    environment: () => environment,
    findSignIns: async () => found,
  };
  const services = createServices(context, listenedTo(createLog(), logged), changes, replacements);
  const wizard = new Wizard(wizardPorts(services, noClients), {
    memory: recall(context.workspaceState),
    run: recallRun(context.workspaceState),
  });
  wizard.show(listen);
  await borrowPracticeOrg();
  const org = await services.practiceOrgs.reach();
  if (beside === undefined) await steer(org, 'POST', 'reset');
  await wizard.open(procedure);
  await wizard.handle({ type: 'ready' });

  const requests = async () => await requestsTo(org);

  async function received(request: string): Promise<number> {
    return (await requests()).filter((each) => each === request).length;
  }

  async function stored(): Promise<readonly Session[]> {
    return (await readStored(new SecretRecords(secrets, SESSIONS_KEY)))?.sessions ?? [];
  }

  function whole(): WizardState {
    const known = wholeState(state);
    assert.ok(known);
    return known;
  }

  return {
    told,
    state: whole,
    does: async (message) => {
      asked.push(JSON.stringify(message));
      await wizard.handle(message);
    },
    person,
    logged,
    remembers: () =>
      JSON.stringify([...context.globalState.keys()].map((key) => context.globalState.get(key))),
    org,
    services,
    storage,
    secrets,
    open: async () => await wizard.open(procedure),
    openFor: async (place) => await wizard.openFor(place),
    openWith: async (start) => await wizard.openWith(start),
    connect: async (way) => await wizard.handle({ type: 'connect', way }),
    connectAs: async (loginHint) => {
      person.habits = loginHint === undefined ? {} : { loginHint };
      await wizard.handle({ type: 'connect', way: 'practice-org' });
    },
    accounts: async () => (await services.sessions.all()).map(({ account }) => account.label),
    requests,
    save: async () => {
      const { memory, context } = whole();
      assert.ok(memory.procedure);
      const shown = plan(memory.procedure, memory.draft, context);
      assert.ok(shown, JSON.stringify(check(memory.procedure, memory.draft, context)));
      await wizard.handle({ type: 'save', plan: shown });
    },
    signOutElsewhere: async () => {
      for (const { id } of await services.sessions.all()) await services.signIn.signOut(id);
    },
    trouble: async (...troubles) => {
      await steer(org, 'PATCH', 'switches', { troubles });
    },
    turn: async (switches) => {
      await steer(org, 'PATCH', 'switches', switches);
    },
    answersAfter: async (latencyMs) => {
      await steer(org, 'PATCH', 'switches', { latencyMs });
    },
    endToken: async () => {
      const authorization = `Bearer ${(await stored()).at(-1)?.accessToken}`;
      const answer = await fetch(`${org.baseUrl}/api/v2/tokens/me`, {
        method: 'DELETE',
        headers: { authorization },
      });
      assert.ok(answer.ok);
    },
    stored,
    focus: async () => await services.sessions.lookAgain(),
    received,
    clientsCreated: async () => await received('POST /api/v2/oauth/clients'),
    secretKept: async (clientId) => await services.secrets.get(clientId),
    closeTab: () => wizard.hide(),
    openTab: async () => {
      state = {};
      wizard.show(listen);
      await wizard.handle({ type: 'ready' });
      await wizard.comeBack();
    },
    remembered: () => recall(context.workspaceState),
    dispose: async () => {
      wizard.dispose();
      // Whatever still listens would ask the org of a later test.
      for (const each of context.subscriptions) each.dispose();
      returnPracticeOrg();
      if (beside === undefined) {
        await noteFolder(storage.path);
        await storage.remove();
      }
    },
  };
}

function gone(error: unknown): string {
  if (Object(error).code === 'ENOENT') return '';
  throw error;
}

/** Takes note of what all files of a folder hold, before it goes. */
async function noteFolder(path: string): Promise<void> {
  const texts = shownAt('the storage of the extension');
  for (const entry of await readdir(path, { recursive: true, withFileTypes: true })) {
    // The practice org may be writing still: a draft that goes while it is read is in the file that takes its place.
    const text = entry.isFile()
      ? await readFile(join(entry.parentPath, entry.name), 'latin1').catch(gone)
      : '';
    texts.push(text);
  }
}

/** The log, with every line that is written to it kept in `lines` as well. */
function listenedTo(log: Log, lines: string[]): Log {
  return new Proxy(log, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        lines.push(args.map(String).join(' '));
        return Reflect.apply(value, target, args);
      };
    },
  });
}
