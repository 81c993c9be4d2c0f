import isEqual from 'fast-deep-equal';
import type { Connected } from '../operations/changeClient.ts';
import { startExecution } from '../operations/execute.ts';
import type { Execution, ExecutionStart, Noted } from '../operations/execution.ts';
import { interrupted } from '../operations/interrupted.ts';
import {
  madeClient,
  type Run,
  removed,
  type Saved,
  type TakenBackRun,
  usableClient,
  withoutClient,
} from '../operations/run.ts';
import { SIGNED_OUT } from '../platform/errors.ts';
import { answersOf, plan as planOf } from '../procedures/index.ts';
import { createsClient, type Plan } from '../procedures/plan.ts';
import { reasonOf } from '../reason.ts';
import { ClientNews } from './clientNews.ts';
import type { OrgConnection } from './orgConnection.ts';
import type { WizardPorts } from './ports.ts';
import { firstChange, isSamePlace, orgOfSaved, placeNow, savedWith } from './saved.ts';
import type { WizardPage, WizardStore } from './store.ts';
import type { WorkspaceLook } from './workspaceLook.ts';

/** Save: carries out the plan that Review showed, once. Where the page is closed meanwhile, its end is told beside it. */
export class Saving {
  private execution: Execution | undefined;
  /** What it carries out, whether it was begun here or in another window. */
  private begun: ExecutionStart | undefined;
  private underWay: AbortController | undefined;
  private through: Promise<void> = Promise.resolve();
  private readonly news: ClientNews;

  constructor(
    private readonly ports: WizardPorts,
    private readonly store: WizardStore,
    private readonly page: WizardPage,
    private readonly org: OrgConnection,
    private readonly look: WorkspaceLook,
  ) {
    this.news = new ClientNews(ports.notify, store, org);
    const { run } = store.state;
    if (run !== null) this.begin(run);
  }

  /** Whether there is a Save that is not through: under way, or stopped where it can go on. */
  get isPending(): boolean {
    return this.underWay !== undefined || this.store.state.run?.kind === 'stopped';
  }

  /** Whether there is one that must be seen to its end: under way, or stopped where something stands, or may. */
  get holdsSomething(): boolean {
    const { run } = this.store.state;
    return this.underWay !== undefined || (run?.kind === 'stopped' && interrupted(run) !== undefined);
  }

  /**
   * Saves what was shown. When that is no longer what would be done (a file changed meanwhile), nothing is done and
   * Review is refreshed. A second call while one is under way does nothing.
   */
  async save(shown: Plan): Promise<void> {
    if (this.underWay !== undefined || this.store.state.run !== null) return;
    await this.exclusively(async (signal) => {
      await this.look.refresh();
      const { memory, context } = this.store.state;
      if (memory.procedure === undefined) return;
      const { procedure, draft } = memory;
      const plan = planOf(procedure, draft, context);
      const saved = savedWith(procedure, answersOf(procedure, draft, context), context);
      if (plan?.length === 0 && shown.length === 0) return;
      if (!isEqual(plan, shown) || plan === undefined || saved === undefined) {
        this.store.update({ planChanged: true });
        if (!this.page.isOpen) this.ports.notify.planChanged();
        return;
      }
      this.store.update({ planChanged: false });
      // The same plan again is the same Save: what became of a lost request is looked up before anything is sent.
      const isSame = isSamePlace(saved, this.begun?.saved) && isEqual(plan, this.begun?.plan);
      const execution = isSame ? this.execution : undefined;
      await (execution ?? this.begin({ plan, saved })).proceed(signal);
    });
  }

