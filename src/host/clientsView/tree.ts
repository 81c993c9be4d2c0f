import * as vscode from 'vscode';
import { concernsOf, type ListedClient } from '../../core/clients/concerns.ts';
import { type ClientFilter, leavesOut, NO_FILTER, passes } from '../../core/clients/filter.ts';
import { type ClientGroup, groupsOf } from '../../core/clients/groups.ts';
import type { FoundClient, OrgClients } from '../../core/clients/whereabouts.ts';
import type { PlatformError } from '../../core/platform/errors.ts';
import type { Reckoning } from '../../core/watch/standing.ts';
import type { LastUses } from '../clients/lastUses.ts';
import type { OrgClientsCache } from '../clients/orgClients.ts';
import type { WrittenClients } from '../drift/writtenClients.ts';
import type { OrgTime } from '../watch/orgTime.ts';
import { type WorkspaceMentions } from './mentions.ts';
import { mentionKey } from '../../core/clients/mentionsIn.ts';

/** A row of the view. What a row is about is told by its class, because commands get it back as whatever VS Code kept. */
export type Row = AccountRow | FailureRow | EmptyRow | GroupRow | ClientRow | MoreRow;

/** An org that one is signed in to. */
export class AccountRow {
  constructor(
    readonly org: Pick<OrgClients, 'account' | 'orgName' | 'region'> & { readonly practice: boolean },
  ) {}
}

/** Why the clients of an org could not be read; `readAt` (ISO 8601) is how old the rows beside it are. */
export class FailureRow {
  constructor(
    readonly account: AccountRow,
    readonly error: PlatformError,
    readonly readAt: string | undefined,
  ) {}
}

/** Stands for the clients of an org that has none, or none that the filter lets through. */
export class EmptyRow {
  constructor(
    readonly account: AccountRow,
    readonly isFiltered: boolean,
  ) {}
}

export class GroupRow {
  constructor(
    readonly account: AccountRow,
    readonly group: ClientGroup,
    /** There is room enough to show it open. */
    readonly isOpen: boolean,
  ) {}
}

export class ClientRow {
  constructor(
    readonly found: FoundClient,
    readonly listed: ListedClient,
    /** By the clock of its org. */
    readonly now = new Date(),
  ) {}
}

/** Stands for the clients of a group that are not shown yet. */
export class MoreRow {
  constructor(
    readonly group: GroupRow,
    readonly count: number,
  ) {}
}

/** The places of the workspace that name clients, by `mentionKey`. */
type Mentions = Awaited<ReturnType<WorkspaceMentions['all']>>;

/** What the tree needs of what is known of the orgs. */
type KnownOrgs = Pick<
  OrgClientsCache,
  'onDidChange' | 'settled' | 'current' | 'practiceOrReal' | 'failures' | 'wantOf'
>;

/** What the tree needs of what was last written here. */
type KnownWritten = Pick<WrittenClients, 'of' | 'onDidChange' | 'revision'>;

type Judged = {
  readonly revision: number | undefined;
  readonly mentions: Mentions;
  readonly day: string;
  /** That of the time by which was judged. */
  readonly turn: number;
  readonly listed: readonly ListedClient[];
};

/** Rows of a group that are shown at a time: more at once make a view slow, and nobody reads them. */
const ROWS_AT_A_TIME = 200;

/** An org with no more clients than this has all its groups open. */
const FEW = 30;

/**
 * The rows of the view: who is signed in where, what clients there are, and which of them need attention. It reads an org
 * when its row is opened, and asks nobody to sign in.
 */
