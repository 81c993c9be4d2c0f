import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import { answered, askedAgain } from '../../core/clientPage/asked.ts';
import { lackedOn } from '../../core/clientPage/lackedOn.ts';
import {
  type ClientPageAction,
  ClientPageMessage,
  type ClientPageState,
  type ClientPageTold,
  type NamedRole,
} from '../../core/clientPage/messages.ts';
import type { Mention } from '../../core/clients/concerns.ts';
import type { HistoryEntry } from '../../core/clients/history.ts';
import { clientReadAt, type FoundClient, type OrgClients } from '../../core/clients/whereabouts.ts';
import { ALL_DIVISIONS, getOwnGrants, listDivisions, listRoles } from '../../core/platform/authorization.ts';
import type { Result } from '../../core/platform/errors.ts';
import { readUse } from '../../core/platform/lastUse.ts';
import { type OAuthClient, roleIdsOf } from '../../core/platform/oauthClients.ts';
import type { Connection } from '../../core/platform/request.ts';
import { accessRequest, type ClientAsked } from '../../core/texts/accessRequest.ts';
import { atHome } from '../clients/clientChanges.ts';
import { showFile } from '../files/write.ts';
import { isOfAnother } from '../secrets/clientSecrets.ts';
import { copyAndTell } from '../secrets/copyAndTell.ts';
import type { Services } from '../services.ts';
import { signedInWith } from '../signIn/signedInWith.ts';

type RoleDivisions = NonNullable<OAuthClient['roleDivisions']>;

/** What a page of a client does through others. */
export type ClientPageTools = {
  /** Where the workspace names a client; tells when that changes. */
  readonly mentions: {
    of(found: FoundClient): Promise<readonly Mention[]>;
    onDidChange(listener: () => void): vscode.Disposable;
  };
  /** Does something with the client, and tells the person what they must know of it. */
  act(found: FoundClient, mentions: readonly Mention[], action: ClientPageAction): Promise<void>;
  signIn(): Promise<void>;
};

/** One client, as its page shows it: what is known at once, and what has to be asked for as soon as it is there. */
export class ClientPage implements vscode.Disposable {
  private state: ClientPageState;
  /** Of which roles the names were asked for last. */
  private rolesReadOf: RoleDivisions | undefined;
  private readonly ended = new AbortController();
  private readonly listening: readonly vscode.Disposable[];

  constructor(
    private readonly services: Pick<
      Services,
      | 'connections'
      | 'dialogs'
      | 'history'
      | 'log'
      | 'orgClients'
      | 'rights'
      | 'secrets'
      | 'sessions'
      | 'written'
      | 'time'
    >,
    private readonly tools: ClientPageTools,
    private found: FoundClient,
    private readonly tell: (told: ClientPageTold) => void,
  ) {
    const { org, client } = found;
    this.state = {
      client,
      org: { account: org.account, name: org.orgName, region: org.region, practice: org.practice },
      readAt: clientReadAt(org, client.id),
      standing: 'there',
      lackedPermissions: [],
      keepsSecret: false,
      mentions: [],
      time: services.time.of(org),
      history: this.history(),
      written: this.written(),
      use: { kind: 'reading' },
      roles: client.roleDivisions?.length ? { kind: 'reading' } : { kind: 'known', value: [] },
    };
    this.listening = [
      services.orgClients.onDidChange(() => void this.follow()),
      services.time.onDidChange(() => this.change({ time: services.time.of(this.found.org) })),
      services.history.onDidChange(() => this.change({ history: this.history() })),
      services.written.onDidChange(() => this.change({ written: this.written() })),
      tools.mentions.onDidChange(() => void this.follow()),
      services.rights.onDidChange(() => void this.readRightsAgain()),
    ];
  }

  /** Does what the page asks for; what is none of its messages is ignored. Never rejects. */
  async receive(received: unknown): Promise<void> {
    const message = ClientPageMessage.safeParse(received).data;
    if (message === undefined) {
      this.services.log.error('The page sent a message that is not one of its own; it was ignored.');
      return;
    }
    await this.carryOut(message).catch(this.services.dialogs.failUnforeseen);
  }

  dispose(): void {
    this.ended.abort();
    for (const each of this.listening) each.dispose();
  }

