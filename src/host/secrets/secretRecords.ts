import type * as vscode from 'vscode';
import * as z from 'zod/mini';
import { parseJson } from '../../core/platform/text.ts';

type Storage = Pick<vscode.SecretStorage, 'get' | 'store' | 'delete'>;

/**
 * The records of a kind, as they were read: by their IDs, and what else stands in the list, such as whole records from
 * before each had its own key.
 */
export type ReadRecords = { readonly byId: ReadonlyMap<string, string>; readonly others: readonly unknown[] };

/**
 * Records in SecretStorage, each under a key of its own, so that two windows that write at once lose neither's. Only their
 * IDs stand in one list, because SecretStorage cannot say what it holds. Where another window writes over the list, whoever
 * knows of a record that is still there puts it back.
 */
export class SecretRecords {
  /** Of those that this window has seen: what the list has lost is found again by them. */
  private readonly known = new Set<string>();
  /** One change after the other. */
  private lastChange: Promise<unknown> = Promise.resolve();

  /** @param list the key of the list; a record's is this, a full stop and its ID */
  constructor(
    private readonly storage: Storage,
    private readonly list: string,
  ) {}

  /** Whether a change of this key is one of these records, or of their list. */
  owns(key: string): boolean {
    return key === this.list || key.startsWith(`${this.list}.`);
  }

  /** Rejects when the keyring does. */
  async get(id: string): Promise<string | undefined> {
    return await this.storage.get(this.keyOf(id));
  }

  /** All of them, in the order in which they came. Rejects when the keyring does. */
  async all(): Promise<ReadRecords> {
    const members = await this.members();
    const listed = members.filter((member) => typeof member === 'string');
    const ids = [...new Set([...listed, ...this.known])];
    const texts = await Promise.all(ids.map(async (id) => [id, await this.get(id)] as const));
    const byId = new Map(texts.flatMap(([id, text]) => (text === undefined ? [] : [[id, text] as const])));
    for (const id of byId.keys()) this.known.add(id);
    return { byId, others: members.filter((member) => typeof member !== 'string') };
  }

  /**
   * Writes these records and removes those; all others stay as whoever wrote them left them. Rejects when the keyring
   * does: then one that was to come is not there, and the rest may be done by half.
   *
   * @param others what else is to stand in the list; undefined for what stands there
   */
  async change(
    written: ReadonlyMap<string, string>,
    removed: readonly string[],
    others?: readonly unknown[],
  ): Promise<void> {
    await this.queued(async () => {
      // Listed first: a record that nobody finds would be a secret that nobody can forget.
      await this.relist([...written.keys()], [], others);
      for (const [id, text] of written) {
        if ((await this.get(id)) !== text) await this.storage.store(this.keyOf(id), text);
        this.known.add(id);
      }
      for (const id of removed) {
        await this.storage.delete(this.keyOf(id));
        this.known.delete(id);
      }
      if (removed.length > 0) await this.relist([], removed, others);
    });
  }

  /** Puts back into the list what another window has written over. Rejects when the keyring does. */
  async mend(): Promise<void> {
    await this.queued(async () => {
      const { byId } = await this.all();
      await this.relist([...byId.keys()], [], undefined);
    });
  }

  private keyOf(id: string): string {
    return `${this.list}.${id}`;
  }

  private async members(): Promise<unknown[]> {
    const members = z.array(z.unknown()).safeParse(parseJson((await this.storage.get(this.list)) ?? '[]'));
    return members.success ? members.data : [];
  }

  private async relist(
    added: readonly string[],
    removed: readonly string[],
    others: readonly unknown[] | undefined,
  ): Promise<void> {
    const before = await this.members();
    const ids = before.filter((member) => typeof member === 'string');
    const left = [...new Set([...ids, ...added])].filter((id) => !removed.includes(id));
    const after = [...(others ?? before.filter((member) => typeof member !== 'string')), ...left];
    if (JSON.stringify(after) !== JSON.stringify(before))
      await this.storage.store(this.list, JSON.stringify(after));
  }

  private async queued(work: () => Promise<void>): Promise<void> {
    const working = this.lastChange.then(work);
    this.lastChange = working.catch(() => undefined);
    await working;
  }
}
