import { isDeepStrictEqual } from 'node:util';
import type * as vscode from 'vscode';
import * as z from 'zod/mini';
import { parseJson } from '../../core/platform/text.ts';
import { salvage } from '../../core/salvage.ts';
import { SecretRecords } from '../secrets/secretRecords.ts';
import type { EndedSessions } from './endedSessions.ts';
import { forOthers, isPractice, Session } from './session.ts';

/** Tells VS Code's Accounts menu, and other extensions, who came and went. */
export type SessionChanges =
  vscode.EventEmitter<vscode.AuthenticationProviderAuthenticationSessionsChangeEvent>;

/**
 * The sessions of this computer's user, one for each org and region, shared by all windows through SecretStorage.
 * Where the keyring refuses them, they live in this window only.
 */
export class Sessions implements vscode.Disposable {
  /** Changes one after the other, or two at once would undo each other. */
  private lastChange: Promise<unknown>;
  /** Those that SecretStorage did not take; they count before what it holds. */
  private ofThisWindow: readonly Session[] = [];
  /** What SecretStorage held when it could be read last. */
  private lastRead: readonly Session[] = [];
  /** Whether the keyring refused the last change, and may still hold what has ended. */
  private isUnstored = false;
  /** What this window knew last, so that what another window did is noticed. */
  private seen: readonly Session[] = [];
  private readonly listening: readonly vscode.Disposable[];
  private readonly records: SecretRecords;

  constructor(
    storage: vscode.SecretStorage,
    private readonly ended: Pick<EndedSessions, 'ids' | 'add' | 'onDidChange'>,
    private readonly changed: SessionChanges,
  ) {
    this.records = new SecretRecords(storage, SESSIONS_KEY);
    this.listening = [
      storage.onDidChange(({ key }) => {
        if (this.records.owns(key)) void this.lookAgain();
      }),
      ended.onDidChange(() => void this.lookAgain()),
    ];
    this.lastChange = this.begin();
  }

  get onDidChange(): SessionChanges['event'] {
    return this.changed.event;
  }

  /** All sessions, the latest last; while the keyring cannot be read, those that were last read from it. */
  async all(): Promise<readonly Session[]> {
    await this.read();
    return await this.living();
  }

  /** The session as it is now: another window may have renewed or ended it. */
  async get(id: string): Promise<Session | undefined> {
    return (await this.all()).find((session) => session.id === id);
  }

  /** The session of this account (its ID), if somebody is signed in with it. */
  async ofAccount(accountId: string | undefined): Promise<Session | undefined> {
    return (await this.all()).find(({ account }) => account.id === accountId);
  }

  /** Adds a session in place of a former one of the same account, which is returned. */
  async add(session: Session): Promise<Session | undefined> {
    const isFormer = ({ account }: Session) => account.id === session.account.id;
    const former = await this.change((before) => [...before.filter((each) => !isFormer(each)), session]);
    return former.find(isFormer);
  }

  /** Puts a renewed session in place of itself. False when it was ended meanwhile, and stays so. */
  async replace(session: Session): Promise<boolean> {
    const isSame = ({ id }: Session) => id === session.id;
    const before = await this.change((all) => all.map((each) => (isSame(each) ? session : each)));
    return before.some(isSame);
  }

  /** Removes a session and returns it, or undefined when it was not there. */
  async remove(id: string): Promise<Session | undefined> {
    const before = await this.change((all) => all.filter((session) => session.id !== id));
    return before.find((session) => session.id === id);
  }

  /** Removes the sessions of the practice org of a region, which a reset has made worthless. */
  async removePractice(region: string): Promise<void> {
    await this.change((before) =>
      before.filter((session) => !isPractice(session) || session.region !== region),
    );
  }

  /** Whether a session is there after this window has gone. */
  outlastsWindow(id: string): boolean {
    return !this.ofThisWindow.some((session) => session.id === id);
  }

  /** Notices what other windows did, and tells who listens. What the keyring refused is offered to it once more. */
  async lookAgain(): Promise<void> {
    await this.queued(async () => {
      if (this.isUnstored) await this.write((all) => all);
      else this.tellChanges(await this.all());
      // Another window may have added one at the same moment, and written over the list.
      await this.records.mend().catch(() => undefined);
    });
  }

  dispose(): void {
    for (const each of this.listening) each.dispose();
  }

  /** Starts from what is stored, and clears it of what ended while the keyring was locked. */
  private async begin(): Promise<void> {
    const stored = await this.read();
    this.seen = await this.living();
    if (this.seen.length < this.lastRead.length) await this.store(stored, this.seen);
  }

  private async read(): Promise<Stored | undefined> {
    const stored = await readStored(this.records);
    if (stored !== undefined) this.lastRead = stored.sessions;
    return stored;
  }

  private async living(): Promise<readonly Session[]> {
    const ended = await this.ended.ids();
    const isOfThisWindow = ({ id }: Session) => this.ofThisWindow.some((session) => session.id === id);
    const all = [...this.lastRead.filter((session) => !isOfThisWindow(session)), ...this.ofThisWindow];
    return all.filter(({ id }) => !ended.includes(id));
  }

