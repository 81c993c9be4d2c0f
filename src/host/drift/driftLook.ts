import { foundOf, meantBy, type OrgAccount } from '../../core/clients/whereabouts.ts';
import { compareWritten } from '../../core/drift/compareWritten.ts';
import {
  type Comparison,
  type Comparisons,
  type NotCompared,
  together,
} from '../../core/drift/comparison.ts';
import { type ComparedFile, compareFramework, type KnownOrgs } from '../../core/drift/framework.ts';
import { compareScim } from '../../core/drift/scim.ts';
import type { OrgNames } from '../../core/drift/scimFacts.ts';
import { isGone } from '../../core/operations/deleteClient.ts';
import { concernsWholeOrg, type Waiting, waitedAsAsked } from '../../core/operations/patience.ts';
import { listDivisions, listRoles } from '../../core/platform/authorization.ts';
import type { ClientRecord } from '../../core/platform/clientRecord.ts';
import type { PlatformError, Result } from '../../core/platform/errors.ts';
import type { PracticeStanding } from '../../core/scim/practiceAddresses.ts';
import { isPracticeAccount } from '../../core/signIn/accountId.ts';
import { unlessAborted, wait } from '../../disk/wait.ts';
import { effectsOn } from '../clients/clientChanges.ts';
import type { Services } from '../services.ts';
import { type Files, filesOf, isScim, namedIn, regionsIn, type Wanted } from './driftFiles.ts';

/** Says how far a look is; `waitsSeconds` while an org has asked to wait. */
export type ReportLook = (orgName: string, waitsSeconds?: number) => void;

export type LookServices = Pick<
  Services,
  'connections' | 'orgClients' | 'practiceOrgs' | 'sessions' | 'time' | 'written'
>;

/** So many clients that no list has are asked for one by one. */
const MOST_SOUGHT = 50;

/** Minutes for which what a cancelled look has read is good enough to go on from. */
export const GOES_ON_WITHIN_MINUTES = 10;

/** What a look has read so far, by keys of its own, and since when. */
type Begun = { readonly at: number; readonly read: Set<string> };

type Org = OrgAccount & { readonly practice: boolean };

/** Reads what was meant and what is there, and compares the two. Nobody is asked to sign in for it. */
export class DriftLook {
  /** What orgs say of their roles and divisions, by account. */
  private readonly names = new Map<string, OrgNames>();
  /** Why clients could not be read that no list has: they are gone, or nobody knows. By account and ID in lower case. */
  private readonly sought = new Map<string, PlatformError>();
  private practiceOrgs: ReadonlyMap<string, PracticeStanding> = new Map();
  /** The last look that was cancelled. */
  private left: Begun | undefined;

  constructor(private readonly services: LookServices) {}

  /** Reads the files and the orgs that are concerned anew, then compares; undefined once the signal aborts. */
  async anew(wanted: Wanted, signal: AbortSignal, report: ReportLook): Promise<Comparisons | undefined> {
    return await this.look(wanted, signal, report, { at: Date.now(), read: new Set() });
  }

  /** The same, but what a look has read that was cancelled a moment ago is not read again. */
  async goOn(wanted: Wanted, signal: AbortSignal, report: ReportLook): Promise<Comparisons | undefined> {
    const isGood = this.left !== undefined && Date.now() - this.left.at < GOES_ON_WITHIN_MINUTES * 60_000;
    const begun = isGood && this.left !== undefined ? this.left : { at: Date.now(), read: new Set<string>() };
    return await this.look(wanted, signal, report, begun);
  }

  /** The orgs that the last look had read when it was cancelled, by name. */
  readSoFar(): readonly string[] {
    const { read } = this.left ?? { read: new Set<string>() };
    return this.services.orgClients
      .orgs()
      .filter(({ account }) => read.has(account))
      .map(({ orgName }) => orgName);
  }

  private async look(
    wanted: Wanted,
    signal: AbortSignal,
    report: ReportLook,
    begun: Begun,
  ): Promise<Comparisons | undefined> {
    await this.services.orgClients.settled();
    const files = await filesOf(wanted);
    const orgs = this.concerned(wanted, files.files);
    for (const org of orgs) {
      if (signal.aborted) break;
      report(org.orgName);
      await unlessAborted(signal, this.readOrg(org, files.files, signal, report, begun.read));
    }
    await unlessAborted(signal, this.seek(wanted, files.files, orgs, signal, begun.read));
    // What is on its way still counts, once it is there.
    this.left = signal.aborted ? begun : undefined;
    return signal.aborted ? undefined : this.compared(wanted, files);
  }