  /**
   * Does again what failed: goes on where Save stopped, or undoes once more. `anyway` where the person knows what speaks
   * against it: another client after a lost request, where that could not be looked for, or a request that is not noted.
   */
  async retry(anyway: boolean): Promise<void> {
    const { execution } = this;
    const { run } = this.store.state;
    if (execution === undefined || this.underWay !== undefined || run?.kind !== 'stopped') return;
    switch (run.failure.kind) {
      case 'not-taken-back':
      case 'role-not-taken-back':
        return await this.takeBack();
      case 'deletion-not-noted':
        return await this.takeBack(anyway);
      case 'creation-not-noted':
        return await this.exclusively(
          async (signal) => await execution.proceed(signal, { createAnyway: anyway }),
        );
      case 'not-activated':
        return await this.keepAfterAll();
      default: {
        const { kind } = run.failure;
        const createAnyway = anyway && (kind === 'perhaps-created' || kind === 'role-perhaps-created');
        const options = { createAnyway };
        await this.exclusively(async (signal) => await execution.proceed(signal, options));
      }
    }
  }

  /** The token that was made for the identity provider; for the clipboard only. */
  async tokenOf(clientId: string): Promise<string | undefined> {
    return await this.ports.secrets.getToken(clientId);
  }

  /** Deletes what was made before Save stopped; `deleteAnyway` even where that cannot be noted. */
  async takeBack(deleteAnyway = false): Promise<void> {
    const { execution } = this;
    const { run } = this.store.state;
    if (execution === undefined || this.underWay !== undefined || run?.kind !== 'stopped') return;
    await this.exclusively(async () => await execution.takeBack({ deleteAnyway }));
  }

  /** After that failed: keeps the client after all, and goes on. */
  async keepAfterAll(): Promise<void> {
    const { execution } = this;
    if (execution === undefined || this.underWay !== undefined) return;
    if (this.store.state.run?.kind !== 'stopped') return;
    await this.exclusively(async (signal) => await execution.keepAfterAll(signal));
  }

  /** Gives a client that was changed back what it was. */
  async undo(): Promise<void> {
    const { execution } = this;
    const { run } = this.store.state;
    if (execution === undefined || this.underWay !== undefined || run?.kind !== 'finished') return;
    if (run.change !== undefined && run.undoing?.kind !== 'undone')
      await this.exclusively(async () => await execution.undo());
  }

  /**
   * Deletes the client that Save has made, once the person is shown what that means. Where that stops half-way, it is gone
   * on with as after taking it back.
   */
  async remove(): Promise<void> {
    const { run } = this.store.state;
    if (this.underWay !== undefined || run?.kind !== 'finished') return;
    const org = orgOfSaved(run.saved);
    const client = madeClient(run);
    if (org === undefined || client === undefined) return;
    await this.exclusively(async () => {
      const after = removed(run, await this.ports.clients.remove(org, client));
      if (after === undefined) return;
      if (after.kind === 'stopped') this.begin(after);
      else this.store.remember({ becameClient: false });
      const isRoleLeft = after.kind === 'taken-back' && (await this.leavesRole(after));
      if (!isRoleLeft) await this.report(after.kind === 'taken-back' ? { ...after, role: undefined } : after);
    });
  }

  /** Whether the role of a client that was deleted is still there, which is told then. */
  private async leavesRole(after: TakenBackRun): Promise<boolean> {
    if (after.role === undefined) return false;
    // A client that waits to be deleted can be restored, and needs its role then.
    if (after.deletion?.kind === 'waiting') await this.report(after);
    else await this.begin(withoutClient(after)).takeBack();
    return this.store.state.run?.role !== undefined;
  }

  /** Makes another secret where the client's own was lost, and goes on with what waited for it. */
  async replaceSecret(): Promise<void> {
    const { execution } = this;
    const { run } = this.store.state;
    const org = run === null ? undefined : orgOfSaved(run.saved);
    if (execution === undefined || this.underWay !== undefined || org === undefined) return;
    if (run?.kind !== 'stopped' && run?.kind !== 'finished') return;
    const client = usableClient(run);
    if (client === undefined || run.hasSecret || !createsClient(run.plan)) return;
    await this.exclusively(async (signal) => {
      if (!(await this.ports.secrets.replaceLost(org, client))) return;
      execution.noteSecretKept();
      if (run.kind === 'finished') this.store.update({ run: { ...run, hasSecret: true } });
      else await execution.proceed(signal);
    });
  }

