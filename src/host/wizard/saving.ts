import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import { createClient, listClients } from '../../core/platform/oauthClients.ts';
import type { Connection } from '../../core/platform/request.ts';
import type { Org } from '../../core/procedures/context.ts';
import { type Effects, type Execution, findCreated, startExecution } from '../../core/procedures/execute.ts';
import { plan as planOf } from '../../core/procedures/index.ts';
import type { Plan } from '../../core/procedures/plan.ts';
import type { Run } from '../../core/procedures/run.ts';
import { readWorkspace } from '../framework/find.ts';
import { createFrameworkFile, editFrameworkFile, showFile } from '../framework/write.ts';
import type { ClientSecrets } from '../secrets/clientSecrets.ts';
import type { OrgConnection } from './orgConnection.ts';
import type { WizardStore } from './store.ts';

/** Save: carries out the plan that Review showed, once. */
export class Saving {
  private execution: Execution | undefined;
  private busy = false;

  constructor(
    private readonly secrets: ClientSecrets,
    private readonly store: WizardStore,
    private readonly org: OrgConnection,
    private readonly forgetDraft: () => void,
  ) {}

  /**
   * Saves what was shown. When that is no longer what would be done (a file changed meanwhile), nothing is done and
   * Review is refreshed. A second call while one is under way does nothing.
   */
  async save(shown: Plan, signal: AbortSignal): Promise<void> {
    if (this.busy || this.store.state.run !== null) return;
    await this.exclusively(async () => {
      const { memory } = this.store.state;
      const workspace = await readWorkspace(this.store.state.context.org?.region);
      const context = { ...this.store.state.context, workspace };
      const plan =
        memory.procedure === undefined ? undefined : planOf(memory.procedure, memory.draft, context);
      const connection = this.org.current;
      if (plan === undefined || connection === undefined || context.org === undefined) {
        this.store.update({ context });
        return;
      }
      if (!isDeepStrictEqual(plan, shown)) {
        this.store.update({ context, planChanged: true });
        return;
      }
      this.store.update({ context, planChanged: false });
      const effects = effectsOf(connection, context.org, this.secrets);
      this.execution = startExecution(plan, effects, (run) => this.store.update({ run }));
      await this.proceed(this.execution, signal, false);
    });
  }

  /** Goes on where Save stopped. */
  async retry(createAnyway: boolean, signal: AbortSignal): Promise<void> {
    const { execution } = this;
    if (execution === undefined || this.busy || this.store.state.run?.kind !== 'stopped') return;
    await this.exclusively(async () => await this.proceed(execution, signal, createAnyway));
  }

  /** The secret of the client that was made here, kept or still waiting to be; for the clipboard only. */
  async secretOf(clientId: string): Promise<string | undefined> {
    return this.execution?.waitingSecret() ?? (await this.secrets.get(clientId));
  }

  /** Back to the answers, which are all still there. Not while Save is under way. */
  close(): void {
    if (this.busy) return;
    this.execution = undefined;
    this.store.update({ run: null, planChanged: false });
  }

  private async proceed(execution: Execution, signal: AbortSignal, createAnyway: boolean): Promise<void> {
    await execution.proceed(signal, { createAnyway });
    const { run } = this.store.state;
    if (run?.kind === 'finished') await this.afterwards(run);
  }

  /** The org now has one client more, and the file that changed is opened where it changed. */
  private async afterwards({ client, plan }: Run & { kind: 'finished' }): Promise<void> {
    this.forgetDraft();
    const { context } = this.store.state;
    if (context.org?.clients.kind === 'known') {
      const clients = { ...context.org.clients, value: [...context.org.clients.value, client] };
      this.store.update({ context: { ...context, org: { ...context.org, clients } } });
    }
    for (const step of plan) {
      if (step.kind === 'edit-framework-file')
        await showFile(vscode.Uri.parse(step.uri), firstChange(step.diff));
      if (step.kind === 'create-framework-file') await showFile(vscode.Uri.parse(step.uri), 1);
    }
  }

  private async exclusively(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    try {
      await work();
    } finally {
      this.busy = false;
    }
  }
}

function firstChange(diff: (Plan[number] & { kind: 'edit-framework-file' })['diff']): number {
  return diff.find(({ kind }) => kind === 'added')?.line ?? 1;
}

/** The ways in which a plan touches this org, this computer's keyring and this workspace. */
function effectsOf(connection: Connection, org: Org, secrets: ClientSecrets): Effects {
  return {
    createClient: async (request, signal) => await createClient(connection, request, signal),
    findCreatedClient: async (request) => {
      if (org.clients.kind === 'unknown') return { ok: false, error: org.clients.error };
      const clients = await listClients(connection);
      const before = new Set(org.clients.value.map(({ id }) => id));
      return clients.ok ? { ok: true, value: findCreated(request, clients.value, before) } : clients;
    },
    keepSecret: async (client, secret) =>
      await secrets.keep(client.id, secret).then(
        () => ({ ok: true }),
        (error) => ({ ok: false, reason: error instanceof Error ? error.message : String(error) }),
      ),
    editFrameworkFile,
    createFrameworkFile,
  };
}
