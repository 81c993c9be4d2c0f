import * as vscode from 'vscode';
import type { OrgAccount, OrgClients } from '../../core/clients/whereabouts.ts';
import { toldApart, type Whereabouts, whereIs } from '../../core/clients/whereabouts.ts';
import type { ClientRecord } from '../../core/platform/clientRecord.ts';
import type { PlatformError } from '../../core/platform/errors.ts';
import { listClients, OAuthClient } from '../../core/platform/oauthClients.ts';
import { placeOf } from '../../core/texts/regions.ts';
import type { Session } from '../signIn/session.ts';
import type { Connections } from '../signIn/sessionConnections.ts';
import type { Sessions } from '../signIn/sessions.ts';
import type { SignIn } from '../signIn/signIn.ts';
import { AccountClients, type Standing } from './accountClients.ts';

/**
 * The clients of the orgs that one is signed in to, the practice org included. They are read when somebody wants to
 * know, and never ask anybody to sign in. What was read stays until it is read anew or the person signs out.
 */
export class OrgClientsCache implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** What is known, where or why not, is other than before. */
  readonly onDidChange = this.changed.event;
  private accounts: readonly AccountClients[] = [];
  /** The same, each under a name of its own. */
  private named: readonly OrgAccount[] = [];
  /** Lists that came with a sign-in, until its session is here; by the session's ID. */
  private readonly readAtSignIn = new Map<string, readonly OAuthClient[]>();
  private following: Promise<void> = Promise.resolve();
  private readonly listening: readonly vscode.Disposable[];

  constructor(
    private readonly sessions: Sessions,
    private readonly connections: Connections,
    signIn: SignIn,
  ) {
    this.listening = [
      sessions.onDidChange(() => void this.follow()),
      // Whoever signs in, or connects the wizard, reads the clients anyway.
      signIn.onDidReadOrg(({ session, org }) => {
        if (org.clients.kind !== 'known') return;
        this.readAtSignIn.set(session.id, org.clients.value);
        void this.follow();
      }),
    ];
    void this.follow();
  }

  /** Resolves once it is known here who is signed in. */
  async settled(): Promise<void> {
    await this.following;
  }

  /** The orgs that one is signed in to, those of a region (its domain) or all. Sends nothing. */
  orgs(region?: string): readonly OrgAccount[] {
    return this.named.filter((org) => region === undefined || org.region === region);
  }

  /** The same, each with whether it is the practice org. Sends nothing. */
  practiceOrReal(): readonly (OrgAccount & { readonly practice: boolean })[] {
    return this.named.flatMap((org) => {
      const account = this.accounts.find(({ id }) => id === org.account);
      return account === undefined ? [] : [{ ...org, practice: account.practice }];
    });
  }

  /** What is known now, one entry an org. Sends nothing. */
  current(): readonly OrgClients[] {
    return this.accounts.flatMap(({ id, facts, practice }) => {
      const org = this.named.find(({ account }) => account === id);
      return facts === undefined || org === undefined ? [] : [{ ...org, practice, ...facts }];
    });
  }

  /** How far the clients of a region's orgs are known. Sends nothing. */
  standing(region: string): Standing {
    const accounts = this.in(region);
    const standings = accounts.map(({ standing }) => standing);
    const first = <Kind extends Standing['kind']>(kind: Kind) =>
      standings.find((each): each is Extract<Standing, { kind: Kind }> => each.kind === kind);
    const known = standings
      .filter((each) => each.kind === 'known')
      .sort((one, other) => one.readAt.localeCompare(other.readAt));
    return (
      first('reading') ?? first('failed') ?? first('unread') ?? known[0] ?? { kind: 'signed-out' as const }
    );
  }

  /**
   * Reads the clients of a region's orgs, unless one is signed out, or they were read a few minutes ago, or reading
   * failed a moment ago. Those who want the same at once share one request. Resolves when the facts are there, or why
   * not; never rejects.
   */
  async want(region: string): Promise<void> {
    await this.following;
    await readDue(this.in(region));
  }

  /** The same for one account (its ID), whatever others of its region do meanwhile. */
  async wantOf(accountId: string): Promise<void> {
    await this.following;
    await readDue(this.accounts.filter(({ id }) => id === accountId));
  }

  /** Reads the clients of a region's orgs, or of all, however fresh they are. Never rejects. */
  async refresh(region?: string): Promise<void> {
    await this.following;
    await Promise.all(this.in(region).map(async (account) => await account.read()));
  }

  /** The same for some accounts (their IDs), each once. */
  async refreshOf(accountIds: Iterable<string>): Promise<void> {
    await this.following;
    const wanted = new Set(accountIds);
    const accounts = this.accounts.filter(({ id }) => wanted.has(id));
    await Promise.all(accounts.map(async (account) => await account.read()));
  }

  /** Each org, of a region or of all, whose clients could not be read the last time, and why. */
  failures(region?: string): readonly { org: OrgAccount; error: PlatformError }[] {
    return this.orgs(region).flatMap((org) => {
      const error = this.accounts.find(({ id }) => id === org.account)?.error;
      return error === undefined ? [] : [{ org, error }];
    });
  }

  /**
   * In whose org of a region a client is, by what is known now; `practice` as a file says it, where one names the client.
   * Sends nothing.
   */
  whereIs(region: string, clientId: string, practice?: boolean): Whereabouts {
    const named = { region, clientId, ...(practice !== undefined && { practice }) };
    return whereIs(named, this.named, this.current());
  }

  /**
   * The same, once all accounts of the region were asked that are not known to have it: somebody may have made it since
   * they were read. Those that may still have it are those that could not be read, or else all of them, because a list
   * may lag behind. Never rejects.
   */
  async find(region: string, clientId: string, practice?: boolean): Promise<Whereabouts> {
    await this.following;
    if (this.whereIs(region, clientId, practice).kind === 'unknown') await this.refresh(region);
    const found = this.whereIs(region, clientId, practice);
    if (found.kind !== 'unknown') return found;
    const unread = this.failures(region).map(({ org }) => org);
    return unread.length === 0 ? found : { kind: 'unknown', accounts: unread };
  }

  /** A client was made or read by us: takes it up without asking the org. */
  note(accountId: string, client: OAuthClient): void {
    this.accounts.find(({ id }) => id === accountId)?.note(client);
  }

  /** The same for a whole one that we changed. */
  noteRecord(accountId: string, record: ClientRecord): void {
    const client = OAuthClient.safeParse(record);
    if (client.success) this.note(accountId, client.data);
  }

  /** A client was deleted, by us or before our eyes. */
  forget(accountId: string, clientId: string): void {
    this.accounts.find(({ id }) => id === accountId)?.forget(clientId);
  }

  dispose(): void {
    for (const each of [this.changed, ...this.listening]) each.dispose();
  }

  private in(region: string | undefined): readonly AccountClients[] {
    return this.accounts.filter((account) => region === undefined || account.region === region);
  }

  /** What is known of an org goes with its session, and stays when the same account signs in again. */
  private async follow(): Promise<void> {
    this.following = this.following.then(async () => {
      const sessions = await this.sessions.all();
      const isAsBefore = sessions.length === 0 && this.accounts.length === 0;
      this.accounts = sessions.map((session) => this.accountFor(session));
      this.named = toldApart(
        this.accounts.map(({ named }) => named),
        placeOf,
      );
      if (!isAsBefore) this.changed.fire();
    });
    await this.following;
  }

  private accountFor(session: Session): AccountClients {
    const former = this.accounts.find(({ id }) => id === session.account.id);
    const account = former?.continuedBy(session) ?? this.newAccount(session);
    const clients = this.readAtSignIn.get(session.id);
    this.readAtSignIn.delete(session.id);
    if (clients !== undefined) account.take(clients);
    return account;
  }

  private newAccount(session: Session): AccountClients {
    const list = async () => await this.connections.call(session.account.id, listClients);
    return new AccountClients(session, list, () => this.changed.fire());
  }
}

async function readDue(accounts: readonly AccountClients[]): Promise<void> {
  const due = accounts.filter((account) => account.isDue(Date.now()));
  await Promise.all(due.map(async (account) => await account.read()));
}
