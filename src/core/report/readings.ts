import { clientIn, type FoundClient, type OrgClients } from '../clients/whereabouts.ts';
import type { CallSources, CallsOrgs } from '../doctor/asking/sources.ts';
import { askLastUses, askOfEach } from '../operations/askLastUses.ts';
import { getOwnGrants, listDivisions, listRoles, type Role } from '../platform/authorization.ts';
import { readCalledEndpoints } from '../platform/calledEndpoints.ts';
import type { PlatformError, Result } from '../platform/errors.ts';
import type { LastUse } from '../platform/lastUse.ts';
import { indexOperations } from '../privileges/findOperations.ts';
import { isPracticeAccount } from '../signIn/accountId.ts';
import { adviceOn } from '../texts/platformErrors.ts';
import { unreadOperationsText } from '../texts/privileges.ts';
import { type CallsRead, callsRead, type Yardstick } from './calls.ts';
import type { ClientUse, Depth, NamedRole, NotRead, Part } from './facts.ts';
import { namedRole } from './problems.ts';

/** Milliseconds for which what was told of the use of a client is good for a report: the org counts by the day. */
export const GOOD_FOR = 12 * 3_600_000;

/** What is asked, how one waits in between (milliseconds), and in which language (BCP 47 tag) it is said what was not told. */
type Means = {
  readonly connections: CallsOrgs;
  readonly operations: CallSources['operations'];
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
  language(): string;
  /** Where answers outlive this program; undefined where nothing does. */
  readonly kept: AnswerStore | undefined;
};

/** What an org has told of the use of a client; `at` is when, in milliseconds since 1970. */
export type KeptAnswer = {
  readonly clientId: string;
  readonly at: number;
  readonly calls?: CallsRead | undefined;
  readonly last?: LastUse | undefined;
};

/** Keeps answers by account. Nothing of it rejects: what cannot be kept is asked again. */
export type AnswerStore = {
  /** What is still good, the oldest first. */
  read(account: string): Promise<readonly KeptAnswer[]>;
  note(account: string, answer: KeptAnswer): void;
  /** Resolves once all that was noted is written. */
  written(): Promise<void>;
  forget(account: string): Promise<void>;
};

/** What was told of the last use of clients, and how an org is asked for it. */
export type LastUseSource = {
  known(account: string, clientId: string, within?: number): ClientUse['last'];
  /** `at`: when it was told, in milliseconds since 1970; left out, now. */
  note(found: FoundClient, use: NonNullable<ClientUse['last']>, at?: number): void;
  /** When it was told, in milliseconds since 1970; undefined where nothing was. */
  toldAt(account: string, clientId: string): number | undefined;
  forget(account: string): void;
  askOrg(found: FoundClient, signal: AbortSignal): Promise<Result<LastUse>>;
};

/** What was read of an org beside its clients and their use. */
export type OrgRead = {
  readonly roles: ReadonlyMap<string, NamedRole> | undefined;
  readonly divisions: ReadonlyMap<string, string> | undefined;
  readonly notRead: readonly NotRead[];
  /** What calls are held against; undefined where that was not wanted or could not be read. */
  readonly yardstick: Yardstick | undefined;
};

/** An org with its yardstick. */
export type OrgToAsk = { readonly org: OrgClients } & Pick<OrgRead, 'yardstick'>;

/** How many of how many questions are answered, and for how many seconds an org asks to wait, if it does. */
type Told = (answered: number, of: number, waitsSeconds?: number) => void;

/** Why an org (its account) could not be asked to the end, by what it was asked for. */
export type Unasked = ReadonlyMap<string, ReadonlyMap<Part, PlatformError>>;

/**
 * What is read for reports. What an org has told of the use of a client stays for half a day, also when VS Code is reloaded, so
 * that a report that was cancelled, or whose org was lost, goes on from there.
 */
export class ReportReadings {
  private readonly calls = new Map<string, { readonly read: CallsRead; readonly at: number }>();

  constructor(
    private readonly means: Means,
    private readonly lastUses: LastUseSource,
  ) {}

  /** Takes up what was kept of the clients of these orgs. Never rejects. */
  async takeUp(orgs: readonly OrgClients[]): Promise<void> {
    for (const org of orgs)
      for (const { clientId, at, calls, last } of (await this.means.kept?.read(org.account)) ?? []) {
        const client = clientIn(org, clientId);
        if (client === undefined) continue;
        const key = keyOf(org.account, client.id);
        if (calls !== undefined && (this.calls.get(key)?.at ?? 0) <= at)
          this.calls.set(key, { read: calls, at });
        if (last !== undefined) this.lastUses.note({ org, client }, last, at);
      }
  }

