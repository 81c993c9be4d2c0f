import type * as vscode from 'vscode';
import * as z from 'zod/mini';

/** Somebody signed in to an org. Lives in SecretStorage only, because of its token. */
const StoredSession = z.object({
  id: z.string(),
  accessToken: z.string(),
  account: z.object({ id: z.string(), label: z.string() }),
  scopes: z.array(z.string()),
  region: z.string(),
  practice: z.boolean(),
});
export type Session = z.infer<typeof StoredSession>;

const KEY = 'genesysOAuth.sessions';

/** Tells VS Code's Accounts menu who came and went. */
export type SessionChanges =
  vscode.EventEmitter<vscode.AuthenticationProviderAuthenticationSessionsChangeEvent>;

/** The sessions of this computer's user, shared by all windows through SecretStorage. */
export class Sessions {
  /** Changes one after the other, or two at once would undo each other. */
  private lastChange: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly storage: vscode.SecretStorage,
    private readonly changed: SessionChanges,
  ) {}

  get onDidChange(): SessionChanges['event'] {
    return this.changed.event;
  }

  /** All sessions; none when what is stored cannot be read. */
  async all(): Promise<readonly Session[]> {
    const stored = await this.storage.get(KEY);
    if (stored === undefined) return [];
    try {
      const sessions = z.array(StoredSession).safeParse(JSON.parse(stored));
      return sessions.success ? sessions.data : [];
    } catch {
      return [];
    }
  }

  /** Adds a session; a former one of the same account goes. */
  async add(session: Session): Promise<void> {
    await this.change((before) => [
      ...before.filter(({ account }) => account.id !== session.account.id),
      session,
    ]);
  }

  /** Removes a session and returns it, or undefined when it was not there. */
  async remove(id: string): Promise<Session | undefined> {
    const removed = await this.change((before) => before.filter((session) => session.id !== id));
    return removed[0];
  }

  /** Removes all sessions of practice orgs, which a reset has made worthless. */
  async removePractice(): Promise<void> {
    await this.change((before) => before.filter(({ practice }) => !practice));
  }

  /** Stores what became of the sessions, tells who listens, and returns those that went. */
  private async change(
    edit: (before: readonly Session[]) => readonly Session[],
  ): Promise<readonly Session[]> {
    const changing = this.lastChange.then(async () => {
      const before = await this.all();
      const after = edit(before);
      await this.storage.store(KEY, JSON.stringify(after));
      const ids = (sessions: readonly Session[]) => new Set(sessions.map(({ id }) => id));
      const added = after.filter(({ id }) => !ids(before).has(id));
      const removed = before.filter(({ id }) => !ids(after).has(id));
      this.changed.fire({ added, removed, changed: [] });
      return removed;
    });
    this.lastChange = changing.catch(() => undefined);
    return await changing;
  }
}
