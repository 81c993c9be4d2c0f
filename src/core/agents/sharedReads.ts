import type { Result } from '../platform/errors.ts';
import { listClients, type OAuthClient } from '../platform/oauthClients.ts';
import type { LoadedOrg } from '../procedures/loadedOrg.ts';
import { loadAccess, loadOrg } from '../procedures/loadOrg.ts';
import type { AgentDesk, AgentOrg } from './desk.ts';

/** Milliseconds for which a list counts as that of now: agents ask in bursts. */
const FRESH_FOR = 20_000;

/** A list, and when it was read (milliseconds since 1970). */
export type ReadClients = { readonly clients: readonly OAuthClient[]; readonly readAt: number };

type Reading<T> = { readonly begunAt: number; readonly read: Promise<Result<T>> };

/** What several calls want of an org, read once for all of them: those at the same time, and those of some seconds after. */
export class SharedReads {
  private readonly clientLists = new Map<string, Reading<ReadClients>>();
  private readonly orgs = new Map<string, Reading<LoadedOrg>>();

  constructor(private readonly desk: Pick<AgentDesk, 'call' | 'hosts' | 'now'>) {}

  /** The clients of an org. Never rejects. */
  async clients({ account }: Pick<AgentOrg, 'account'>): Promise<Result<ReadClients>> {
    return await this.once(this.clientLists, account, async () => {
      const readAt = this.desk.now().getTime();
      const list = await this.desk.call(account, listClients);
      return list.ok ? { ok: true, value: { clients: list.value, readAt } } : list;
    });
  }

  /** All that answers about a client are judged against, its roles and divisions included. Rejects where the org has no hosts. */
  async org({ account, region, practice }: AgentOrg): Promise<Result<LoadedOrg>> {
    return await this.once(this.orgs, account, async () => {
      const { loginUrl } = await this.desk.hosts({ account });
      return await this.desk.call(account, async (to) => {
        const [org, access] = await Promise.all([
          loadOrg(to, { region, practice, loginUrl }),
          loadAccess(to),
        ]);
        return org.ok ? { ok: true, value: { ...org.value, access } } : org;
      });
    });
  }

  /** What was read of an org is so no more. */
  forget(account: string): void {
    this.clientLists.delete(account);
    this.orgs.delete(account);
  }

  private async once<T>(
    readings: Map<string, Reading<T>>,
    account: string,
    read: () => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const now = this.desk.now().getTime();
    const known = readings.get(account);
    if (known !== undefined && now - known.begunAt < FRESH_FOR) return await known.read;
    const reading = { begunAt: now, read: read() };
    readings.set(account, reading);
    const result = await reading.read.catch((error: unknown) => {
      readings.delete(account);
      throw error;
    });
    // What failed is tried again by whoever asks next.
    if (!result.ok && readings.get(account) === reading) readings.delete(account);
    return result;
  }
}