  private async carryOut(message: ClientPageMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.change({});
        await Promise.all([this.follow(), this.readUse(), this.readRights()]);
        return;
      case 'act':
        await this.tools.act(this.found, this.state.mentions, message.action);
        if (message.action === 'copy-id') this.tell({ type: 'copied', what: 'client-id' });
        if (message.action === 'rotate') await this.follow();
        return;
      case 'copy-secret': {
        const secret = await keptSecret(this.services.secrets, this.found);
        if (secret === undefined) return await this.follow();
        await copyAndTell(this.services.dialogs, secret);
        return this.tell({ type: 'copied', what: 'client-secret' });
      }
      case 'open-mention': {
        // Only files that the page itself has shown.
        const shown = this.state.mentions.find(
          ({ uri, line }) => uri === message.uri && line === message.line,
        );
        if (shown !== undefined) await showFile(vscode.Uri.parse(shown.uri), shown.line);
        return;
      }
      case 'refresh':
        this.change({ use: askedAgain(this.state.use), roles: askedAgain(this.state.roles) });
        this.services.rights.forget(this.found.org.account);
        await Promise.all([
          this.services.orgClients.refresh(this.found.org.region),
          this.readUse(),
          this.readRightsAgain(),
        ]);
        return await this.follow();
      case 'sign-in':
        return await this.tools.signIn();
      case 'copy-request':
        await vscode.env.clipboard.writeText(accessRequest(lackedOn(this.state), asked(this.found)));
        return this.tell({ type: 'copied', what: 'request' });
      case 'show-log':
        this.services.log.show();
    }
  }

  /** Takes over what is known of the client now, without asking anybody. */
  private async follow(): Promise<void> {
    const { orgClients, secrets } = this.services;
    const [mentions, accounts, isKept] = await Promise.all([
      this.tools.mentions.of(this.found),
      signedInWith(this.services.sessions, atHome(this.found.org, this.found.client.id)),
      keptSecret(secrets, this.found).then(
        (secret) => secret !== undefined,
        () => false,
      ),
    ]);
    const { org, client } = this.found;
    const now = orgClients.current().find(({ account }) => account === org.account);
    const read = now?.clients.find(({ id }) => id === client.id);
    if (now !== undefined && read !== undefined) this.found = { org: now, client: read };
    this.change({
      client: this.found.client,
      readAt: clientReadAt(this.found.org, this.found.client.id),
      failure: orgClients.failures(org.region).find((each) => each.org.account === org.account)?.error,
      standing: this.standing(now, read),
      signedInWith: accounts[0],
      keepsSecret: isKept,
      mentions: [...mentions],
      history: this.history(),
      written: this.written(),
    });
    await this.readRoles(this.found.client.roleDivisions ?? []);
  }

  private history(): HistoryEntry[] {
    return [...this.services.history.of(atHome(this.found.org, this.found.client.id))];
  }

  private written(): ClientPageState['written'] {
    return this.services.written.of(atHome(this.found.org, this.found.client.id));
  }

  /** What is known of the client by what was read of its org last, if anything, and the client in that. */
  private standing(
    org: OrgClients | undefined,
    client: OAuthClient | undefined,
  ): ClientPageState['standing'] {
    const isSignedIn = this.services.orgClients
      .orgs()
      .some(({ account }) => account === this.found.org.account);
    if (!isSignedIn) return 'signed-out';
    return org === undefined || client !== undefined ? 'there' : 'gone';
  }

  private async readUse(): Promise<void> {
    const { org, client } = this.found;
    const read = async (to: Connection) => await readUse(to, client.id, this.ended.signal);
    const answer = await this.services.connections.call(org.account, read);
    this.change({ use: answered(this.state.use, answer) });
  }

  private async readRights(): Promise<void> {
    const lacked = await this.services.rights.lackedIn(this.found.org.account);
    this.change({ lackedPermissions: [...lacked] });
  }

  /** What one may do, and which roles one holds, may be other than it was. */
  private async readRightsAgain(): Promise<void> {
    this.rolesReadOf = undefined;
    await Promise.all([this.readRights(), this.readRoles(this.found.client.roleDivisions ?? [])]);
  }

  /** Asks what the roles are called that a client has now, unless that was asked of the same ones. */
  private async readRoles(given: RoleDivisions): Promise<void> {
    if (this.ended.signal.aborted || isDeepStrictEqual(given, this.rolesReadOf)) return;
    this.rolesReadOf = given;
    if (given.length === 0) return this.change({ roles: { kind: 'known', value: [] } });
    const read = async (to: Connection) => await namedRoles(to, given, this.ended.signal);
    const answer = await this.services.connections.call(this.found.org.account, read);
    if (this.rolesReadOf === given) this.change({ roles: answered(this.state.roles, answer) });
  }

  private change(change: Partial<ClientPageState>): void {
    if (this.ended.signal.aborted) return;
    this.state = { ...this.state, ...change };
    this.tell({ type: 'client', state: this.state });
  }
}

function asked({ org, client }: FoundClient): ClientAsked {
  return { id: client.id, name: client.name, orgName: org.orgName, region: org.region };
}

/** The secret of this very client that is kept here. Rejects when the keyring does. */
async function keptSecret(
  secrets: Services['secrets'],
  { org, client }: FoundClient,
): Promise<string | undefined> {
  return (await isOfAnother(secrets, client.id, org)) ? undefined : await secrets.get(client.id);
}

/** The roles of a client by name, each with the divisions where it has it. */
async function namedRoles(
  to: Connection,
  given: RoleDivisions,
  signal: AbortSignal,
): Promise<Result<NamedRole[]>> {
  const [roles, divisions, grants] = await Promise.all([
    listRoles(to, signal),
    listDivisions(to, signal),
    getOwnGrants(to, signal),
  ]);
  if (!roles.ok) return roles;
  if (!divisions.ok) return divisions;
  const divisionName = (id: string) => divisions.value.find((each) => each.id === id)?.name ?? id;
  const named = roleIdsOf(given).map((roleId): NamedRole => {
    const where = given.filter((each) => each.roleId === roleId).map(({ divisionId }) => divisionId);
    return {
      name: roles.value.find(({ id }) => id === roleId)?.name ?? roleId,
      divisions: where.includes(ALL_DIVISIONS) ? 'all' : where.map(divisionName),
      ...(grants.ok && { held: grants.value.some(({ role }) => role.id === roleId) }),
    };
  });
  return { ok: true, value: named };
}
