import type { Connected } from '../operations/changeClient.ts';
import type { Removal } from '../operations/deleteClient.ts';
import type { Effects } from '../operations/effects.ts';
import type { Run, Saved } from '../operations/run.ts';
import type { Result } from '../platform/errors.ts';
import type { OAuthClient } from '../platform/oauthClients.ts';
import type { OrgHosts } from '../platform/orgHosts.ts';
import type { Connection } from '../platform/request.ts';
import type { KnownDescription } from '../privileges/description.ts';
import type { OrgFacts, Workspace } from '../procedures/context.ts';
import type { LoadedAccess, LoadedOrg, OrgRole } from '../procedures/loadedOrg.ts';
import type { ClientToTry, TrialReport, TrialResult } from '../proof/proof.ts';
import type { Attempt, SignInFailure } from '../signIn/attempt.ts';
import type { SigningWay, Way } from '../signIn/ways.ts';
import type { HostMessage, Topic } from './messages.ts';
import type { Memory } from './state.ts';

/** Somebody who is signed in, without the token. */
export type SessionRef = {
  readonly id: string;
  /** The ID of the account. */
  readonly account: string;
  /** Domain. */
  readonly region: string;
  /** When its token ends (ISO 8601), as far as the login host said so. */
  readonly endsAt: string | undefined;
  /** False when the keyring refused it: then it ends with this window. */
  readonly outlastsWindow: boolean;
};

/** A session, the org that it opens, and the way to talk to that. */
export type SignedInOrg = {
  readonly session: SessionRef;
  readonly org: LoadedOrg;
  readonly connection: Connection;
};

/** One way to connect, to be tried once or again. Never rejects. */
export type SignInTry = (attempt: Attempt) => Promise<SignInResult>;

export type SignInResult =
  | { readonly kind: 'signed-in'; readonly signedIn: SignedInOrg }
  | { readonly kind: 'cancelled' }
  /** There is no client to sign in with yet. */
  | { readonly kind: 'preparing-client'; readonly region: string }
  | {
      readonly kind: 'failed';
      readonly failure: SignInFailure;
      /** The same in the likely regions, one after the other. It may hold a secret that was typed. */
      readonly elsewhere: SignInTry | undefined;
    };

/** Which sessions came or went, or were renewed, by their IDs. */
export type SessionChange = { readonly changed: readonly string[]; readonly removed: readonly string[] };

export type SignInPort = {
  /** The ways to connect that work here, best first. */
  ways(): Promise<Way[]>;
  /** All sessions, the latest last. */
  sessions(): Promise<readonly SessionRef[]>;
  /** Tells who came and went, here or in another window; returns how to listen no more. */
  onChange(listener: (change: SessionChange) => void): () => void;
  /** The region (its domain) that the person chose; undefined when cancelled. */
  askRegion(signal: AbortSignal): Promise<string | undefined>;
  signIn(way: SigningWay): SignInTry;
  /** With a client that the person has just made on the admin page of this region. */
  withNewClient(region: string): SignInTry;
  /** The same sign-in once more, after its token has ended. */
  again(sessionId: string): SignInTry;
  /** In whichever way the person chooses. */
  anyWay(): SignInTry;
  /** Reads the org of a session that exists. */
  open(sessionId: string): SignInTry;
  signOut(sessionId: string): Promise<void>;
  /** The hosts of a region for somebody who is not signed in; undefined while the setting for them is wrong. */
  hostsOf(region: string): OrgHosts | undefined;
};

/** Requests about roles (rules S1 and S4). */
export type RolePort = {
  load(connection: Connection, signal?: AbortSignal): Promise<LoadedAccess>;
  restoreDefaults(connection: Connection): Promise<Result<unknown>>;
  restoreScimRole(connection: Connection, role: OrgRole): Promise<Result<'restored' | 'changed-meanwhile'>>;
  /** In every division. */
  grant(connection: Connection, roleId: string, userId: string): Promise<Result<unknown>>;
  /** The IDs of the roles that the caller holds. */
  held(connection: Connection): Promise<Result<readonly string[]>>;
};

export type WorkspacePort = {
  /** The files that the wizard may write, with what writing a Client ID for these regions (domains) would do. */
  look(regions: readonly string[]): Promise<Workspace>;
  /** At a line counted from 1. */
  showFile(uri: string, line: number): Promise<void>;
};

