import type * as vscode from 'vscode';
import type { Connection } from '../../core/platform/request.ts';
import type { Destination, Org } from '../../core/procedures/context.ts';
import { wayId } from '../../core/signIn/ways.ts';
import type { Connecting } from '../../core/wizard/state.ts';
import type { Services } from '../services.ts';
import type { Attempt, Elsewhere } from '../signIn/flows/flow.ts';
import type { Session } from '../signIn/session.ts';
import type { SignInResult, SigningWay } from '../signIn/signIn.ts';
import type { FrameworkLook } from './frameworkLook.ts';
import type { WizardStore } from './store.ts';

type Doing = (attempt: Attempt) => Promise<SignInResult>;
type Connected = { session: Session; org: Org; connection: Connection };

/**
 * The wizard's connection to an org: made only when the person asks, or silently from a session that exists. One
 * attempt at a time: a new one ends the one before, and what an ended attempt still finds out is dropped.
 */
export class OrgConnection implements vscode.Disposable {
  private connected: Connected | undefined;
  private attempt = new AbortController();
  /** What was tried last, to be tried again; and the same in another region, where that is possible. */
  private last: { doing: Doing; elsewhere: Elsewhere | undefined; region: string | undefined } | undefined;

  constructor(
    private readonly services: Services,
    private readonly store: WizardStore,
    private readonly look: FrameworkLook,
  ) {}

  /** The connection to this org, or undefined while somebody else or nobody is signed in. */
  to(org: Org): Connection | undefined {
    const isSame = this.connected?.org.id === org.id && this.connected.org.region === org.region;
    return isSame ? this.connected?.connection : undefined;
  }

  /** Takes up the latest session of an earlier time, without asking anything; without one nothing happens. */
  async resume(): Promise<void> {
    await this.showWays();
    if (this.store.state.memory.adminPageRegion !== undefined) return await this.goToAdminPage();
    const session = (await this.services.sessions.all()).at(-1);
    if (session !== undefined) await this.does(async (attempt) => await this.open(session, attempt));
  }

