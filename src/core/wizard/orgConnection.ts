import * as l10n from '@vscode/l10n';
import type { Connection } from '../platform/request.ts';
import { type OrgFacts, orgOf } from '../procedures/context.ts';
import { withNamedAccess } from '../procedures/namedAccess.ts';
import { afterRenewal } from '../signIn/renewal.ts';
import { wayId } from '../signIn/ways.ts';
import { Attempts, connectionTo, signedInOrg } from './connection.ts';
import type { SessionChange, SessionRef, SignInPort, SignInResult, SignInTry } from './ports.ts';
import type { WizardStore } from './store.ts';

/**
 * The wizard's connection to an org: made only when the person asks, or silently from the session that it had before.
 * One attempt at a time: a new one ends the one before, and what an ended attempt still finds out is dropped.
 */
export class OrgConnection {
  private readonly attempts: Attempts;
  private readonly stopListening: () => void;
  /** The session (its ID) that was last connected, which can be signed in to again after it has gone. */
  private lastSession: string | undefined;

  constructor(
    private readonly signIn: SignInPort,
    private readonly store: WizardStore,
    /** Reads what depends on where one is. */
    private readonly arrive: () => Promise<void>,
    /** Begins to read of an org what takes no more than its token. */
    readAhead: (connection: Connection, signal: AbortSignal) => void,
  ) {
    this.attempts = new Attempts(
      (stage) => this.store.connect({ kind: 'attempt-reported', stage }),
      readAhead,
    );
    this.stopListening = signIn.onChange((change) => void this.sessionsChanged(change));
  }

  /** The connection to this org, or undefined while somebody else or nobody is signed in. */
  to(org: Pick<OrgFacts, 'id' | 'region'>): Connection | undefined {
    return connectionTo(this.store.connection, org);
  }

  /**
   * Takes up what the wizard was doing before, without asking anything; another account's org is never taken up. Where
   * it was doing nothing, the org of the region that is suggested is meant.
   */
  async resume(suggestedRegion?: string): Promise<void> {
    await this.showWays();
    const { place, account, preparing } = this.store.connection;
    if (place.kind === 'admin-page') return await this.arrive();
    if (place.kind === 'org' || preparing !== undefined) return;
    const sessions = await this.signIn.sessions();
    const session =
      account === undefined ? meantAmong(sessions, suggestedRegion) : ofAccount(sessions, account);
    if (session !== undefined) await this.open(session.id);
  }

  /** The region (its domain) of the org that the wizard is at, or comes back to; undefined when there is none. */
  async meantRegion(): Promise<string | undefined> {
    const { place, account, preparing } = this.store.connection;
    if (preparing !== undefined) return preparing;
    if (place.kind === 'admin-page') return place.region;
    return ofAccount(await this.signIn.sessions(), account)?.region;
  }

  /** Goes on with a draft that was taken up in the org that it is for, without asking anything. */
  async takeUp(): Promise<void> {
    this.endAttempt();
    // That somebody signed out in another window a moment ago may not have been heard of here yet.
    const here = signedInOrg(this.store.connection);
    if (here !== undefined && !(await this.isThere(here.session.id)))
      this.store.connect({ kind: 'session-gone' });
    await this.resume();
  }

  /** Connects in the way of this name; asks the person for whatever that needs. */
  async connect(name: string): Promise<void> {
    const way = this.store.state.ways.find((each) => wayId(each) === name);
    if (way === undefined) return;
    this.store.connect({ kind: 'gave-up-preparing' });
    switch (way.kind) {
      case 'admin-page':
        return await this.chooseAdminPage();
      case 'signed-in': {
        const { id } = way.session;
        return (await this.isThere(id)) ? await this.open(id) : await this.showWays();
      }
      case 'browser':
        return way.client === undefined
          ? await this.chooseRegionOfClient()
          : await this.try(this.signIn.signIn(way));
      case 'practice-org':
      case 'found':
      case 'client-credentials':
      case 'access-token':
        return await this.try(this.signIn.signIn(way));
    }
  }