export type ClipboardPort = {
  read(): Promise<string>;
  write(text: string): Promise<void>;
  /** Puts it there for a while only. */
  writeSecret(secret: string): Promise<void>;
};

export type SecretsPort = {
  /** What is kept of a client of this place; what is of one elsewhere is not given. */
  get(clientId: string, place: Pick<OrgRef, 'region' | 'practice'>): Promise<string | undefined>;
  getToken(clientId: string): Promise<string | undefined>;
  /**
   * Makes another secret for a client whose own was lost with the answer (rule G16), once the person agrees. Resolves to
   * whether it is kept now; they are told why it is not.
   */
  replaceLost(org: NamedOrg, client: OAuthClient): Promise<boolean>;
};

/** Which org it is. */
export type OrgRef = Pick<OrgFacts, 'id' | 'region' | 'practice'>;

/** The same with what it is called. */
export type NamedOrg = OrgRef & Pick<OrgFacts, 'name'>;

/** What APIs say of their operations. */
export type OperationsPort = {
  /** What the API at this address says, kept or read there; with `anew` read there in any case. Never rejects. */
  read(apiUrl: string, signal: AbortSignal, anew: boolean): Promise<KnownDescription>;
  /** The same out of a file that the person chooses, for the API at `host`; undefined when cancelled. Never rejects. */
  choose(host: string): Promise<KnownDescription | undefined>;
};

/** Says something beside the page. */
export type NotifyPort = {
  /** To somebody who closed the wizard's tab: how its Save ended. */
  saveEnded(run: Extract<Run, { kind: 'finished' | 'stopped' }>): void;
  /** The same: nothing was saved, because Review showed something else. */
  planChanged(): void;
  /** For the log: a failure that nobody waits for. */
  warn(failure: unknown): void;
  /** It is there, or is other than before. */
  clientMade(org: OrgRef, client: OAuthClient): void;
  clientGone(org: OrgRef, clientId: string): void;
};

/** What is done beside the wizard with a client that it has saved. */
export type ClientPort = {
  /** Opens its page. */
  open(org: NamedOrg, client: Pick<OAuthClient, 'id' | 'name'>): Promise<void>;
  /** Looks for why nobody can log in with it. */
  findOutWhy(org: NamedOrg, client: Pick<OAuthClient, 'id' | 'name'>): Promise<void>;
  /** Deletes it once the person, who is shown what that means, agrees; what came of it is told to them. */
  remove(org: NamedOrg, client: Pick<OAuthClient, 'id' | 'name'>): Promise<Removal>;
};

/** Opens what is not the wizard's. */
export type ShowPort = {
  url(url: string): Promise<void>;
  topic(topic: Topic): Promise<void>;
  /** Saves a calendar file with the end of the token that an identity provider holds, where the person says. */
  calendar(token: { region: string; clientId: string; provider: string }): Promise<void>;
  log(): void;
};

export type ClockPort = {
  now(): Date;
  wait(milliseconds: number): Promise<void>;
};

/** Everything through which the wizard touches the world. */
export type WizardPorts = {
  readonly signIn: SignInPort;
  readonly roles: RolePort;
  readonly operations: OperationsPort;
  readonly workspace: WorkspacePort;
  /** The ways in which Save touches the world, for what is saved there. */
  effects(connected: Connected, saved: Saved): Effects;
  /** Lets somebody log in with a client to show that it works. */
  tryLogin(client: ClientToTry, signal: AbortSignal, report: TrialReport): Promise<TrialResult>;
  /** Where the practice org of a region (its domain) is, started if need be. Never rejects. */
  reachPracticeOrg(
    region: string,
  ): Promise<{ readonly baseUrl: string } | { readonly failure: SignInFailure }>;
  readonly clipboard: ClipboardPort;
  readonly secrets: SecretsPort;
  readonly clients: ClientPort;
  readonly notify: NotifyPort;
  readonly show: ShowPort;
  readonly clock: ClockPort;
  /** Keeps what is to last across a tab switch, a window reload and a restart. */
  keep(memory: Memory): void;
  /**
   * Notes how far a Save is, or that there is none to go on with; resolves when that outlives a crash. Rejects where the
   * storage refuses, or does not answer in some seconds. Notes count in the order of the calls.
   */
  keepRun(run: Run | undefined): Promise<void>;
};

/** Takes what the page is told. */
export type TellPage = (message: HostMessage) => void;
