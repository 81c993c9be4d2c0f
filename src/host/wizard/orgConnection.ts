import type * as vscode from 'vscode';
import type { Connection } from '../../core/platform/request.ts';
import type { Org } from '../../core/procedures/context.ts';
import { wayId } from '../../core/signIn/ways.ts';
import type { Services } from '../services.ts';
import type { SigningWay } from '../signIn/flows/flowOf.ts';
import type { Session } from '../signIn/session.ts';
import type { SignInResult } from '../signIn/signIn.ts';
import { Attempts, type Doing } from './attempts.ts';
import { OrgStanding } from './orgStanding.ts';
import type { WizardStore } from './store.ts';
import type { WorkspaceLook } from './workspaceLook.ts';

/**
 * The wizard's connection to an org: made only when the person asks, or silently from the session that it had before.
 * One attempt at a time: a new one ends the one before, and what an ended attempt still finds out is dropped.
 */
export class OrgConnection implements vscode.Disposable {
  private readonly standing: OrgStanding;
  private readonly attempts: Attempts;

  constructor(
    private readonly services: Services,
    private readonly store: WizardStore,
    private readonly look: WorkspaceLook,
    /** Reads what takes longer than connecting. */
    private readonly loadMore: () => Promise<void>,
  ) {
    this.standing = new OrgStanding(services.sessions, store);
    this.attempts = new Attempts((connecting) => store.update({ connecting }));
  }

  /** The connection to this org, or undefined while somebody else or nobody is signed in. */
  to(org: Org): Connection | undefined {
    return this.standing.to(org);
  }

  /**
   * Takes up what the wizard was doing before, without asking anything; another account's org is never taken up. Where
   * it was doing nothing, the org of the region that is suggested is meant.
   */
  async resume(suggestedRegion?: string): Promise<void> {
    await this.showWays();
    const { adminPageRegion, preparingRegion, account } = this.store.state.memory;
    if (preparingRegion !== undefined) return this.standing.rest();
    if (adminPageRegion !== undefined) return await this.goToAdminPage();
    const { sessions } = this.services;
    const session =
      account === undefined
        ? meantAmong(await sessions.all(), suggestedRegion)
        : await sessions.ofAccount(account);
    if (session !== undefined) await this.open(session);
  }

  /** The region (its domain) of the org that the wizard is at, or comes back to; undefined when there is none. */
  async meantRegion(): Promise<string | undefined> {
    const { adminPageRegion, preparingRegion, account } = this.store.state.memory;
    return preparingRegion ?? adminPageRegion ?? (await this.services.sessions.ofAccount(account))?.region;
  }

  /** Goes on with a former draft in the org that it is for, without asking anything. */
  async takeUp(): Promise<void> {
    const { account, adminPageRegion, preparingRegion } = this.store.state.memory;
    const isElsewhere = adminPageRegion !== undefined || preparingRegion !== undefined;
    const { connected } = this.standing;
    const isMeant = connected?.session.account.id === account && !isElsewhere;
    // That somebody signed out in another window a moment ago may not have been heard of here yet.
    if (isMeant && (connected === undefined || (await this.isThere(connected.session)))) {
      this.attempts.end();
      return this.standing.rest();
    }
    this.goElsewhere();
    await this.resume();
  }

  /** Connects in the way of this name; asks the person for whatever that needs. */
  async connect(name: string): Promise<void> {
    const way = this.store.state.ways.find((each) => wayId(each) === name);
    if (way === undefined) return;
    this.store.remember({ preparingRegion: undefined });
    switch (way.kind) {
      case 'admin-page':
        return await this.chooseAdminPage();
      case 'signed-in': {
        const session = await this.services.sessions.get(way.session.id);
        return session === undefined ? await this.showWays() : await this.open(session);
      }
      case 'browser':
        return way.client === undefined ? await this.chooseRegionOfClient() : await this.signInBy(way);
      case 'practice-org':
      case 'found':
      case 'client-credentials':
      case 'access-token':
        return await this.signInBy(way);
    }
  }