  /** Once more what failed last. */
  async connectAgain(): Promise<void> {
    const { last } = this.attempts;
    if (last !== undefined) await this.try(last.tried);
  }

  /** The same as last in the likely regions, one after the other. */
  async tryRegions(): Promise<void> {
    const { elsewhere } = this.attempts.last ?? {};
    if (elsewhere !== undefined) await this.try(elsewhere);
  }

  /** Shows how to make the client to sign in with in this region. */
  prepareClient(region: string): void {
    this.attempts.begin();
    this.store.connect({ kind: 'began-preparing', region });
  }

  /** The client to sign in with has been made: asks for its ID and goes on. */
  async useNewClient(): Promise<void> {
    const { preparing } = this.store.connection;
    if (preparing !== undefined) await this.try(this.signIn.withNewClient(preparing));
  }

  /** Signs in again as before, in place, and says whether to this org; one ID may stand for an org in two regions. */
  async signInAgain(
    org: Pick<OrgFacts, 'id' | 'region'>,
  ): Promise<'same-org' | 'other-org' | 'not-signed-in'> {
    const before = this.lastSession;
    await this.try(before === undefined ? this.signIn.anyWay() : this.signIn.again(before));
    const now = signedInOrg(this.store.connection);
    if (now === undefined || now.session.id === before) return 'not-signed-in';
    if (this.to(org) !== undefined) return 'same-org';
    // The next try is once more for the org that is meant.
    this.lastSession = before;
    return 'other-org';
  }

  /** Reads the org again. */
  async reload(): Promise<void> {
    const here = signedInOrg(this.store.connection);
    if (here !== undefined) await this.open(here.session.id);
  }

  /** Ends the attempt that is under way; whoever was connected before still is. */
  cancel(): void {
    const isPreparing = this.store.state.connecting.kind === 'preparing-client';
    this.attempts.end();
    this.attempts.forgetLast();
    this.store.connect({ kind: isPreparing ? 'gave-up-preparing' : 'attempt-ended' });
  }

  /** Ends the attempt that is under way, because the person went on to something else. */
  endAttempt(): void {
    this.attempts.end();
    this.store.connect({ kind: 'attempt-ended' });
  }

  /** Signs out and forgets the org; every answer stays. */
  async disconnect(): Promise<void> {
    const here = signedInOrg(this.store.connection);
    this.leave();
    this.attempts.forgetLast();
    if (here !== undefined) await this.signIn.signOut(here.session.id);
  }

  /** Leaves the org, to which one stays signed in, for another one. */
  leave(): void {
    this.attempts.end();
    this.store.connect({ kind: 'left' });
  }

  dispose(): void {
    this.stopListening();
    this.attempts.close();
  }

  /** Sessions came or went, here or in another window: the wizard must not claim otherwise. */
  private async sessionsChanged({ changed, removed }: SessionChange): Promise<void> {
    const id = signedInOrg(this.store.connection)?.session.id;
    if (id !== undefined && changed.includes(id)) await this.followRenewal(id);
    if (id !== undefined && removed.includes(id)) await this.followRemoval(id);
    await this.showWays();
  }

  /** Takes over what another window, or a request, has renewed. */
  private async followRenewal(id: string): Promise<void> {
    const session = (await this.signIn.sessions()).find((each) => each.id === id);
    const here = signedInOrg(this.store.connection);
    if (session === undefined || here?.session.id !== id) return;
    const change = afterRenewal(here.org, here.session, session);
    this.store.connect({ kind: 'org-changed', change, session });
  }

  private async followRemoval(id: string): Promise<void> {
    const { account } = this.store.connection;
    const successor = ofAccount(await this.signIn.sessions(), account);
    // Somebody may have signed in meanwhile.
    if (signedInOrg(this.store.connection)?.session.id !== id) return;
    if (successor === undefined) this.store.connect({ kind: 'session-gone' });
    else if (this.store.connection.activity.kind !== 'attempt') await this.open(successor.id);
  }

