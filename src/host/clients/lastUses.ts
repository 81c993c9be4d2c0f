import type { FoundClient } from '../../core/clients/whereabouts.ts';
import type { Result } from '../../core/platform/errors.ts';
import { type LastUse, readLastUse } from '../../core/platform/lastUse.ts';
import type { Services } from '../services.ts';

/** What an org has told of the use of a client. */
export type KnownUse = LastUse | { readonly kind: 'untold' };

/** Milliseconds until it is asked again: the org counts by the day. */
const FRESH_FOR = 30 * 60_000;

type Reading = {
  readonly use: Promise<KnownUse>;
  readonly ended: AbortController;
  /** How many want to know. */
  waiting: number;
};

/** When clients were last used, asked only when somebody wants to know, and once for all who do. */
export class LastUses {
  private readonly told = new Map<string, { readonly use: KnownUse; readonly at: number }>();
  private readonly readings = new Map<string, Reading>();

  /** `changed` hears of what was asked for one client. */
  constructor(
    private readonly services: { readonly connections: Pick<Services['connections'], 'call'> },
    private readonly changed: () => void = () => {},
  ) {}

  /**
   * What was told of a client, as the account (its ID) has it in whose org it was read, in the last so many milliseconds;
   * undefined before it was asked.
   */
  known(account: string, clientId: string, within = Number.POSITIVE_INFINITY): KnownUse | undefined {
    const told = this.told.get(keyOf(account, clientId));
    return told === undefined || Date.now() - told.at > within ? undefined : told.use;
  }

  /**
   * The last day (ISO 8601) of the past 30 on which a client called the API. Undefined when it did on none, the account
   * is signed out, or the org does not tell; never rejects. The first answer may take some seconds.
   */
  async of(account: string, clientId: string, signal?: AbortSignal): Promise<string | undefined> {
    const use = await this.ask(account, clientId, signal);
    return use?.kind === 'used' ? use.day : undefined;
  }

  /**
   * The same with what else the org told; undefined once the signal aborts. What nobody waits for any more is not asked
   * to its end.
   */
  async ask(account: string, clientId: string, signal?: AbortSignal): Promise<KnownUse | undefined> {
    const key = keyOf(account, clientId);
    const told = this.told.get(key);
    if (told !== undefined && Date.now() - told.at < FRESH_FOR) return told.use;
    if (signal?.aborted) return undefined;
    const reading = this.readings.get(key) ?? this.begin(account, clientId);
    reading.waiting += 1;
    const left = new Promise<undefined>((resolve) => {
      signal?.addEventListener('abort', () => resolve(undefined), { once: true });
    });
    const use = await Promise.race([reading.use, left]);
    reading.waiting -= 1;
    if (reading.waiting === 0) {
      reading.ended.abort();
      if (this.readings.get(key) === reading) this.readings.delete(key);
    }
    return use;
  }

  /** Asks an org once, for who asks for many; what it tells is to be noted. */
  async askOrg({ org, client }: FoundClient, signal: AbortSignal): Promise<Result<LastUse>> {
    return await this.services.connections.call(
      org.account,
      async (to) => await readLastUse(to, client.id, signal),
    );
  }

  /** Keeps what an org told then (milliseconds since 1970), unless something newer is known. Tells nobody. */
  note({ org, client }: FoundClient, use: KnownUse, at = Date.now()): void {
    const key = keyOf(org.account, client.id);
    if ((this.told.get(key)?.at ?? 0) <= at) this.told.set(key, { use, at });
  }

  /** When that was, in milliseconds since 1970. */
  toldAt(account: string, clientId: string): number | undefined {
    return this.told.get(keyOf(account, clientId))?.at;
  }

  /** Of an org that is no more, nothing is known. */
  forget(account: string): void {
    for (const key of this.told.keys()) if (key.startsWith(keyOf(account, ''))) this.told.delete(key);
  }

  private begin(account: string, clientId: string): Reading {
    const ended = new AbortController();
    const reading = { use: this.read(account, clientId, ended.signal), ended, waiting: 0 };
    this.readings.set(keyOf(account, clientId), reading);
    return reading;
  }

  private async read(account: string, clientId: string, signal: AbortSignal): Promise<KnownUse> {
    const answer = await this.services.connections.call(
      account,
      async (to) => await readLastUse(to, clientId, signal),
    );
    const use: KnownUse = answer.ok ? answer.value : { kind: 'untold' };
    if (signal.aborted) return use;
    this.told.set(keyOf(account, clientId), { use, at: Date.now() });
    this.changed();
    return use;
  }
}

function keyOf(account: string, clientId: string): string {
  return `${account} ${clientId}`;
}