  /** Nothing is known of a practice org that was reset, or is no more: nobody is signed in to it then. */
  async forgetPractice(signedIn: readonly string[]): Promise<void> {
    const accounts = [...this.calls.keys()].map((key) => key.slice(0, key.lastIndexOf(' ')));
    const gone = new Set(accounts.filter((each) => isPracticeAccount(each) && !signedIn.includes(each)));
    for (const account of gone) {
      for (const key of this.calls.keys()) if (key.startsWith(keyOf(account, ''))) this.calls.delete(key);
      this.lastUses.forget(account);
      await this.means.kept?.forget(account);
    }
  }

  /** When the oldest of what is known was told, in milliseconds since 1970; undefined where nothing is. */
  oldest(orgs: readonly OrgClients[]): number | undefined {
    const all = orgs.flatMap(({ account, clients }) =>
      clients.flatMap(({ id }) => [
        this.calls.get(keyOf(account, id))?.at ?? [],
        this.lastUses.toldAt(account, id) ?? [],
      ]),
    );
    const good = all.flat().filter((at) => Date.now() - at < GOOD_FOR);
    return good.length === 0 ? undefined : good.reduce((least, at) => Math.min(least, at));
  }

  /** What is known of the use of a client; sends nothing. */
  useOf({ account }: OrgClients, clientId: string): ClientUse {
    const calls = this.calls.get(keyOf(account, clientId));
    const isGood = calls !== undefined && Date.now() - calls.at < GOOD_FOR;
    return {
      last: this.lastUses.known(account, clientId, GOOD_FOR),
      calls: isGood ? calls.read : undefined,
    };
  }

  /** How many questions are open about the clients of these orgs. */
  open(orgs: readonly OrgClients[]): number {
    return this.without('calls', orgs, true).length + this.without('last', orgs, true).length;
  }

  /** Reads what roles and divisions are called, and for the depth `use` what calls are held against. Never rejects. */
  async readOrg(org: OrgClients, depth: Depth, signal: AbortSignal): Promise<OrgRead> {
    const { connections } = this.means;
    const [roles, divisions, described, grants] = await Promise.all([
      connections.call(org.account, async (to) => await listRoles(to, signal)),
      connections.call(org.account, async (to) => await listDivisions(to, signal)),
      depth === 'use' ? this.described(org, signal) : undefined,
      depth === 'use'
        ? connections.call(org.account, async (to) => await getOwnGrants(to, signal))
        : undefined,
    ]);
    const notRead: NotRead[] = [];
    if (!roles.ok) notRead.push(whyNot('roles', roles.error));
    if (!divisions.ok) notRead.push(whyNot('divisions', divisions.error));
    if (described?.ok === false) notRead.push({ what: 'operations', why: described.why });
    const all: readonly Role[] = roles.ok ? roles.value : [];
    const held = grants?.ok ? { roleIds: new Set(grants.value.map(({ role }) => role.id)) } : undefined;
    return {
      roles: roles.ok ? new Map(all.map((role) => [role.id, namedRole(role)])) : undefined,
      divisions: divisions.ok ? new Map(divisions.value.map(({ id, name }) => [id, name])) : undefined,
      notRead,
      yardstick: described?.ok
        ? {
            index: indexOperations(described.operations),
            org: { operations: described.operations, roles: all, held },
            roles: new Map(all.map((role) => [role.id, role])),
          }
        : undefined,
    };
  }

