import type { Connection } from '../../core/platform/request.ts';
import { loadOrg } from '../../core/procedures/loadOrg.ts';
import type { ConnectFailure } from '../../core/wizard/state.ts';
import { reasonOf } from '../reason.ts';
import type { Services } from '../services.ts';
import type { Session } from '../signIn/sessions.ts';
import type { FrameworkLook } from './frameworkLook.ts';
import type { WizardStore } from './store.ts';

/**
 * The wizard's connection to an org: made only when the person asks, or silently from a session that exists. One
 * attempt at a time: a new one ends the one before, and what an ended attempt still finds out is dropped.
 */
export class OrgConnection {
  private session: Session | undefined;
  private connection: Connection | undefined;
  private attempt = new AbortController();

  constructor(
    private readonly services: Services,
    private readonly store: WizardStore,
    private readonly look: FrameworkLook,
  ) {}

  /** The connection in use. Undefined unless the state says connected. */
  get current(): Connection | undefined {
    return this.connection;
  }

  /** Takes up the latest session of an earlier time, without asking anything; without one nothing happens. */
  async resume(): Promise<void> {
    const signal = this.begin();
    const session = (await this.services.sessions.all()).at(-1);
    if (session !== undefined && !signal.aborted) await this.load(session, signal);
  }

  /** Signs in, asking who to be, and reads the org. */
  async connect(): Promise<void> {
    const signal = this.begin();
    this.store.update({ connecting: { kind: 'starting-practice-org' } });
    try {
      await this.services.practiceOrg.reach();
    } catch (error) {
      return this.fail(signal, { kind: 'practice-org-not-started', reason: reasonOf(error) });
    }
    if (signal.aborted) return;
    this.store.update({ connecting: { kind: 'signing-in' } });
    try {
      const session = await this.services.signIn.signIn(signal);
      if (signal.aborted) return;
      if (session === undefined) this.stay();
      else await this.load(session, signal);
    } catch (error) {
      this.fail(signal, { kind: 'sign-in-refused', reason: reasonOf(error) });
    }
  }

  /** Reads the org again; signed out meanwhile, it says so. */
  async reload(): Promise<void> {
    if (this.session !== undefined) await this.load(this.session, this.begin());
  }

  /** Ends the attempt that is under way; whoever was connected before still is. */
  cancel(): void {
    this.attempt.abort();
    this.stay();
  }

  /** Signs out and forgets the org; every answer stays. */
  async disconnect(): Promise<void> {
    const { session } = this;
    this.fail(this.begin(), undefined);
    if (session !== undefined) await this.services.signIn.signOut(session.id);
  }

  /** Somebody signed out elsewhere, in the Accounts menu perhaps: the wizard must not claim otherwise. */
  sessionsEnded(ids: readonly string[]): void {
    if (this.session !== undefined && ids.includes(this.session.id)) this.fail(this.begin(), undefined);
  }

  dispose(): void {
    this.attempt.abort();
  }

  private begin(): AbortSignal {
    this.attempt.abort();
    this.attempt = new AbortController();
    return this.attempt.signal;
  }

  private async load(session: Session, signal: AbortSignal): Promise<void> {
    this.store.update({ connecting: { kind: 'loading-org' } });
    let connection: Connection;
    try {
      connection = await this.services.signIn.connectionOf(session);
    } catch (error) {
      return this.fail(signal, { kind: 'practice-org-not-started', reason: reasonOf(error) });
    }
    const org = await loadOrg(connection, session, signal);
    if (signal.aborted) return;
    if (!org.ok) {
      // A session whose token is dead is forgotten, so that the next try asks for a new one.
      if (org.error.kind === 'signed-out') await this.services.sessions.remove(session.id);
      return this.fail(signal, { kind: 'org-not-loaded', error: org.error });
    }
    this.session = session;
    this.connection = connection;
    const context = { ...this.store.state.context, org: org.value };
    this.store.update({ connecting: { kind: 'connected' }, context });
    await this.look.refresh();
  }

  private stay(): void {
    this.store.update({
      connecting: { kind: this.connection === undefined ? 'disconnected' : 'connected' },
    });
  }

  private fail(signal: AbortSignal, failure: ConnectFailure | undefined): void {
    if (signal.aborted) return;
    this.session = undefined;
    this.connection = undefined;
    const { org: _, ...context } = this.store.state.context;
    this.store.update({ connecting: { kind: 'disconnected', failure }, context });
  }
}
