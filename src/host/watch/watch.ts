import * as vscode from 'vscode';
import { deletedHereAt } from '../../core/clients/history.ts';
import { endingsOf, nextTurn } from '../../core/watch/endings.ts';
import { type Outlook, unlookedOrgs } from '../../core/watch/outlook.ts';
import type { WorkspaceMentions } from '../clientsView/mentions.ts';
import type { Services } from '../services.ts';
import { Alarm } from './clock.ts';

/** What a watch needs of the others. */
type Sources = Pick<Services, 'history' | 'orgClients' | 'practiceOrgs' | 'sessions' | 'time'>;

/**
 * What ends by itself: the tokens that the workspace's files speak of, and the clients that they name. Worked out from what
 * is known, and anew after a file, a session, what is known of an org or the time has changed. It asks nobody to sign in,
 * and starts no practice org.
 */
export class Watch implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** The outlook is another one. */
  readonly onDidChange = this.changed.event;
  private readonly asked = new vscode.EventEmitter<void>();
  /** The orgs have been asked, or there was nobody to ask. */
  readonly onDidAsk = this.asked.event;
  private reading: Promise<Outlook> | undefined;
  private stopped: ReadonlySet<string> = new Set();
  private readonly alarm: Alarm;
  private askedOn = '';
  private isAwake = false;
  private readonly listening: readonly vscode.Disposable[];

  constructor(
    private readonly sources: Sources,
    private readonly mentions: Pick<WorkspaceMentions, 'read' | 'onDidChange'>,
  ) {
    const { history, orgClients, time } = sources;
    this.alarm = new Alarm(time.clock, () => this.turn());
    const again = () => this.again();
    this.listening = [
      mentions.onDidChange(again),
      orgClients.onDidChange(again),
      time.onDidChange(again),
      history.onDidChange(again),
    ];
  }

  /** What ends, as far as is known now; sends nothing. Never rejects. */
  async outlook(): Promise<Outlook> {
    this.isAwake = true;
    this.reading ??= this.read();
    return await this.reading;
  }

  /** The same, once somebody has looked: nothing is searched for whoever only wants to know what is known. */
  async seen(): Promise<Outlook | undefined> {
    return this.isAwake ? await this.outlook() : undefined;
  }

  /**
   * Watches from then on: asks the orgs whose regions the files name, for whom somebody is signed in already, and again once
   * a day, after somebody has signed in, and when this computer has slept over a change. `quiet` are the milliseconds until
   * the first look, so that it is in nobody's way while VS Code starts.
   */
  begin(quiet: number): vscode.Disposable {
    const look = async () => {
      await this.ask();
      await this.schedule();
    };
    const first = setTimeout(() => void look(), quiet);
    const begun = [
      this.onDidChange(() => {
        if (this.isAwake) void this.schedule();
      }),
      this.sources.sessions.onDidChange(() => {
        if (this.isAwake) void look();
      }),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) this.alarm.check();
      }),
    ];
    return vscode.Disposable.from(...begun, { dispose: () => clearTimeout(first) });
  }

  /** Reads the clients of these orgs, unless that was done a few minutes ago. Never rejects. */
  async ask(): Promise<void> {
    const { orgClients, practiceOrgs } = this.sources;
    this.askedOn = this.today();
    const { named } = await this.mentions.read();
    const regions = new Set(named.map(({ region }) => region));
    await orgClients.settled();
    const accounts = orgClients.practiceOrReal().filter(({ region }) => regions.has(region));
    const stopped = new Set<string>();
    const asking = accounts.map(async ({ account, practice, region }) => {
      if (practice && (await practiceOrgs.whereItRuns(region)) === undefined) stopped.add(account);
      else await orgClients.wantOf(account);
    });
    await Promise.all(asking);
    this.isAwake = true;
    this.stopped = stopped;
    this.again();
    this.asked.fire();
  }

  dispose(): void {
    for (const each of [this.alarm, this.changed, this.asked, ...this.listening]) each.dispose();
  }

  private again(): void {
    this.reading = undefined;
    this.changed.fire();
  }

  private async read(): Promise<Outlook> {
    const { history, orgClients, time } = this.sources;
    const { named, unread } = await this.mentions.read();
    await orgClients.settled();
    const known = orgClients.current();
    const asked = {
      accounts: orgClients.practiceOrReal(),
      ...{ known, failures: orgClients.failures(), stopped: this.stopped },
    };
    return {
      endings: endingsOf({
        ...{ named, orgs: known, reckon: time.reckon },
        isDeletedHere: (client) => deletedHereAt(history.of(client)) !== undefined,
      }),
      unlooked: [...unread, ...unlookedOrgs(named, asked)],
    };
  }

  /** Waits for what changes next by itself: something turns, or another day begins. */
  private async schedule(): Promise<void> {
    const { endings } = await this.outlook();
    this.alarm.set(nextTurn(endings, this.sources.time.clock.now()));
  }

  private turn(): void {
    if (this.askedOn !== this.today()) void this.ask();
    this.sources.time.pass();
  }

  private today(): string {
    return this.sources.time.clock.now().toDateString();
  }
}