  /** Connects in the way of this name; asks the person for whatever that needs. */
  async connect(name: string): Promise<void> {
    const way = this.store.state.ways.find((each) => wayId(each) === name);
    switch (way?.kind) {
      case undefined:
        return;
      case 'admin-page':
        return await this.chooseAdminPage();
      case 'signed-in': {
        const session = await this.services.sessions.get(way.session.id);
        return session === undefined
          ? await this.showWays()
          : await this.does(async (attempt) => await this.open(session, attempt));
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
    if (this.last !== undefined) await this.does(this.last.doing);
  }

  /** The same as last in the likely regions, one after the other. */
  async tryRegions(): Promise<void> {
    const { elsewhere, region } = this.last ?? {};
    if (elsewhere === undefined || region === undefined) return;
    await this.does(async (attempt) => await this.services.signIn.tryRegions(elsewhere, region, attempt));
  }

  /** Shows how to make the client to sign in with in this region. */
  prepareClient(region: string): void {
    this.begin();
    this.store.update({ connecting: { kind: 'preparing-client', region } });
  }

  /** The client to sign in with has been made: asks for its ID and goes on. */
  async useNewClient(): Promise<void> {
    const { connecting } = this.store.state;
    if (connecting.kind !== 'preparing-client') return;
    const { region } = connecting;
    const signal = this.begin();
    const doing: Doing = async (attempt) => await this.services.signIn.signInWithNewClient(region, attempt);
    this.last = { doing, elsewhere: undefined, region: undefined };
    const result = await doing(this.attemptOf(signal));
    // Whoever changes their mind at the last question still sees what to enter.
    if (result.kind === 'cancelled' && !signal.aborted) return this.prepareClient(region);
    await this.take(result, signal);
  }

  /** Signs in again as before, in place. Resolves to whether the same org is connected again. */
  async signInAgain(): Promise<boolean> {
    const { connected } = this;
    if (connected === undefined) return false;
    const { session, org } = connected;
    const signal = this.begin();
    const result = await this.services.signIn.signInAgain(session, this.attemptOf(signal));
    if (result.kind === 'failed' && !signal.aborted) {
      this.store.update({ connecting: { kind: 'disconnected', failure: result.failure } });
      return false;
    }
    await this.take(result, signal);
    return result.kind === 'signed-in' && !signal.aborted && this.to(org) !== undefined;
  }

  /** Reads the org again. */
  async reload(): Promise<void> {
    const { connected } = this;
    if (connected !== undefined)
      await this.does(async (attempt) => await this.open(connected.session, attempt));
  }

  /** Ends the attempt that is under way; whoever was connected before still is. */
  cancel(): void {
    this.attempt.abort();
    this.stay();
  }

  /** Signs out and forgets the org; every answer stays. */
  async disconnect(): Promise<void> {
    const { connected } = this;
    this.forget(this.begin(), { kind: 'disconnected' });
    if (connected !== undefined) await this.services.signIn.signOut(connected.session.id);
  }

  /** Sessions came or went, here or in another window: the wizard must not claim otherwise. */
  async sessionsChanged({
    removed,
  }: vscode.AuthenticationProviderAuthenticationSessionsChangeEvent): Promise<void> {
    const { connected } = this;
    const isOwnDoing = this.store.state.connecting.kind !== 'connected';
    if (connected !== undefined && !isOwnDoing && removed?.some(({ id }) => id === connected.session.id)) {
      const isSame = ({ account }: Session) => account.id === connected.session.account.id;
      const successor = (await this.services.sessions.all()).find(isSame);
      if (successor === undefined) this.forget(this.begin(), { kind: 'disconnected' });
      else await this.does(async (attempt) => await this.open(successor, attempt));
    }
    await this.showWays();
  }

  dispose(): void {
    this.attempt.abort();
  }

  private async showWays(): Promise<void> {
    this.store.update({ ways: await this.services.signIn.ways() });
  }

  private async open(session: Session, attempt: Attempt): Promise<SignInResult> {
    const opened = await this.services.signIn.open(session, attempt);
    const hasEnded = opened.kind === 'failed' && opened.failure.kind === 'session-ended';
    if (hasEnded) this.last = { doing: this.again(session), elsewhere: undefined, region: undefined };
    return opened;
  }

  private again(session: Session): Doing {
    return async (attempt) => await this.services.signIn.signInAgain(session, attempt);
  }

  private async does(doing: Doing): Promise<void> {
    const signal = this.begin();
    this.last = { doing, elsewhere: undefined, region: undefined };
    await this.take(await doing(this.attemptOf(signal)), signal);
  }

  private async take(result: SignInResult, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    switch (result.kind) {
      case 'cancelled':
        return this.stay();
      case 'preparing-client':
        return this.prepareClient(result.region);
      case 'failed': {
        const { failure, elsewhere } = result;
        const region = 'region' in failure ? failure.region : undefined;
        if (this.last !== undefined) this.last = { ...this.last, elsewhere, region };
        return this.forget(signal, { kind: 'disconnected', failure });
      }
      case 'signed-in': {
        const { session, org, connection } = result;
        this.connected = { session, org, connection };
        const { adminPageRegion: _, ...memory } = this.store.state.memory;
        this.store.update({
          connecting: { kind: 'connected' },
          memory,
          outlastsWindow: this.services.sessions.outlastsWindow(session.id),
          context: { ...this.store.state.context, destination: { kind: 'org', org } },
        });
        await Promise.all([this.look.refresh(), this.showWays()]);
      }
    }
  }

  private async signInBy(way: SigningWay): Promise<void> {
    await this.does(async (attempt) => await this.services.signIn.signIn(way, attempt));
  }

  /** Whoever logs in with the browser for the first time sees what is needed before they are asked for it. */
  private async chooseRegionOfClient(): Promise<void> {
    const region = await this.askRegion();
    if (region !== undefined) this.prepareClient(region);
  }

  private async chooseAdminPage(): Promise<void> {
    const adminPageRegion = await this.askRegion();
    if (adminPageRegion === undefined) return;
    this.store.update({ memory: { ...this.store.state.memory, adminPageRegion } });
    await this.goToAdminPage();
  }

  /** Undefined when cancelled; all is then as before. */
  private async askRegion(): Promise<string | undefined> {
    const signal = this.begin();
    this.store.update({ connecting: { kind: 'signing-in', where: 'here' } });
    const region = await this.services.signIn.askRegion(signal);
    if (signal.aborted) return undefined;
    if (region === undefined) this.stay();
    return region;
  }

  private async goToAdminPage(): Promise<void> {
    const region = this.store.state.memory.adminPageRegion;
    if (region === undefined) return;
    this.setDestination({ kind: 'admin-page', region }, { kind: 'disconnected' });
    await this.look.refresh();
  }

  private begin(): AbortSignal {
    this.attempt.abort();
    this.attempt = new AbortController();
    return this.attempt.signal;
  }

  private attemptOf(signal: AbortSignal): Attempt {
    const report = (connecting: Connecting) => {
      if (!signal.aborted) this.store.update({ connecting });
    };
    return { signal, report };
  }

  private stay(): void {
    this.store.update({ connecting: { kind: this.connected === undefined ? 'disconnected' : 'connected' } });
  }

  private forget(signal: AbortSignal, connecting: Connecting): void {
    if (signal.aborted) return;
    this.setDestination({ kind: 'undecided' }, connecting);
  }

  private setDestination(destination: Destination, connecting: Connecting): void {
    this.connected = undefined;
    this.store.update({ connecting, context: { ...this.store.state.context, destination } });
  }
}