  /** Compares by what is known now: reads the files, and sends nothing. */
  async now(wanted: Wanted): Promise<Comparisons> {
    return this.compared(wanted, await filesOf(wanted));
  }

  private compared(wanted: Wanted, { files, unread }: Files): Comparisons {
    const known = { ...this.known(), names: this.names, practiceOrgs: this.practiceOrgs };
    const { reckon } = this.services.time;
    const today = new Date().toISOString().slice(0, 10);
    const inFiles = files.map((file) =>
      isScim(file) ? compareScim(file, known, reckon) : compareFramework(file, known, today),
    );
    const all = together([
      ...inFiles,
      { compared: [], notCompared: unread },
      ...(wanted.kind === 'file' ? [] : [this.written(wanted, today)]),
    ]);
    if (wanted.kind !== 'client') return all;
    // A practice org may have a client of the same ID, and an entry may stand under another region than its client's.
    const isMeant = ({ org, subject }: Comparison) =>
      org.region === wanted.region &&
      org.practice === wanted.practice &&
      subject.clientId.toLowerCase() === wanted.clientId.toLowerCase();
    return {
      compared: all.compared.filter(isMeant),
      notCompared: all.notCompared.filter(
        ({ of, why }) => of.kind === 'written' || (of.region === wanted.region && why.kind === 'unread'),
      ),
    };
  }

  /** What was read before an org could not be read any more says nothing of what is there now. */
  private known(): KnownOrgs {
    const { orgClients } = this.services;
    const failed = new Set(orgClients.failures().map(({ org }) => org.account));
    const orgs = orgClients.current().filter(({ account }) => !failed.has(account));
    const failures: KnownOrgs['failures'] = (region) =>
      orgClients.failures(region).map(({ org, error }) => {
        return { orgName: org.orgName, practice: isPracticeAccount(org.account), error };
      });
    return {
      orgs,
      failures,
      knowledge: (region) => {
        if (failures(region).length > 0) return 'failed';
        const { kind } = orgClients.standing(region);
        return kind === 'reading' ? 'unread' : kind;
      },
    };
  }

  private written(wanted: Exclude<Wanted, { kind: 'file' }>, today: string): Comparisons {
    const { orgClients } = this.services;
    const failures = orgClients.failures();
    return together(
      this.remembered(wanted).map(({ id, written, home }): Comparisons => {
        const name = written.fields.name ?? id;
        const not = (why: NotCompared['why']): Comparisons => ({
          compared: [],
          notCompared: [{ of: { kind: 'written', name, region: home.region }, why }],
        });
        const org = this.orgOf(home, id, written.account);
        if (org === undefined) return not({ kind: 'signed-out' });
        const failure = failures.find((each) => each.org.account === org.account);
        if (failure !== undefined) return not({ kind: 'unread', orgName: org.orgName, error: failure.error });
        const client = foundOf(orgClients.current(), org.account, id)?.client;
        const error = this.sought.get(soughtKey(org, id));
        if (client === undefined && error === undefined) return not({ kind: 'not-judged', count: 1 });
        if (client === undefined && error !== undefined && !isGone(error))
          return not({ kind: 'unread', orgName: org.orgName, error });
        return {
          compared: [compareWritten({ clientId: client?.id ?? id, org, written }, client, today)],
          notCompared: [],
        };
      }),
    );
  }

  private remembered(wanted: Exclude<Wanted, { kind: 'file' }>) {
    const { written } = this.services;
    const homes =
      wanted.kind === 'all' ? written.homes() : [{ region: wanted.region, practice: wanted.practice }];
    const all = homes.flatMap((home) => written.in(home).map((each) => ({ ...each, home })));
    return wanted.kind === 'all' ? all : all.filter(({ id }) => id === wanted.clientId.toLowerCase());
  }

  /** The org that a client was written in; where nobody knows by which account, the one that has it. */
  private orgOf(
    home: { readonly region: string; readonly practice: boolean },
    id: string,
    account: string | undefined,
  ): Org | undefined {
    const { orgClients } = this.services;
    const orgs = orgClients
      .practiceOrReal()
      .filter(({ region, practice }) => region === home.region && practice === home.practice);
    const having = orgs.filter((org) => foundOf(orgClients.current(), org.account, id) !== undefined);
    return (
      having.find((org) => org.account === account) ??
      having[0] ??
      orgs.find((org) => org.account === account) ??
      (account === undefined && orgs.length === 1 ? orgs[0] : undefined)
    );
  }

