import { isDeepStrictEqual } from 'node:util';
import { setClientIds } from '../../src/core/framework/edit.ts';
import { newFrameworkFile } from '../../src/core/framework/newFile.ts';
import type { FileResult } from '../../src/core/operations/effects.ts';
import { rotateSecret } from '../../src/core/operations/rotateSecret.ts';
import type { PlanFiles, SecretKeeper } from '../../src/core/operations/saveEffects.ts';
import { saveEffects } from '../../src/core/operations/saveEffects.ts';
import { ClientRecord } from '../../src/core/platform/clientRecord.ts';
import { resetSecret } from '../../src/core/platform/oauthClients.ts';
import type { OrgHosts } from '../../src/core/platform/orgHosts.ts';
import type { Connection } from '../../src/core/platform/request.ts';
import { fetchDescription } from '../../src/core/privileges/description.ts';
import type { ProcedureId } from '../../src/core/procedures/draft.ts';
import { placementOf } from '../../src/core/procedures/frameworkFile.ts';
import { loadOrg } from '../../src/core/procedures/loadOrg.ts';
import { knownConnections } from '../../src/core/scim/connections.ts';
import { madeConnection } from '../../src/core/scim/madeConnection.ts';
import { updateScimConfig } from '../../src/core/scim/writeConfig.ts';
import type { Attempt } from '../../src/core/signIn/attempt.ts';
import type { ClientToEdit } from '../../src/core/wizard/editDraft.ts';
import type { SessionRef, SignInResult, WizardPorts } from '../../src/core/wizard/ports.ts';
import { rolePort } from '../../src/core/wizard/roleAccess.ts';
import { requestsTo } from '../host/steer.ts';
import type { OrgUnderTest } from '../org/client.ts';
import { ActedWizard } from './acted.ts';
import type { WizardOptions } from './begun.ts';
import { workspaceOf } from './context.ts';
import { newFile } from './samples.ts';
import type { World } from './world.ts';

export const FRAMEWORK = { uri: 'file:///crm/src/framework.js', path: 'src/framework.js' };
export const SCIM = { uri: 'file:///crm/genesys-scim.json', path: 'genesys-scim.json' };

const CREATE = 'POST /api/v2/oauth/clients';

/**
 * The world around a wizard where the org is real: signing in and every request go to a practice org, and files, which
 * are made up, are read and written by what the core makes of them. Keyring, clipboard and person stay made up.
 */
export class OrgDesk {
  /** The time; a test may let it pass faster. */
  now = () => new Date();
  /** Whom one signs in as; undefined cancels where one is asked. */
  person: string | undefined = 'administrator';
  /** The token that one signs in with instead, if any. */
  token: string | undefined;
  /** The region that one chooses where one is asked. */
  region: string;
  isKeyringLocked = false;
  /** Whether one agrees to another secret. */
  agrees = false;
  /** Files that cannot be written to now. */
  readonly unwritable = new Set<string>();
  /** The texts of the workspace, by URI. */
  readonly texts = new Map<string, string>();
  private readonly tokens = new Map<string, string>();
  private waitedMilliseconds = 0;

  constructor(
    readonly org: OrgUnderTest,
    frameworkText: string,
  ) {
    this.region = org.region;
    this.texts.set(FRAMEWORK.uri, frameworkText);
  }

  /** A wizard at this desk that is connected to nothing yet. */
  async begin(procedure?: ProcedureId, options: WizardOptions = {}): Promise<ActedWizard> {
    const memory = { ...options.memory, ...(procedure !== undefined && { procedure }) };
    return await ActedWizard.begin(this.options({ ...options, memory }));
  }

  /** How a wizard begins at this desk, connected to nothing yet. */
  options(options: WizardOptions): WizardOptions {
    const ports = (world: World, madeUp: WizardPorts) => this.ports(world, madeUp);
    return { ...options, connected: false, ports };
  }

  /** Signs in to the org as this person. */
  async connect(wizard: ActedWizard, person: string | undefined = 'administrator'): Promise<void> {
    this.person = person;
    await wizard.does({ type: 'connect', way: 'practice-org' });
  }