  cancel(): void {
    this.underWay?.abort();
  }

  /** The secret of the client that was made here, kept or still waiting to be; for the clipboard only. */
  async secretOf(clientId: string, place: Saved['place']): Promise<string | undefined> {
    return this.execution?.waitingSecret() ?? (await this.ports.secrets.get(clientId, place));
  }

  /** Back to the answers, which are all still there. Not while Save is under way. */
  close(): void {
    const { run } = this.store.state;
    if (this.underWay !== undefined || run === null) return;
    if (run.kind === 'taken-back' || run.client !== undefined || run.role !== undefined)
      this.execution = undefined;
    this.store.update({ run: null, planChanged: false });
    void this.note(undefined);
  }

  /** Resolves when nothing is done to the client that is shown any more: it may be about to be deleted. */
  async untilThrough(): Promise<void> {
    if (this.store.state.run !== null) await this.through;
  }

  /** The person leaves a Save that is not through as it is: what its answers became is no draft any more. */
  settle(): void {
    const { run } = this.store.state;
    if (run !== null && run.kind !== 'taken-back' && madeClient(run) !== undefined)
      this.store.remember({ becameClient: true });
  }

  /**
   * Another org is connected: what was begun in the former one is not gone on with, and Review is shown anew; but what
   * stands there, or may, is not forgotten.
   */
  abandon(): void {
    const { run } = this.store.state;
    if (this.underWay !== undefined || run === null || interrupted(run) !== undefined) return;
    this.execution = undefined;
    this.store.update({ run: null, planChanged: true });
    void this.note(undefined);
  }

  /** The draft goes when the run ends, and until then a crash leaves both to go on from. */
  private async report(run: Run): Promise<Noted> {
    const before = this.store.state.run;
    if (run.kind === 'finished') this.store.remember({ becameClient: true });
    this.store.update({ run });
    this.news.tell(run, before);
    const noting = this.note(interrupted(run));
    if (run.kind === 'finished' || run.kind === 'stopped') {
      if (!this.page.isOpen) this.ports.notify.saveEnded(run);
      else if (run.kind === 'finished') void this.showWrittenFiles(run.plan);
    }
    return await noting;
  }

  private async note(run: Run | undefined): Promise<Noted> {
    try {
      await this.ports.keepRun(run);
      return { ok: true };
    } catch (error) {
      const reason = reasonOf(error);
      this.ports.notify.warn(reason);
      return { ok: false, reason };
    }
  }

  private async showWrittenFiles(plan: Plan): Promise<void> {
    for (const step of plan) {
      if (!('uri' in step)) continue;
      const line = step.kind === 'edit-framework-file' ? firstChange(step.diff) : 1;
      await this.ports.workspace.showFile(step.uri, line).catch((error) => this.ports.notify.warn(error));
    }
  }

  private begin(start: ExecutionStart): Execution {
    const { store } = this;
    const saved: Saved = {
      ...start.saved,
      // Asked for at each use, because the practice org may have started anew since Save began.
      get place() {
        return placeNow(start.saved, store.state.context);
      },
    };
    const effects = this.ports.effects(this.connectedTo(start.saved), saved);
    this.begun = start;
    this.news.begin();
    this.execution = startExecution(start, effects, async (run) => await this.report(run));
    return this.execution;
  }

  /** The connection is asked for at each call, because the person may have signed in again since Save began. */
  private connectedTo({ place: { org, region } }: Saved): Connected {
    return async (call) => {
      const to = org === undefined ? undefined : this.org.to({ id: org.id, region });
      return to === undefined ? { ok: false, error: SIGNED_OUT } : await call(to);
    };
  }

  private async exclusively(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const underWay = new AbortController();
    this.underWay = underWay;
    const through = work(underWay.signal).finally(() => {
      this.underWay = undefined;
    });
    this.through = through.catch(() => undefined);
    await through;
  }
}