  /** Once more what failed last. */
  async connectAgain(): Promise<void> {
    const { last } = this.attempts;
    if (last !== undefined) await this.does(last.doing);
  }

  /** The same as last in the likely regions, one after the other. */
  async tryRegions(): Promise<void> {
    const { elsewhere, region } = this.attempts.last ?? {};
    if (elsewhere === undefined || region === undefined) return;
    await this.does(async (attempt) => await this.services.signIn.tryRegions(elsewhere, region, attempt));
  }

  /** Shows how to make the client to sign in with in this region. */
  prepareClient(preparingRegion: string): void {
    this.attempts.begin();
    this.store.remember({ preparingRegion });
    this.store.update({ connecting: { kind: 'preparing-client', region: preparingRegion } });
  }

  /** The client to sign in with has been made: asks for its ID and goes on. */
  async useNewClient(): Promise<void> {
    const region = this.store.state.memory.preparingRegion;
    if (region === undefined) return;
    await this.does(async (attempt) => await this.services.signIn.signInWithNewClient(region, attempt));
  }

  /** Signs in again as before, in place, and says to which org. */
  async signInAgain(): Promise<'same-org' | 'other-org' | 'not-signed-in'> {
    const { connected } = this.standing;
    if (connected === undefined) return 'not-signed-in';
    const { session, org } = connected;
    const attempt = this.attempts.begin();
    const { signal } = attempt;
    const doing: Doing = async (again) => await this.services.signIn.signInAgain(session, again);
    const result = await doing(attempt);
    if (result.kind === 'failed' && !signal.aborted) {
      // The org stays, and with it the Save that waits for this.
      this.attempts.note(doing, result);
      this.store.update({ connecting: { kind: 'disconnected', failure: result.failure } });
      return 'not-signed-in';
    }
    await this.take(doing, result, signal);
    if (result.kind !== 'signed-in' || signal.aborted) return 'not-signed-in';
    return this.to(org) === undefined ? 'other-org' : 'same-org';
  }

  /** Reads the org again. */
  async reload(): Promise<void> {
    if (this.standing.connected !== undefined) await this.open(this.standing.connected.session);
  }

  /** Ends the attempt that is under way; whoever was connected before still is. */
  cancel(): void {
    const isPreparing = this.store.state.connecting.kind === 'preparing-client';
    this.attempts.end();
    this.attempts.forgetLast();
    if (isPreparing) this.store.remember({ preparingRegion: undefined });
    this.standing.rest();
  }

  /** Signs out and forgets the org; every answer stays. */
  async disconnect(): Promise<void> {
    const { connected } = this.standing;
    this.forget();
    if (connected !== undefined) await this.services.signIn.signOut(connected.session.id);
  }

  /** Ends whatever is under way; who is signed in stays so, and the admin page is one way among others again. */
  startOver(): void {
    this.attempts.end();
    if (this.store.state.context.destination.kind === 'admin-page')
      this.store.changeContext({ destination: { kind: 'undecided' } });
    this.standing.rest();
  }

  /** Leaves the org, to which one stays signed in, for another one. */
  goElsewhere(): void {
    this.attempts.end();
    this.standing.leave();
    this.store.changeContext({ destination: { kind: 'undecided' } });
    this.standing.rest();
  }

  /** Sessions came or went, here or in another window: the wizard must not claim otherwise. */
  async sessionsChanged({
    changed,
    removed,
  }: vscode.AuthenticationProviderAuthenticationSessionsChangeEvent): Promise<void> {
    const id = this.standing.connected?.session.id;
    const isOurs = (session: vscode.AuthenticationSession) => session.id === id;
    if (changed?.some(isOurs)) await this.standing.followRenewal();
    if (removed?.some(isOurs)) await this.followRemoval();
    await this.showWays();
  }