  /** Signs in to the org in another window; who listens here is told nothing. */
  async signInElsewhere(world: World): Promise<void> {
    const attempt = { signal: new AbortController().signal, report: () => undefined };
    await this.signIn(world, attempt);
  }

  /** Every request that the org received, as `METHOD path`. */
  async requests(): Promise<string[]> {
    return await requestsTo(this.org);
  }

  /** How many of these requests, as `METHOD path`, the org received. */
  async received(request: string): Promise<number> {
    return (await this.requests()).filter((each) => each === request).length;
  }

  /** How many requests to create a client the org received. */
  async clientsRequested(): Promise<number> {
    return await this.received(CREATE);
  }

  /** As the administrator, outside the wizard; gives the body of the answer. */
  async asAdministrator(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await this.org.call(
      await this.org.signIn('administrator'),
      method,
      `/api/v2${path}`,
      body,
    );
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status}`);
    return answer.body;
  }

  /** The org ends every sign-in of this desk. */
  async endTokens(): Promise<void> {
    for (const token of this.tokens.values()) await this.org.call(token, 'DELETE', '/api/v2/tokens/me');
  }

  /** Makes a client of the org, outside the wizard; gives its ID. */
  async makeClient(request: Readonly<Record<string, unknown>>): Promise<string> {
    return (await this.whole('POST', '/oauth/clients', request)).id;
  }

  /** A client of the org as somebody finds it who wants to change it. */
  async toEdit(id: string): Promise<ClientToEdit> {
    const record = await this.whole('GET', `/oauth/clients/${id}`);
    const { id: orgId, name: orgName } = await this.whole('GET', '/organizations/me');
    const { region } = this.org;
    return { account: `${region}/${orgId}`, orgId, orgName, region, practice: true, record };
  }

  private async whole(method: string, path: string, body?: unknown): Promise<ClientRecord> {
    return ClientRecord.parse(await this.asAdministrator(method, path, body));
  }

  private hosts(): OrgHosts {
    return { apiUrl: this.org.baseUrl, loginUrl: `${this.org.baseUrl}/login` };
  }

  private ports(world: World, madeUp: WizardPorts): Partial<WizardPorts> {
    const signIn = async (attempt: Attempt) => await this.signIn(world, attempt);
    const secrets = this.keeper(world);
    return {
      signIn: {
        ...madeUp.signIn,
        askRegion: async () => this.region,
        signIn: () => signIn,
        withNewClient: () => signIn,
        again: () => signIn,
        anyWay: () => signIn,
        open: (id) => async (attempt) => await this.enter(world, id, this.tokens.get(id) ?? '', attempt),
        hostsOf: () => this.hosts(),
      },
      roles: rolePort,
      operations: {
        ...madeUp.operations,
        read: async (apiUrl, signal) => await fetchDescription(apiUrl, this.now(), signal),
      },
      workspace: { ...madeUp.workspace, look: async (regions) => this.look(regions) },
      effects: (connected, saved) =>
        saveEffects({
          saved,
          connected,
          secrets,
          files: this.files(),
          language: 'en',
          now: () => this.now(),
          wait: async (milliseconds) => await this.pass(milliseconds),
        }),
      secrets: {
        ...madeUp.secrets,
        replaceLost: async (_, { id }) => {
          const connection = this.connection([...this.tokens.values()].at(-1) ?? '');
          if (!this.agrees) return false;
          const rotation = await rotateSecret({
            begin: async () => undefined,
            end: async () => undefined,
            reset: async () => await resetSecret(connection, id),
            keep: async (secret) => void world.secrets.set(id, secret),
            renewSessions: async () => undefined,
          });
          return rotation.kind === 'kept';
        },
      },
      clock: {
        now: () => this.now(),
        wait: async (milliseconds) => await this.pass(milliseconds),
      },
    };
  }

  /** Nobody waits: the org's time goes on instead. */
  private async pass(milliseconds: number): Promise<void> {
    if (milliseconds === 0) return;
    this.waitedMilliseconds += milliseconds;
    await this.org.turn({ clockOffsetSeconds: Math.ceil(this.waitedMilliseconds / 1000) });
  }

  private connection(accessToken: string): Connection {
    return { apiUrl: this.org.baseUrl, accessToken, language: 'en' };
  }

  private async signIn(world: World, attempt: Attempt): Promise<SignInResult> {
    if (this.person === undefined) return { kind: 'cancelled' };
    const token = this.token ?? (await this.org.signIn(this.person));
    const id = `session-of-${this.tokens.size + 1}`;
    this.tokens.set(id, token);
    return await this.enter(world, id, token, attempt);
  }

  private async enter(world: World, id: string, token: string, attempt: Attempt): Promise<SignInResult> {
    attempt.report({ kind: 'loading-org' });
    const { region } = this.org;
    const connection = this.connection(token);
    const address = { region, practice: true, loginUrl: this.hosts().loginUrl };
    attempt.reached?.(connection);
    const loaded = await loadOrg(connection, address, attempt.signal);
    if (attempt.signal.aborted) return { kind: 'cancelled' };
    if (!loaded.ok) {
      const { error } = loaded;
      const failure =
        error.kind === 'signed-out'
          ? ({ kind: 'session-ended', region, error } as const)
          : ({ kind: 'org-not-loaded', error } as const);
      return { kind: 'failed', failure, elsewhere: undefined };
    }
    const org = loaded.value;
    const session: SessionRef = {
      id,
      account: `${region}/${org.id}`,
      region,
      endsAt: org.tokenEndsAt,
      outlastsWindow: true,
    };
    world.sessions = [session];
    return { kind: 'signed-in', signedIn: { session, org, connection } };
  }

  private keeper(world: World): SecretKeeper {
    return {
      keep: async ({ id }, secret) => {
        if (this.isKeyringLocked) throw new Error('The keyring is locked.');
        world.secrets.set(id, secret);
      },
      get: async (id) => world.secrets.get(id),
      keepToken: async (id, token) => void world.secrets.set(`token of ${id}`, token),
      forget: async (id) => {
        world.secrets.delete(id);
        world.secrets.delete(`token of ${id}`);
      },
    };
  }

  private look(regions: readonly string[]) {
    const framework = this.texts.get(FRAMEWORK.uri);
    const scim = this.texts.get(SCIM.uri);
    const found = { exists: scim !== undefined, connections: knownConnections(scim ?? '') };
    return workspaceOf(
      {
        files: framework === undefined ? [] : [{ ...FRAMEWORK, text: framework }],
        newFiles: [newFile],
        scimFiles: [{ ...SCIM, ...found }],
      },
      regions,
    );
  }

  /** Writes as the core says. */
  private files(): PlanFiles {
    return {
      editFrameworkFile: async (step, clientId) => {
        const text = this.texts.get(step.uri);
        if (text === undefined) return { kind: 'failed', reason: 'ENOENT' };
        const change = setClientIds(text, step.regions, clientId);
        const placement = placementOf(text, step.regions);
        const isAsShown = placement.kind === 'possible' && isDeepStrictEqual(placement.entries, step.entries);
        if (change.kind === 'refused' || !isAsShown) return { kind: 'changed-meanwhile' };
        return this.write(step.uri, change.edited);
      },
      createFrameworkFile: async ({ uri, regions, dedicatedLoginWindow, pkce }, clientId) =>
        this.texts.has(uri)
          ? { kind: 'changed-meanwhile' }
          : this.write(uri, newFrameworkFile({ regions, clientId, dedicatedLoginWindow, pkce })),
      writeScimFile: async (step, made) => {
        const after = updateScimConfig(this.texts.get(step.uri), madeConnection(step.connection, made));
        if (after.kind === 'refused') return { kind: 'refused', reason: after.reason, line: after.line };
        return this.write(step.uri, after.text);
      },
    };
  }

  private write(uri: string, text: string): FileResult {
    if (this.unwritable.has(uri)) return { kind: 'failed', reason: 'EROFS' };
    this.texts.set(uri, text);
    return { kind: 'written', saved: true };
  }
}
