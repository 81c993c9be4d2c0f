import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { check, plan } from '../../src/core/procedures/index.ts';
import type { HostMessage, PageMessage } from '../../src/core/wizard/messages.ts';
import type { Memory, WizardState } from '../../src/core/wizard/state.ts';
import { createLog } from '../../src/host/log.ts';
import { createServices, type ExtensionContext } from '../../src/host/services.ts';
import { recall } from '../../src/host/wizard/memory.ts';
import { Wizard } from '../../src/host/wizard/wizard.ts';
import { makeTemporaryFolder } from '../host/temporaryFolder.ts';

/** What a test may ask the practice org to do. */
export type Trouble = {
  kind:
    | 'forbidden'
    | 'too-many-requests'
    | 'server-error'
    | 'unavailable'
    | 'dropped'
    | 'lost'
    | 'truncated'
    | 'html';
  times: number;
  method?: string;
  pathPrefix?: string;
};

/** A wizard with a real practice org behind it and a page that only listens. */
export type Rehearsal = {
  state(): WizardState;
  /** Everything the page was ever told, as it travelled. */
  told: string[];
  does(message: PageMessage): Promise<void>;
  /** Signs in as this person; undefined cancels where one is asked who to be. */
  connectAs(loginHint: string | undefined): Promise<void>;
  save(): Promise<void>;
  /** As in the Accounts menu. */
  signOutElsewhere(): Promise<void>;
  trouble(...troubles: Trouble[]): Promise<void>;
  refuseImplicit(): Promise<void>;
  /** How many requests to create a client the org received. */
  clientsCreated(): Promise<number>;
  secretKept(clientId: string): Promise<string | undefined>;
  /** The tab is closed; what is under way goes on unseen. */
  closeTab(): void;
  /** What a wizard opened now would start from. */
  remembered(): Memory;
  dispose(): Promise<void>;
};

export async function rehearse(secrets: vscode.SecretStorage = inMemorySecrets()): Promise<Rehearsal> {
  const told: string[] = [];
  let state: Extract<HostMessage, { type: 'state' }>['state'] = {};
  const listen = (message: HostMessage) => {
    told.push(JSON.stringify(message));
    if (message.type === 'state') state = { ...state, ...message.state };
  };
  const changes = new vscode.EventEmitter<vscode.AuthenticationProviderAuthenticationSessionsChangeEvent>();
  const storage = await makeTemporaryFolder('storage');
  const context = inMemoryContext(secrets, vscode.Uri.file(storage.path));
  const services = createServices(context, createLog(), changes);
  const wizard = new Wizard(services, listen);
  const org = await services.practiceOrg.reach();
  await steer('POST', 'reset');
  await wizard.open('embeddable');
  await wizard.handle({ type: 'ready' });

  async function steer(method: string, what: string, body?: unknown): Promise<Response> {
    const response = await fetch(`${org.baseUrl}/practice/${what}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    assert.ok(response.ok, `${method} ${what}: ${response.status}`);
    return response;
  }

  function whole(): WizardState {
    const { memory, context, connecting, run, planChanged } = state;
    assert.ok(memory && context && connecting && run !== undefined && planChanged !== undefined);
    return { memory, context, connecting, run, planChanged };
  }

  return {
    told,
    state: whole,
    does: async (message) => await wizard.handle(message),
    connectAs: async (loginHint) => {
      const place = org.people.findIndex((person) => person.loginHint === loginHint);
      assert.equal(place === -1, loginHint === undefined);
      const undo = answerQuickPicks(place);
      await wizard.handle({ type: 'connect' }).finally(undo);
    },
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
      await steer('PATCH', 'switches', { troubles });
    },
    refuseImplicit: async () => {
      await steer('PATCH', 'switches', { implicitRefused: true });
    },
    clientsCreated: async () => {
      const requests: { method: string; path: string; status: number | null }[] = await (
        await steer('GET', 'requests')
      ).json();
      const posts = requests.filter(
        ({ method, path }) => method === 'POST' && path === '/api/v2/oauth/clients',
      );
      return posts.length;
    },
    secretKept: async (clientId) => await services.secrets.get(clientId),
    closeTab: () => wizard.dispose(),
    remembered: () => recall(context.workspaceState),
    dispose: async () => {
      wizard.dispose();
      services.practiceOrg.dispose();
      await storage.remove();
    },
  };
}

/** Answers every quick pick with the row at this place; returns a function that undoes that. */
function answerQuickPicks(place: number): () => void {
  const { showQuickPick } = vscode.window;
  Reflect.set(vscode.window, 'showQuickPick', async (rows: readonly unknown[]) => rows[place]);
  return () => Reflect.set(vscode.window, 'showQuickPick', showQuickPick);
}

function inMemoryContext(secrets: vscode.SecretStorage, storage: vscode.Uri): ExtensionContext {
  const extension = vscode.extensions.all.find(
    ({ packageJSON }) => packageJSON.name === 'genesys-oauth-wizard',
  );
  assert.ok(extension);
  const memory = new Map<string, string>();
  return {
    secrets,
    extensionUri: extension.extensionUri,
    asAbsolutePath: (path) => vscode.Uri.joinPath(extension.extensionUri, path).fsPath,
    globalStorageUri: storage,
    subscriptions: [],
    workspaceState: {
      keys: () => [...memory.keys()],
      get: <T>(key: string, fallback?: T) => {
        const stored = memory.get(key);
        return stored === undefined ? fallback : JSON.parse(stored);
      },
      update: async (key: string, value: unknown) => {
        memory.set(key, JSON.stringify(value));
      },
    },
  };
}

/** A keyring; `locked` makes it refuse. */
export function inMemorySecrets(isLocked: () => boolean = () => false): vscode.SecretStorage {
  const kept = new Map<string, string>();
  const change = new vscode.EventEmitter<vscode.SecretStorageChangeEvent>();
  return {
    onDidChange: change.event,
    get: async (key: string) => kept.get(key),
    delete: async (key: string) => {
      kept.delete(key);
    },
    store: async (key: string, value: string) => {
      if (isLocked() && key.includes('clientSecret')) throw new Error('The keyring is locked.');
      kept.set(key, value);
    },
  };
}
