import * as vscode from 'vscode';
import {
  afterChange,
  afterLostChange,
  WrittenClient,
  type WrittenFields,
  type WrittenOrigin,
  writtenFields,
} from '../../core/drift/written.ts';
import { type ClientBody, type ClientRecord, clientOf } from '../../core/platform/clientRecord.ts';
import type { OAuthClient } from '../../core/platform/oauthClients.ts';
import { reasonOf } from '../../core/reason.ts';
import { salvage } from '../../core/salvage.ts';
import { type ClientAtHome, clientKey, homeKey } from '../clients/clientHistory.ts';
import type { Log } from '../log.ts';
import { within } from '../within.ts';

/** Below it each client has a key of its own, so that no window writes over what another one notes. */
const WRITTEN_KEY = 'genesysOAuth.written';

const MOST = 500;

/** Seconds that VS Code has to note something. */
const NOTE_SECONDS = 10;

/** A client, the account by which its org is known, and what it was written as. */
export type Written = {
  readonly home: ClientAtHome;
  readonly account?: string | undefined;
  readonly client: OAuthClient | ClientRecord;
  /** The client before a change that only made some of it other: what others had changed before is not ours. */
  readonly before?: OAuthClient | ClientRecord;
};

/**
 * Clients as they were last written, or exported, from this VS Code, in its own state; the oldest goes first. No secret is
 * in it. Nothing here rejects: a storage that refuses only loses the note.
 */
export class WrittenClients implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** Something was noted, or forgotten, in this window. */
  readonly onDidChange = this.changed.event;
  /** How often that was so. */
  revision = 0;

  constructor(
    private readonly storage: Pick<vscode.Memento, 'keys' | 'get' | 'update'>,
    private readonly log: Pick<Log, 'warn'>,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** What is remembered of a client, also by another window; undefined where it was never written here. */
  of(home: ClientAtHome): WrittenClient | undefined {
    return this.read(clientKey(WRITTEN_KEY, home));
  }

  /** All that is remembered of the clients of a region (its domain), by their IDs in lower case. */
  in(home: Pick<ClientAtHome, 'region' | 'practice'>): readonly { id: string; written: WrittenClient }[] {
    const start = homeKey(WRITTEN_KEY, home);
    return this.keysBelow(start).flatMap((key) => {
      const written = this.read(key);
      return written === undefined ? [] : [{ id: key.slice(start.length, -1), written }];
    });
  }

  /** Where clients are at home of which something is remembered. */
  homes(): readonly Pick<ClientAtHome, 'region' | 'practice'>[] {
    const starts = this.keysBelow(`${WRITTEN_KEY}.`).map((key) =>
      key.slice(WRITTEN_KEY.length + 1).split('/'),
    );
    const homes = new Map(
      starts.map(([kind = '', region = '']) => [
        `${kind}/${region}`,
        { region, practice: kind === 'practice' },
      ]),
    );
    return [...homes.values()];
  }

  /** Remembers clients as they are now; of very many, the last ones. */
  async note(origin: WrittenOrigin, ...written: readonly Written[]): Promise<void> {
    const at = this.now().toISOString();
    await this.changing(async () => {
      for (const { home, account, client, before } of written.slice(-MOST)) {
        const fields =
          before === undefined
            ? fieldsOf(client)
            : afterChange(this.of(home), clientOf(before), clientOf(client));
        await this.write(home, { at, origin, fields, ...(account !== undefined && { account }) });
      }
      await this.leave(MOST);
    });
  }

  /** Remembers what a lost request may have made of a client, which was so before: whether it did, the org tells later. */
  async noteUncertain(home: ClientAtHome, before: ClientRecord, sent: ClientBody): Promise<void> {
    const former = this.of(home);
    if (former === undefined) return;
    const lost = afterLostChange(former, clientOf(before), clientOf({ ...sent, id: home.id }));
    await this.changing(async () => await this.write(home, { ...former, ...lost }));
  }

  /** Gives back what was remembered before. */
  async giveBack(home: ClientAtHome, former: WrittenClient): Promise<void> {
    await this.changing(async () => await this.write(home, former));
  }

  async forget(home: ClientAtHome): Promise<void> {
    if (this.storage.get(clientKey(WRITTEN_KEY, home)) === undefined) return;
    await this.changing(async () => await this.write(home, undefined));
  }

  /** All of the practice org of a region (its domain), which is no more. */
  async forgetPractice(region: string): Promise<void> {
    const keys = this.keysBelow(homeKey(WRITTEN_KEY, { region, practice: true }));
    await this.changing(async () => {
      for (const key of keys) await within(NOTE_SECONDS, this.storage.update(key, undefined));
    });
  }

  dispose(): void {
    this.changed.dispose();
  }

  private read(key: string): WrittenClient | undefined {
    return salvage(WrittenClient, this.storage.get(key), {}, ['at', 'origin', 'fields']);
  }

  private keysBelow(start: string): string[] {
    return this.storage.keys().filter((key) => key.startsWith(start) && this.storage.get(key) !== undefined);
  }

  private async leave(most: number): Promise<void> {
    const keys = this.keysBelow(`${WRITTEN_KEY}.`);
    if (keys.length <= most) return;
    const byAge = keys
      .map((key) => ({ key, at: this.read(key)?.at ?? '' }))
      .sort((one, other) => other.at.localeCompare(one.at));
    for (const { key } of byAge.slice(most)) await within(NOTE_SECONDS, this.storage.update(key, undefined));
  }

  private async write(home: ClientAtHome, written: WrittenClient | undefined): Promise<void> {
    await within(NOTE_SECONDS, this.storage.update(clientKey(WRITTEN_KEY, home), written));
  }

  private async changing(work: () => Promise<void>): Promise<void> {
    await work().catch((error) => this.log.warn(reasonOf(error)));
    this.revision += 1;
    this.changed.fire();
  }
}

/** Of a record, which holds whatever the org said, only what is as the API describes it. */
function fieldsOf(client: OAuthClient | ClientRecord): WrittenFields {
  return writtenFields(clientOf(client));
}
