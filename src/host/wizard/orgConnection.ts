import type { Connection } from '../../core/platform/request.ts';
import { loadOrg } from '../../core/procedures/loadOrg.ts';
import type { ConnectFailure } from '../../core/wizard/state.ts';
import { readWorkspace } from '../framework/find.ts';
import type { Services } from '../services.ts';
import type { Session } from '../signIn/sessions.ts';
import type { WizardStore } from './store.ts';

/** The wizard's connection to an org: made only when the person asks, or silently from a session that exists. */
export class OrgConnection {
  private session: Session | undefined;
  private connection: Connection | undefined;

  constructor(
    private readonly services: Services,
    private readonly store: WizardStore,
  ) {}

  /** The connection in use. Undefined unless the state says connected. */
  get current(): Connection | undefined {
    return this.connection;
  }

  /** Takes up the latest session of an earlier time, without asking anything; without one nothing happens. */
  async resume(signal: AbortSignal): Promise<void> {
    const session = (await this.services.sessions.all()).at(-1);
    if (session !== undefined) await this.load(session, signal);
  }

  /** Signs in, asking who to be, and reads the org. */
  async connect(signal: AbortSignal): Promise<void> {
    this.store.update({ connecting: { kind: 'starting-practice-org' } });
    try {
      await this.services.practiceOrg.reach();
    } catch (error) {
      this.fail({ kind: 'practice-org-not-started', reason: reasonOf(error) });
      return;
    }
    if (signal.aborted) return this.stay();
    this.store.update({ connecting: { kind: 'signing-in' } });
    try {
      const session = await this.services.signIn.signIn(signal);
      if (session === undefined) this.stay();
      else await this.load(session, signal);
    } catch (error) {
      if (signal.aborted) this.stay();
      else this.fail({ kind: 'sign-in-refused', reason: reasonOf(error) });
    }
  }

  /** Reads the org again; signed out meanwhile, it says so. */
  async reload(signal: AbortSignal): Promise<void> {
    if (this.session !== undefined) await this.load(this.session, signal);
  }

  /** Signs out and forgets the org; every answer stays. */
  async disconnect(): Promise<void> {
    const { session } = this;
    this.fail(undefined);
    if (session !== undefined) await this.services.signIn.signOut(session.id);
  }

  private async load(session: Session, signal: AbortSignal): Promise<void> {
    this.store.update({ connecting: { kind: 'loading-org' } });
    try {
      const connection = await this.services.signIn.connectionOf(session);
      const org = await loadOrg(connection, session, signal);
      if (!org.ok) {
        await this.giveUp(session, { kind: 'org-not-loaded', error: org.error });
        return;
      }
      this.session = session;
      this.connection = connection;
      const workspace = await readWorkspace(org.value.region);
      const context = { ...this.store.state.context, org: org.value, workspace };
      this.store.update({ connecting: { kind: 'connected' }, context });
    } catch (error) {
      this.fail({ kind: 'practice-org-not-started', reason: reasonOf(error) });
    }
  }

  /** A session whose token is dead is forgotten, so that the next try asks for a new one. */
  private async giveUp(
    session: Session,
    failure: ConnectFailure & { kind: 'org-not-loaded' },
  ): Promise<void> {
    if (failure.error.kind === 'signed-out') await this.services.sessions.remove(session.id);
    if (failure.error.kind === 'cancelled') this.stay();
    else this.fail(failure);
  }

  /** Cancelled: whoever was connected before still is. */
  private stay(): void {
    this.store.update({ connecting: { kind: this.connection === undefined ? 'disconnected' : 'connected' } });
  }

  private fail(failure: ConnectFailure | undefined): void {
    this.session = undefined;
    this.connection = undefined;
    const { org: _, ...context } = this.store.state.context;
    this.store.update({ connecting: { kind: 'disconnected', failure }, context });
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
