import type { NamedAccount, OrgClients } from '../../core/clients/whereabouts.ts';
import type { PlatformError, Result } from '../../core/platform/errors.ts';
import type { OAuthClient } from '../../core/platform/oauthClients.ts';
import { isPractice, type Session } from '../signIn/session.ts';

const MINUTE = 60_000;

/** What is known of the clients of a region's orgs. */
export type Standing =
  | { kind: 'signed-out' }
  /** Signed in, but nobody wanted to know yet. */
  | { kind: 'unread' }
  | { kind: 'reading' }
  /** `readAt` (ISO 8601) is that of the oldest facts; `error` is why they could not be read again. */
  | { kind: 'known'; readAt: string; error?: PlatformError }
  | { kind: 'failed'; error: PlatformError };

/** Milliseconds until facts may be read again, and until they are tried again after the first, second … failure. */
const FRESH_FOR = 5 * MINUTE;
const TRY_AGAIN_AFTER = [MINUTE / 2, 2 * MINUTE, 10 * MINUTE];

/** Who lacks a permission will lack it for a while. */
const FORBIDDEN_FOR = 10 * MINUTE;

/** What an account has read; what its org is called beside others is not for it to know. */
export type AccountFacts = Pick<OrgClients, 'clients' | 'newer' | 'readAt'>;

type Edit = (clients: readonly OAuthClient[]) => readonly OAuthClient[];

/** What one account knows of the clients of its org. */
export class AccountClients {
  facts: AccountFacts | undefined;
  /** Why the clients could not be read the last time. */
  error: PlatformError | undefined;
  private failures = 0;
  /** When the next reading is due; milliseconds since 1970. */
  private dueAt = 0;
  private reading: Promise<void> | undefined;
  /** What we changed while the list was on its way; it may be older than that. */
  private edits: Edit[] = [];

  constructor(
    private session: Session,
    /** Reads the list as this account. Never rejects. */
    private readonly list: () => Promise<Result<OAuthClient[]>>,
    private readonly changed: () => void,
  ) {}

  get id(): string {
    return this.session.account.id;
  }

  get named(): NamedAccount {
    const { account, orgName, region } = this.session;
    return { account: account.id, label: account.label, orgName, region };
  }

  get region(): string {
    return this.session.region;
  }

  get practice(): boolean {
    return isPractice(this.session);
  }

  get standing(): Standing {
    const { facts, error, reading } = this;
    if (facts !== undefined)
      return { kind: 'known', readAt: facts.readAt, ...(error !== undefined && { error }) };
    if (reading !== undefined) return { kind: 'reading' };
    return error === undefined ? { kind: 'unread' } : { kind: 'failed', error };
  }

  isDue(now: number): boolean {
    return this.reading !== undefined || now >= this.dueAt;
  }

  /** The same account after its session was renewed, or it signed in again: what failed may work now. */
  continuedBy(session: Session): this {
    const isOther = session.id !== this.session.id || session.accessToken !== this.session.accessToken;
    this.session = session;
    if (isOther && this.error !== undefined) this.dueAt = 0;
    return this;
  }

  /** Reads the list, once for all who want it at the same time. Never rejects. */
  async read(): Promise<void> {
    if (this.reading === undefined) {
      this.reading = this.readNow().finally(() => {
        this.reading = undefined;
        this.changed();
      });
      // Only who knew nothing sees that something is under way.
      if (this.facts === undefined) this.changed();
    }
    await this.reading;
  }

  /** Takes a list that was read just now; tells nobody. */
  take(clients: readonly OAuthClient[]): void {
    const now = Date.now();
    this.facts = { clients, readAt: new Date(now).toISOString() };
    this.error = undefined;
    this.failures = 0;
    this.dueAt = now + FRESH_FOR;
  }

  /** Takes what a client is now, as the org has just said. */
  note(client: OAuthClient): void {
    if (this.facts !== undefined) {
      const newer = new Map(this.facts.newer).set(client.id, new Date().toISOString());
      this.facts = { ...this.facts, newer };
    }
    this.edit((clients) =>
      clients.some(({ id }) => id === client.id)
        ? clients.map((each) => (each.id === client.id ? client : each))
        : [...clients, client],
    );
  }

  /** A file may name a client in capitals, too. */
  forget(clientId: string): void {
    const gone = clientId.toLowerCase();
    this.edit((clients) => clients.filter(({ id }) => id.toLowerCase() !== gone));
  }

  private edit(edit: Edit): void {
    if (this.reading !== undefined) this.edits.push(edit);
    if (this.facts === undefined) return;
    this.facts = { ...this.facts, clients: edit(this.facts.clients) };
    this.changed();
  }

  private async readNow(): Promise<void> {
    this.edits = [];
    const result = await this.list();
    if (result.ok)
      this.take(this.edits.reduce<readonly OAuthClient[]>((clients, edit) => edit(clients), result.value));
    else this.fail(result.error);
  }

  private fail(error: PlatformError): void {
    this.error = error;
    this.dueAt = Date.now() + waitAfter(error, this.failures);
    this.failures += 1;
  }
}

/** Milliseconds until it is worth trying again. */
function waitAfter(error: PlatformError, failures: number): number {
  const usual = TRY_AGAIN_AFTER[Math.min(failures, TRY_AGAIN_AFTER.length - 1)] ?? MINUTE;
  if (error.kind === 'forbidden') return FORBIDDEN_FOR;
  if (error.kind !== 'rate-limited') return usual;
  return Math.max(usual, (error.retryAfterSeconds ?? 0) * 1000);
}