export class ClientsTree implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** Other rows than before, or more of them. */
  readonly onDidChange = this.changed.event;
  /** How many rows of a group are shown, by its ID. */
  private readonly shown = new Map<string, number>();
  /** What was judged of each list of clients: to look at it again tells nothing new until the time has turned. */
  private readonly judged = new WeakMap<OrgClients['clients'], Judged>();
  private filter: ClientFilter = NO_FILTER;
  private readonly listening: readonly vscode.Disposable[];

  /** `useOf` tells when a client was last used, as far as that is known; `written` what was last written here. */
  constructor(
    private readonly orgClients: KnownOrgs,
    private readonly mentions: Pick<WorkspaceMentions, 'all' | 'onDidChange'>,
    private readonly time: Pick<OrgTime, 'reckon' | 'turn' | 'onDidChange'>,
    private readonly useOf: LastUses['known'] = () => undefined,
    private readonly written?: KnownWritten,
  ) {
    this.listening = [
      ...(written === undefined ? [] : [written.onDidChange(() => this.changed.fire())]),
      orgClients.onDidChange(() => this.changed.fire()),
      mentions.onDidChange(() => this.changed.fire()),
      time.onDidChange(() => this.changed.fire()),
    ];
  }

  /** The rows below a row, or the topmost ones. Never rejects. */
  async rowsBelow(row: Row | undefined): Promise<readonly Row[]> {
    if (row === undefined) return await this.accounts();
    if (row instanceof AccountRow) return await this.rowsOf(row);
    return row instanceof GroupRow ? await this.clientsOf(row) : [];
  }

  /** How many clients need attention, of those that are known; sends nothing, and searches no files for none. */
  async attention(): Promise<number> {
    if (this.orgClients.current().length === 0) return 0;
    const mentions = await this.mentions.all();
    const listed = this.orgClients.current().flatMap((org) => this.listedIn(org, mentions));
    return listed.filter(({ concerns }) => concerns.length > 0).length;
  }

  /** Shows only what passes from now on, in these groups. */
  show(filter: ClientFilter): void {
    this.filter = filter;
    this.shown.clear();
    this.changed.fire();
  }

  /** What is shown is not what is known any more. */
  refresh(): void {
    this.changed.fire();
  }

  /** All clients that are known, of an account (its ID) or of all, each with what is known of it; sends nothing. */
  async known(account?: string): Promise<readonly (FoundClient & { readonly listed: ListedClient })[]> {
    const orgs = this.orgClients.current().filter((org) => account === undefined || org.account === account);
    if (orgs.length === 0) return [];
    const mentions = await this.mentions.all();
    return orgs.flatMap((org) =>
      this.listedIn(org, mentions).map((listed) => ({ org, client: listed.client, listed })),
    );
  }

  /** Those of them that are shown. */
  async knownAndShown(account?: string): Promise<readonly FoundClient[]> {
    return (await this.known(account)).filter(({ listed }) => passes(listed, this.filter));
  }

  showMore({ group }: MoreRow): void {
    const id = groupKey(group);
    this.shown.set(id, (this.shown.get(id) ?? ROWS_AT_A_TIME) + ROWS_AT_A_TIME);
    this.changed.fire();
  }

  dispose(): void {
    for (const each of [this.changed, ...this.listening]) each.dispose();
  }

  private async accounts(): Promise<readonly AccountRow[]> {
    await this.orgClients.settled();
    return this.orgClients.practiceOrReal().map((org) => new AccountRow(org));
  }

  private async rowsOf(account: AccountRow): Promise<readonly Row[]> {
    const { org } = account;
    const [mentions] = await Promise.all([this.mentions.all(), this.orgClients.wantOf(org.account)]);
    const known = this.orgClients.current().find((each) => each.account === org.account);
    const failure = this.orgClients.failures(org.region).find((each) => each.org.account === org.account);
    const failures = failure === undefined ? [] : [new FailureRow(account, failure.error, known?.readAt)];
    if (known === undefined) return failures;
    if (known.clients.length === 0) return [...failures, new EmptyRow(account, false)];
    const listed = this.listedIn(known, mentions);
    const shown = leavesOut(this.filter) ? listed.filter((each) => passes(each, this.filter)) : listed;
    if (shown.length === 0) return [...failures, new EmptyRow(account, true)];
    const isOpen = shown.length <= FEW;
    const groups = groupsOf(shown, this.filter.by);
    return [
      ...failures,
      ...groups.map((group) => new GroupRow(account, group, isOpen || group.id === 'attention')),
    ];
  }

  private async clientsOf(row: GroupRow): Promise<readonly Row[]> {
    const org = this.orgClients.current().find((each) => each.account === row.account.org.account);
    if (org === undefined) return [];
    const { clients } = row.group;
    const most = this.shown.get(groupKey(row)) ?? ROWS_AT_A_TIME;
    const rows = clients
      .slice(0, most)
      .map((listed) => new ClientRow({ org, client: listed.client }, listed, this.time.reckon(org).now));
    return clients.length > most ? [...rows, new MoreRow(row, clients.length - most)] : rows;
  }

  /** The clients of an org, each with what is to be looked after about it, and when it was last used. */
  private listedIn(org: OrgClients, mentions: Mentions): readonly ListedClient[] {
    const { account, clients } = org;
    const { turn } = this.time;
    const day = new Date().toDateString();
    const revision = this.written?.revision;
    let judged = this.judged.get(clients);
    if (
      judged?.mentions !== mentions ||
      judged.day !== day ||
      judged.turn !== turn ||
      judged.revision !== revision
    ) {
      const listed = judgedClients(org, mentions, this.time.reckon(org), this.written);
      judged = { mentions, day, turn, revision, listed };
      this.judged.set(clients, judged);
    }
    return judged.listed.map((listed) => {
      const use = this.useOf(account, listed.client.id);
      return use === undefined ? listed : { ...listed, use };
    });
  }
}

function judgedClients(
  { region, practice, clients }: OrgClients,
  mentions: Mentions,
  reckoning: Reckoning,
  written: KnownWritten | undefined,
): readonly ListedClient[] {
  return clients.map((client) => {
    const own = mentions.get(mentionKey(region, client.id)) ?? [];
    const before = written?.of({ id: client.id, region, practice });
    return { client, mentions: own, concerns: concernsOf(client, own, reckoning, before) };
  });
}

/** By what VS Code knows a group again, so that it stays open. */
export function groupKey({ account, group }: GroupRow): string {
  return `${account.org.account} ${group.id}`;
}