  /**
   * Asks what the clients called and when they were last used, those of which nobody has told yet. What an org did not tell
   * of a client is asked again, unless this goes on with what was just cancelled or broken off.
   */
  async askUse(
    orgs: readonly OrgToAsk[],
    goesOn: boolean,
    signal: AbortSignal,
    told: Told,
  ): Promise<Unasked> {
    const unasked = new Map<string, Map<Part, PlatformError>>();
    const ended = (part: Part) => (account: string, error: PlatformError) => {
      unasked.set(account, new Map([...(unasked.get(account) ?? []), [part, error]]));
    };
    const yardsticks = new Map(orgs.map(({ org, yardstick }) => [org.account, yardstick]));
    const describedOrgs = orgs.filter(({ yardstick }) => yardstick !== undefined).map(({ org }) => org);
    const byCalls = this.without('calls', describedOrgs, !goesOn);
    const allOrgs = orgs.map(({ org }) => org);
    const questions = byCalls.length + this.without('last', allOrgs, !goesOn).length;
    const { wait } = this.means;
    const common = { wait, report: (asked: number, waits?: number) => told(asked, questions, waits) };
    const { asked } = await askOfEach<CallsRead>(
      byCalls,
      {
        ...common,
        ask: async (found, ending) => await this.askCalls(found, yardsticks.get(found.org.account), ending),
        note: (found, read) => this.noteCalls(found, read),
        ended: ended('calls'),
      },
      signal,
    );
    await askLastUses(
      this.without('last', allOrgs, !goesOn),
      {
        wait,
        report: (more, waits) => told(asked + more, questions, waits),
        ask: async (found, ending) => await this.lastUses.askOrg(found, ending),
        note: (found, use) => this.noteUse(found, use),
        ended: ended('last-use'),
      },
      signal,
    );
    await this.means.kept?.written();
    if (signal.aborted) for (const { org } of orgs) this.noteCancelled(org, unasked);
    return unasked;
  }

  /** The parts of which an org has not told all. */
  private noteCancelled(org: OrgClients, unasked: Map<string, Map<Part, PlatformError>>): void {
    const before = unasked.get(org.account) ?? new Map<Part, PlatformError>();
    for (const [part, what] of [
      ['calls', 'calls'],
      ['last-use', 'last'],
    ] as const) {
      const isWhole = this.without(what, [org], false).length === 0;
      if (!isWhole && !before.has(part)) before.set(part, { kind: 'cancelled' });
    }
    if (before.size > 0) unasked.set(org.account, before);
  }

  /** The clients of which it is not known; `orUntold`: or of which the org did not tell it. */
  private without(what: keyof ClientUse, orgs: readonly OrgClients[], orUntold: boolean): FoundClient[] {
    return orgs.flatMap((org) =>
      org.clients.flatMap((client) => {
        const known = this.useOf(org, client.id)[what];
        return known === undefined || (orUntold && known.kind === 'untold') ? [{ org, client }] : [];
      }),
    );
  }

  private async askCalls(
    { org, client }: FoundClient,
    yardstick: Yardstick | undefined,
    signal: AbortSignal,
  ): Promise<Result<CallsRead>> {
    if (yardstick === undefined) return { ok: true, value: { kind: 'untold' } };
    const calls = await this.means.connections.call(
      org.account,
      async (to) => await readCalledEndpoints(to, client.id, signal),
    );
    return calls.ok ? { ok: true, value: callsRead(client, calls.value, yardstick, new Date()) } : calls;
  }

  private noteCalls(found: FoundClient, read: CallsRead): void {
    const { account } = found.org;
    const at = Date.now();
    this.calls.set(keyOf(account, found.client.id), { read, at });
    // What an org did not tell is asked again.
    if (read.kind !== 'untold')
      this.means.kept?.note(account, { clientId: found.client.id, at, calls: read });
    // Who called nothing in 90 days called nothing in 30 of them.
    const calledNothing = read.kind === 'too-early' ? read.calledNothing : read.kind === 'nothing-called';
    if (calledNothing) this.noteUse(found, { kind: 'unused' });
  }

  private noteUse(found: FoundClient, use: NonNullable<ClientUse['last']>): void {
    const at = Date.now();
    this.lastUses.note(found, use, at);
    if (use.kind !== 'untold')
      this.means.kept?.note(found.org.account, { clientId: found.client.id, at, last: use });
  }

  private async described(org: OrgClients, signal: AbortSignal) {
    const { connections, operations } = this.means;
    const hosts = await connections.call(org.account, async (to) => ({ ok: true, value: to.apiUrl }));
    if (!hosts.ok) return { ok: false, why: adviceOn(hosts.error).why } as const;
    const known = await operations.of(hosts.value, signal);
    if (known.ok) return { ok: true, operations: known.description.operations } as const;
    const { host } = new URL(hosts.value);
    return { ok: false, why: unreadOperationsText(known.why, host, this.means.language()).why } as const;
  }
}

/** What could not be read, and why, in words. */
export function whyNot(what: Part, error: PlatformError): NotRead {
  return { what, why: adviceOn(error).why };
}

function keyOf(account: string, clientId: string): string {
  return `${account} ${clientId}`;
}
