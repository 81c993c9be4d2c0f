import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { HistoryEntry, type NewHistoryEntry } from '../../core/clients/history.ts';
import { reasonOf } from '../../core/reason.ts';
import { salvage } from '../../core/salvage.ts';
import type { Log } from '../log.ts';
import { within } from '../within.ts';

/** Below it each entry has a key of its own, so that no window writes over what another one notes. */
const HISTORY_KEY = 'genesysOAuth.history';

const MOST_OF_A_CLIENT = 50;
const MOST_OF_ALL = 500;

/** Seconds that VS Code has to note something. */
const NOTE_SECONDS = 10;

/** A client, and where it is at home: practice orgs are born with clients of the same IDs. */
export type ClientAtHome = {
  readonly id: string;
  /** Domain. */
  readonly region: string;
  readonly practice: boolean;
};

/** What this extension did to clients, in VS Code's own state; the oldest goes first. No secret and no token is in it. */
export class ClientHistory implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** Something was done from this window. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly storage: Pick<vscode.Memento, 'keys' | 'get' | 'update'>,
    private readonly log: Pick<Log, 'warn'>,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** What was done to a client, the newest first. */
  of(client: ClientAtHome): readonly HistoryEntry[] {
    return this.below(keyOf(client)).flatMap(({ entry }) => entry ?? []);
  }

  /**
   * Notes what was done to a client, and returns the ID of the entry. Never rejects: what was done is done, and a storage
   * that refuses only loses the note.
   */
  async add(client: ClientAtHome, entry: NewHistoryEntry): Promise<string> {
    const at = this.now().toISOString();
    const id = randomUUID();
    try {
      await this.write(`${keyOf(client)}${id}`, { ...entry, id, at });
      await this.leave(MOST_OF_A_CLIENT, keyOf(client));
      await this.leave(MOST_OF_ALL, `${HISTORY_KEY}.`);
    } catch (error) {
      this.log.warn(reasonOf(error));
    }
    this.changed.fire();
    return id;
  }

  /** All that was done in the practice org of a region (its domain), which is no more. Never rejects. */
  async forgetPractice(region: string): Promise<void> {
    await this.leave(0, homeKey(HISTORY_KEY, { region, practice: true })).catch((error) => {
      this.log.warn(reasonOf(error));
    });
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }

  /** Forgets all but so many entries below a key; what has no meaning any more counts as the oldest. */
  private async leave(most: number, start: string): Promise<void> {
    if (this.keysBelow(start).length <= most) return;
    for (const { key } of this.below(start).slice(most)) await this.write(key, undefined);
  }

  /** All below a key, the newest first. */
  private below(start: string): { key: string; entry: HistoryEntry | undefined }[] {
    const read = (key: string) =>
      salvage(HistoryEntry, this.storage.get(key), {}, ['id', 'at', 'what', 'outcome']);
    return this.keysBelow(start)
      .map((key) => ({ key, entry: read(key) }))
      .sort((one, other) => (other.entry?.at ?? '').localeCompare(one.entry?.at ?? ''));
  }

  private keysBelow(start: string): string[] {
    return this.storage.keys().filter((key) => key.startsWith(start) && this.storage.get(key) !== undefined);
  }

  private async write(key: string, value: HistoryEntry | undefined): Promise<void> {
    await within(NOTE_SECONDS, this.storage.update(key, value));
  }
}

/** Below what is kept of the clients of a region in VS Code's state; `start` says of what kind that is. */
export function homeKey(
  start: string,
  { region, practice }: Pick<ClientAtHome, 'region' | 'practice'>,
): string {
  return `${start}.${practice ? 'practice' : 'real'}/${region}/`;
}

/** The same of one client. A file may name one in capitals, too. */
export function clientKey(start: string, { id, ...home }: ClientAtHome): string {
  return `${homeKey(start, home)}${id.toLowerCase()}/`;
}

function keyOf(client: ClientAtHome): string {
  return clientKey(HISTORY_KEY, client);
}
