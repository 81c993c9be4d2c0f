import type * as vscode from 'vscode';
import * as z from 'zod/mini';
import type { EndedSessions } from './endedSessions.ts';
import { isPractice, Session } from './session.ts';

const KEY = 'genesysOAuth.sessions';

/** Tells VS Code's Accounts menu who came and went. */
export type SessionChanges =
  vscode.EventEmitter<vscode.AuthenticationProviderAuthenticationSessionsChangeEvent>;

/**
 * The sessions of this computer's user, one for each org and region, shared by all windows through SecretStorage.
 * Where the keyring refuses them, they live in this window only.
 */
export class Sessions implements vscode.Disposable {
  /** Changes one after the other, or two at once would undo each other. */
  private lastChange: Promise<unknown> = Promise.resolve();
  /** Those that SecretStorage did not take. */
  private ofThisWindow: readonly Session[] = [];
  /** What this window knew last, so that what another window did is noticed. */
  private seen: readonly Session[] = [];
  private readonly listening: readonly vscode.Disposable[];

  constructor(
    private readonly storage: vscode.SecretStorage,
    private readonly ended: EndedSessions,
    private readonly changed: SessionChanges,
  ) {
    this.listening = [
      storage.onDidChange(({ key }) => {
        if (key === KEY) void this.lookAgain();
      }),
      ended.onDidChange(() => void this.lookAgain()),
    ];
  }

  get onDidChange(): SessionChanges['event'] {
    return this.changed.event;
  }

  /** All sessions, the latest last. */
  async all(): Promise<readonly Session[]> {
    const ended = await this.ended.ids();
    return [...(await this.stored()), ...this.ofThisWindow].filter(({ id }) => !ended.includes(id));
  }

  /** The session as it is now: another window may have renewed or ended it. */
  async get(id: string): Promise<Session | undefined> {
    return (await this.all()).find((session) => session.id === id);
  }

  /** Adds a session in place of a former one of the same account, which is returned. */
  async add(session: Session): Promise<Session | undefined> {
    const isFormer = ({ account }: Session) => account.id === session.account.id;
    const former = await this.change((before) => [...before.filter((each) => !isFormer(each)), session]);
    return former.find(isFormer);
  }

  /** Puts a renewed session in place of itself; does nothing when it was ended meanwhile. */
  async replace(session: Session): Promise<void> {
    await this.change((before) => before.map((each) => (each.id === session.id ? session : each)));
  }

  /** Removes a session and returns it, or undefined when it was not there. */
  async remove(id: string): Promise<Session | undefined> {
    const before = await this.change((all) => all.filter((session) => session.id !== id));
    return before.find((session) => session.id === id);
  }

  /** Removes all sessions of practice orgs, which a reset has made worthless. */
  async removePractice(): Promise<void> {
    await this.change((before) => before.filter((session) => !isPractice(session)));
  }

  /** Whether a session is there after this window has gone. */
  outlastsWindow(id: string): boolean {
    return !this.ofThisWindow.some((session) => session.id === id);
  }

  /** Notices what other windows did, and tells who listens. */
  async lookAgain(): Promise<void> {
    await this.queued(async () => this.tellChanges(await this.all()));
  }

  dispose(): void {
    for (const each of this.listening) each.dispose();
  }

  /** None when what is stored cannot be read. */
  private async stored(): Promise<readonly Session[]> {
    try {
      const text = await this.storage.get(KEY);
      if (text === undefined) return [];
      const sessions = z.array(Session).safeParse(JSON.parse(text));
      return sessions.success ? sessions.data : [];
    } catch {
      return [];
    }
  }

  /** Stores what became of the sessions, tells who listens, and returns those there were. */
  private async change(
    edit: (before: readonly Session[]) => readonly Session[],
  ): Promise<readonly Session[]> {
    return await this.queued(async () => {
      const before = await this.all();
      const after = edit(before);
      const gone = before.filter(({ id }) => !after.some((session) => session.id === id));
      await this.ended.add(gone.map(({ id }) => id));
      try {
        await this.storage.store(KEY, JSON.stringify(after));
        this.ofThisWindow = [];
      } catch {
        const stored = await this.stored();
        this.ofThisWindow = after.filter(({ id }) => !stored.some((session) => session.id === id));
      }
      this.tellChanges(await this.all());
      return before;
    });
  }

  private tellChanges(now: readonly Session[]): void {
    const before = this.seen;
    this.seen = now;
    const was = (session: Session) => before.find(({ id }) => id === session.id);
    const added = now.filter((session) => was(session) === undefined);
    const removed = before.filter(({ id }) => !now.some((session) => session.id === id));
    const changed = now.filter((session) => (was(session) ?? session).accessToken !== session.accessToken);
    if (added.length + removed.length + changed.length > 0) this.changed.fire({ added, removed, changed });
  }

  private async queued<T>(work: () => Promise<T>): Promise<T> {
    const working = this.lastChange.then(work);
    this.lastChange = working.catch(() => undefined);
    return await working;
  }
}
