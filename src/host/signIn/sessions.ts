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
  constructor(
    private readonly storage: vscode.SecretStorage,
    private readonly changed: SessionChanges,
  ) {}

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
    const before = await this.all();
    const replaced = before.filter(({ account }) => account.id === session.account.id);
    await this.store([...before.filter((other) => !replaced.includes(other)), session]);
    this.changed.fire({ added: [session], removed: replaced, changed: [] });
  }

  /** Removes a session and returns it, or undefined when it was not there. */
  async remove(id: string): Promise<Session | undefined> {
    const before = await this.all();
    const removed = before.find((session) => session.id === id);
    if (removed === undefined) return undefined;
    await this.store(before.filter((session) => session !== removed));
    this.changed.fire({ added: [], removed: [removed], changed: [] });
    return removed;
  }

  private async store(sessions: readonly Session[]): Promise<void> {
    await this.storage.store(KEY, JSON.stringify(sessions));
  }
}