  private async isThere(id: string): Promise<boolean> {
    return (await this.signIn.sessions()).some((session) => session.id === id);
  }

  private async showWays(): Promise<void> {
    this.store.update({ ways: await this.signIn.ways() });
  }

  /** Opens a session. One that has ended is signed in to again at the next try. */
  private async open(id: string): Promise<void> {
    await this.try(this.signIn.open(id), id);
  }

  /** `opened` is the session (its ID) that the try is to open, if it is one that exists. */
  private async try(trying: SignInTry, opened?: string): Promise<void> {
    const attempt = this.attempts.begin();
    const result = await trying(attempt);
    if (!attempt.signal.aborted) await this.take(result, trying, opened, attempt.signal);
  }

  private async take(
    result: SignInResult,
    tried: SignInTry,
    opened: string | undefined,
    signal: AbortSignal,
  ): Promise<void> {
    switch (result.kind) {
      case 'cancelled':
        this.attempts.end();
        return this.store.connect({ kind: 'attempt-ended' });
      case 'preparing-client':
        return this.prepareClient(result.region);
      case 'failed': {
        // With the try ends what was begun beside it.
        this.attempts.end();
        const { failure } = result;
        const isEnded = failure.kind === 'session-ended' && opened !== undefined;
        this.attempts.note(isEnded ? this.signIn.again(opened) : tried, result);
        return this.store.connect({ kind: 'attempt-failed', failure, opened });
      }
      case 'signed-in': {
        const { id } = result.signedIn.session;
        this.store.connect({ kind: 'entered', signedIn: result.signedIn });
        this.lastSession = id;
        this.attempts.forgetLast();
        await Promise.all([this.arrive(), this.showWays()]);
        // A sign-out elsewhere, while the org was being read, found nobody here to tell.
        const isHere = !signal.aborted && signedInOrg(this.store.connection)?.session.id === id;
        if (isHere && !(await this.isThere(id))) this.store.connect({ kind: 'session-gone' });
      }
    }
  }

  /** Whoever logs in with the browser for the first time sees what is needed before they are asked for it. */
  private async chooseRegionOfClient(): Promise<void> {
    const region = await this.askRegion();
    if (region !== undefined) this.prepareClient(region);
  }

  /** There, roles that were chosen in an org are known by name. */
  private async chooseAdminPage(): Promise<void> {
    const region = await this.askRegion();
    if (region === undefined) return;
    const { context, memory } = this.store.state;
    const org = orgOf(context);
    if (org !== undefined)
      this.store.remember({ draft: withNamedAccess(memory.draft, org.access, l10n.t('All divisions')) });
    this.store.connect({ kind: 'chose-admin-page', region });
    await this.arrive();
  }

  /** Undefined when cancelled; all is then as before. */
  private async askRegion(): Promise<string | undefined> {
    const { signal, report } = this.attempts.begin();
    report({ kind: 'signing-in', where: 'here' });
    const region = await this.signIn.askRegion(signal);
    if (signal.aborted) return undefined;
    if (region === undefined) this.store.connect({ kind: 'attempt-ended' });
    return region;
  }
}

function ofAccount(sessions: readonly SessionRef[], account: string | undefined): SessionRef | undefined {
  return account === undefined ? undefined : sessions.find((session) => session.account === account);
}

/** Nobody is taken up again: the latest session of the suggested region (its domain), or the only one where none is. */
function meantAmong(
  sessions: readonly SessionRef[],
  suggestedRegion: string | undefined,
): SessionRef | undefined {
  if (suggestedRegion !== undefined) return sessions.findLast(({ region }) => region === suggestedRegion);
  return sessions.length === 1 ? sessions[0] : undefined;
}