  /** The orgs that one is signed in to and that have to be read for this. */
  private concerned(wanted: Wanted, files: readonly ComparedFile[]): readonly Org[] {
    const orgs = this.services.orgClients.practiceOrReal();
    const regions = new Set(files.flatMap(regionsIn));
    if (wanted.kind === 'client') return orgs.filter(({ region }) => region === wanted.region);
    if (wanted.kind === 'all') for (const { region } of this.services.written.homes()) regions.add(region);
    return orgs.filter(({ region }) => regions.has(region));
  }

  /** As patient as an org asks for. What it does not tell stays unknown. */
  private async readOrg(
    org: Org,
    files: readonly ComparedFile[],
    signal: AbortSignal,
    report: ReportLook,
    read: Set<string>,
  ): Promise<void> {
    const { orgClients, practiceOrgs } = this.services;
    const waiting: Waiting = { wait, waits: (seconds) => report(org.orgName, seconds) };
    const failure = (): PlatformError | undefined =>
      orgClients.failures(org.region).find((each) => each.org.account === org.account)?.error;
    for (let waited = 0; !signal.aborted && !read.has(org.account); waited += 1) {
      await orgClients.refreshOf([org.account]);
      const error = failure();
      if (error === undefined) read.add(org.account);
      if (error === undefined || !(await waitedAsAsked(error, waited, waiting, signal))) break;
    }
    const isForScim = files.some((file) => isScim(file) && regionsIn(file).includes(org.region));
    const names = `names ${org.account}`;
    if (!isForScim || failure() !== undefined || signal.aborted || read.has(names)) return;
    if (await this.readNames(org, signal)) read.add(names);
    const running = await practiceOrgs.whereItRuns(org.region);
    if (running !== undefined)
      this.practiceOrgs = new Map([
        ...this.practiceOrgs,
        [org.region, { kind: 'running', baseUrl: running.baseUrl }],
      ]);
  }

  /** Whether the org told all of them. */
  private async readNames({ account }: Org, signal: AbortSignal): Promise<boolean> {
    const { connections, sessions } = this.services;
    const session = await sessions.ofAccount(account);
    const [roles, divisions, hosts] = await Promise.all([
      connections.call(account, async (to) => await listRoles(to, signal)),
      connections.call(account, async (to) => await listDivisions(to, signal)),
      session && connections.hosts(session).catch(() => undefined),
    ]);
    this.names.set(account, {
      ...(roles.ok && { roles: roles.value }),
      ...(divisions.ok && { divisions: divisions.value }),
      ...(hosts !== undefined && { hosts }),
    });
    return roles.ok && divisions.ok;
  }

  /** A list may lag behind: what it does not have is asked for by its ID. */
  private async seek(
    wanted: Wanted,
    files: readonly ComparedFile[],
    orgs: readonly Org[],
    signal: AbortSignal,
    alreadySought: Set<string>,
  ): Promise<void> {
    const { orgClients } = this.services;
    const failed = new Set(orgClients.failures().map(({ org }) => org.account));
    const remembered = wanted.kind === 'file' ? [] : this.remembered(wanted);
    const isMeant = ({ id }: { readonly id: string }) =>
      wanted.kind !== 'client' || id.toLowerCase() === wanted.clientId.toLowerCase();
    const all = [
      ...files
        .flatMap(namedIn)
        .filter((named) => meantBy(named, orgClients.current()).length === 0)
        .flatMap(({ region, clientId: id, practice }) =>
          orgs
            .filter((org) => org.region === region && (org.practice || !practice))
            .map((org) => ({ org, id })),
        )
        .filter(isMeant),
      ...remembered.flatMap(({ id, home, written }) => {
        const org = this.orgOf(home, id, written.account);
        return org === undefined ? [] : [{ org, id }];
      }),
    ].filter(
      ({ org, id }) =>
        !failed.has(org.account) && foundOf(orgClients.current(), org.account, id) === undefined,
    );
    const missing = new Map(all.map((each) => [soughtKey(each.org, each.id), each]));
    const refusals = new Map<string, PlatformError>();
    for (const [key, { org, id }] of [...missing].slice(0, MOST_SOUGHT)) {
      if (signal.aborted) return;
      if (alreadySought.has(key)) continue;
      const refusal = refusals.get(org.account);
      const read: Result<ClientRecord> =
        refusal === undefined
          ? await effectsOn(this.services, org, id).read(signal)
          : { ok: false, error: refusal };
      if (read.ok) {
        orgClients.noteRecord(org.account, read.value);
        this.sought.delete(key);
        continue;
      }
      this.sought.set(key, read.error);
      if (isGone(read.error)) alreadySought.add(key);
      if (concernsWholeOrg(read.error)) refusals.set(org.account, read.error);
    }
  }
}

function soughtKey({ account }: Org, id: string): string {
  return `${account} ${id.toLowerCase()}`;
}