  dispose(): void {
    this.attempts.close();
  }

  private async isThere({ id }: Session): Promise<boolean> {
    return (await this.services.sessions.get(id)) !== undefined;
  }

  private async followRemoval(): Promise<void> {
    const { connected } = this.standing;
    if (connected === undefined) return;
    const successor = await this.services.sessions.ofAccount(connected.session.account.id);
    // Somebody may have signed in meanwhile.
    if (this.standing.connected?.session.id !== connected.session.id) return;
    const isIdle = this.store.state.connecting.kind === 'connected';
    if (successor === undefined) {
      this.standing.leave();
      if (isIdle) this.standing.rest();
    } else if (isIdle) await this.open(successor);
  }

  private async showWays(): Promise<void> {
    this.store.update({ ways: await this.services.signIn.ways() });
  }

  /** Opens a session. One that has ended is signed in to again at the next try. */
  private async open(session: Session): Promise<void> {
    const { signIn } = this.services;
    await this.does(
      async (attempt) => await signIn.open(session, attempt),
      async (attempt) => await signIn.signInAgain(session, attempt),
    );
  }

  private async signInBy(way: SigningWay): Promise<void> {
    await this.does(async (attempt) => await this.services.signIn.signIn(way, attempt));
  }

  private async does(doing: Doing, ifEnded = doing): Promise<void> {
    const attempt = this.attempts.begin();
    const result = await doing(attempt);
    const hasEnded = result.kind === 'failed' && result.failure.kind === 'session-ended';
    await this.take(hasEnded ? ifEnded : doing, result, attempt.signal);
  }

  private async take(doing: Doing, result: SignInResult, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    switch (result.kind) {
      case 'cancelled':
        return this.standing.rest();
      case 'preparing-client':
        return this.prepareClient(result.region);
      case 'failed':
        this.attempts.note(doing, result);
        this.standing.leave();
        return this.standing.rest(result.failure);
      case 'signed-in': {
        const { session } = result;
        this.standing.enter(result);
        this.attempts.forgetLast();
        await Promise.all([this.look.refresh(), this.showWays(), this.loadMore()]);
        // A sign-out elsewhere, while the org was being read, found nobody here to tell.
        if ((await this.services.sessions.get(session.id)) === undefined && !signal.aborted) this.forget();
      }
    }
  }

  /** Whoever logs in with the browser for the first time sees what is needed before they are asked for it. */
  private async chooseRegionOfClient(): Promise<void> {
    const region = await this.askRegion();
    if (region !== undefined) this.prepareClient(region);
  }

  private async chooseAdminPage(): Promise<void> {
    const adminPageRegion = await this.askRegion();
    if (adminPageRegion === undefined) return;
    this.store.remember({ adminPageRegion });
    await this.goToAdminPage();
  }

  /** Undefined when cancelled; all is then as before. */
  private async askRegion(): Promise<string | undefined> {
    const { signal, report } = this.attempts.begin();
    report({ kind: 'signing-in', where: 'here' });
    const region = await this.services.signIn.askRegion(signal);
    if (signal.aborted) return undefined;
    if (region === undefined) this.standing.rest();
    return region;
  }

  private async goToAdminPage(): Promise<void> {
    const region = this.store.state.memory.adminPageRegion;
    if (region === undefined) return;
    this.standing.goToAdminPage(region);
    await this.look.refresh();
  }

  private forget(): void {
    this.attempts.begin();
    this.standing.leave();
    this.attempts.forgetLast();
    this.store.remember({ account: undefined });
    this.standing.rest();
  }
}

/** Nobody is taken up again: the latest session of the suggested region (its domain), or the only one where none is. */
function meantAmong(sessions: readonly Session[], suggestedRegion: string | undefined): Session | undefined {
  if (suggestedRegion !== undefined) return sessions.findLast(({ region }) => region === suggestedRegion);
  return sessions.length === 1 ? sessions[0] : undefined;
}
