import { readLastUse } from '../../core/platform/lastUse.ts';
import type { Services } from '../services.ts';

/** Milliseconds until it is asked again: the org counts by the day. */
const FRESH_FOR = 30 * 60_000;

type Reading = { readonly day: Promise<string | undefined>; readonly begunAt: number };

/** When clients were last used, asked only when somebody wants to know, and once for all who do. */
export class LastUses {
  private readonly readings = new Map<string, Reading>();

  constructor(private readonly services: Pick<Services, 'connections'>) {}

  /**
   * The last day (ISO 8601) of the past 30 on which a client called the API, as the account (its ID) tells in whose org
   * the client was read. Undefined when it did on none, the account is signed out, or the org does not tell; never
   * rejects. The first answer may take some seconds.
   */
  async of(account: string, clientId: string): Promise<string | undefined> {
    const key = `${account} ${clientId}`;
    const former = this.readings.get(key);
    if (former !== undefined && Date.now() - former.begunAt < FRESH_FOR) return await former.day;
    const day = this.read(account, clientId);
    this.readings.set(key, { day, begunAt: Date.now() });
    return await day;
  }

  private async read(account: string, clientId: string): Promise<string | undefined> {
    const answer = await this.services.connections.call(account, async (to) => {
      return { ok: true, value: await readLastUse(to, clientId) };
    });
    return answer.ok ? answer.value : undefined;
  }
}