  /** Stores what became of the sessions, tells who listens, and returns those there were. */
  private async change(
    edit: (before: readonly Session[]) => readonly Session[],
  ): Promise<readonly Session[]> {
    return await this.queued(async () => await this.write(edit));
  }

  private async write(edit: (before: readonly Session[]) => readonly Session[]): Promise<readonly Session[]> {
    const stored = await this.read();
    const before = await this.living();
    const after = edit(before);
    this.isUnstored = !(await this.store(stored, after));
    this.ofThisWindow = this.isUnstored
      ? after.filter((session) => !this.lastRead.some((each) => isDeepStrictEqual(each, session)))
      : [];
    const gone = before.filter(({ id }) => !after.some((session) => session.id === id));
    await this.ended.add(gone.map(({ id }) => id));
    this.tellChanges(await this.all());
    return before;
  }

  /** What could not be read is never written over. */
  private async store(stored: Stored | undefined, after: readonly Session[]): Promise<boolean> {
    if (stored === undefined) return false;
    return await writeStored(this.records, stored, after);
  }

  private tellChanges(now: readonly Session[]): void {
    const before = this.seen;
    this.seen = now;
    const was = (session: Session) => before.find(({ id }) => id === session.id);
    const added = now.filter((session) => was(session) === undefined);
    const removed = before.filter(({ id }) => !now.some((session) => session.id === id));
    const changed = now.filter((session) => (was(session) ?? session).accessToken !== session.accessToken);
    if (added.length + removed.length + changed.length === 0) return;
    this.changed.fire({
      added: added.map(forOthers),
      removed: removed.map(forOthers),
      changed: changed.map(forOthers),
    });
  }

  private async queued<T>(work: () => Promise<T>): Promise<T> {
    const working = this.lastChange.then(work);
    this.lastChange = working.catch(() => undefined);
    return await working;
  }
}

/** Where in SecretStorage they are listed; each is beside it, under a key of its own. */
export const SESSIONS_KEY = 'genesysOAuth.sessions';

/** All but the end of a token, without which it is used until it is refused. */
const WHOLE = ['id', 'accessToken', 'account', 'scopes', 'orgName', 'region', 'source', 'renewal'];

const FoundBefore = z.looseObject({
  source: z.looseObject({ kind: z.literal('found'), id: z.string(), holds: z.optional(z.undefined()) }),
  renewal: z.optional(z.looseObject({ kind: z.string() })),
});

/**
 * What SecretStorage holds: the sessions, those of them that have a key of their own, and records that only another
 * version of this extension understands.
 */
type Stored = {
  readonly sessions: readonly Session[];
  readonly own: readonly Session[];
  readonly others: readonly unknown[];
};

/**
 * Undefined for a record of another version. What was found on this computer did not say at first what it holds; only
 * credentials were renewed. Sign-ins that know no way they came about were of the practice org alone, which is gone with
 * its window: whoever wants one signs in again.
 */
export function readSession(record: unknown): Session | undefined {
  const session = salvage(Session, record, {}, WHOLE);
  if (session !== undefined) return isPractice(session) ? withRegion(session) : session;
  const found = FoundBefore.safeParse(record);
  if (!found.success) return undefined;
  const { renewal, source } = found.data;
  const holds = renewal?.kind === 'client-credentials' ? 'client-credentials' : 'access-token';
  return salvage(Session, { ...found.data, source: { ...source, holds } }, {}, WHOLE);
}

/** Before there could be several practice orgs, an account of one did not name its region. */
function withRegion(session: Session): Session {
  const { account, region } = session;
  const id = account.id.replace(/^practice\/(?=[^/]+$)/, `practice/${region}/`);
  return { ...session, account: { ...account, id } };
}

/**
 * Undefined when the keyring cannot be read; what is no list of records counts as none. In the list there may be whole
 * records from before each had its own key.
 */
export async function readStored(records: SecretRecords): Promise<Stored | undefined> {
  try {
    const { byId, others: listed } = await records.all();
    const own = sessionsIn([...byId.values()].map(parseJson));
    const all = new Map([...sessionsIn(listed), ...own].map((session) => [session.id, session]));
    const others = listed.filter((record) => readSession(record) === undefined);
    return { sessions: [...all.values()], own, others };
  } catch {
    return undefined;
  }
}

function sessionsIn(records: readonly unknown[]): Session[] {
  return records.flatMap((record) => readSession(record) ?? []);
}

/**
 * Writes what has become other, and nothing else: whatever another window did to the rest meanwhile stays. False when the
 * keyring refuses.
 */
async function writeStored(
  records: SecretRecords,
  { sessions: before, own, others }: Stored,
  after: readonly Session[],
): Promise<boolean> {
  const written = after.filter((session) => !own.some((each) => isDeepStrictEqual(each, session)));
  const removed = before.filter(({ id }) => !after.some((session) => session.id === id));
  const texts = new Map(written.map((session) => [session.id, JSON.stringify(session)]));
  return await records
    .change(
      texts,
      removed.map(({ id }) => id),
      others,
    )
    .then(
      () => true,
      () => false,
    );
}
