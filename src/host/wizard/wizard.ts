import * as vscode from 'vscode';
import { readyLine } from '../../core/framework/readyLine.ts';
import type { ProcedureId } from '../../core/procedures/draft.ts';
import { failureText } from '../../core/texts/failures.ts';
import { type Copyable, HostMessage, type PageMessage } from '../../core/wizard/messages.ts';
import { remember } from '../../core/wizard/remember.ts';
import { NOTHING_REMEMBERED } from '../../core/wizard/state.ts';
import { readWorkspace } from '../framework/find.ts';
import { showFile } from '../framework/write.ts';
import type { Services } from '../services.ts';
import { keep, recall } from './memory.ts';
import { OrgConnection } from './orgConnection.ts';
import { Saving } from './saving.ts';
import { WizardStore } from './store.ts';
import { topicUrl } from './topics.ts';

/** One wizard: takes what the person does on the page, and tells the page what came of it. */
export class Wizard implements vscode.Disposable {
  private readonly store: WizardStore;
  private readonly org: OrgConnection;
  private readonly saving: Saving;
  /** What Cancel cancels: the connecting or saving that is under way. */
  private underWay = new AbortController();
  private readonly post: (message: HostMessage) => void;

  constructor(
    private readonly services: Services,
    post: (message: HostMessage) => void,
  ) {
    // Parsing leaves out whatever the page is not meant to know, should it ever get this far.
    this.post = (message) => post(HostMessage.parse(message));
    const { workspaceState } = services.context;
    const initial = {
      memory: recall(workspaceState),
      context: {
        org: undefined,
        workspace: { files: [], newFiles: [] },
        today: new Date().toISOString().slice(0, 10),
      },
      connecting: { kind: 'disconnected' as const },
      run: null,
      planChanged: false,
    };
    this.store = new WizardStore(initial, this.post, (memory) => void keep(workspaceState, memory));
    this.org = new OrgConnection(services, this.store);
    // A client that exists is no draft any more: the next wizard starts with nothing.
    const forget = () => void keep(workspaceState, NOTHING_REMEMBERED);
    this.saving = new Saving(services.secrets, this.store, this.org, forget);
  }

  /** Looks at the workspace, and takes up a session that exists. */
  async open(procedure: ProcedureId | undefined): Promise<void> {
    if (procedure !== undefined && this.store.state.memory.procedure === undefined) {
      await this.handle({ type: 'choose-procedure', procedure });
    }
    await this.refreshWorkspace();
    await this.org.resume(this.begin());
  }

  /** Looks at the framework.js files again; the page follows. */
  async refreshWorkspace(): Promise<void> {
    const workspace = await readWorkspace(this.store.state.context.org?.region);
    this.store.update({ context: { ...this.store.state.context, workspace } });
  }

  /** Does what the person asked for on the page. */
  async handle(message: PageMessage): Promise<void> {
    const memory = remember(this.store.state.memory, message);
    if (memory !== this.store.state.memory) this.store.update({ memory });
    switch (message.type) {
      case 'ready':
        return this.store.tellAll();
      case 'connect':
        return await this.org.connect(this.begin());
      case 'disconnect':
        return await this.org.disconnect();
      case 'refresh':
        await this.refreshWorkspace();
        return await this.org.reload(this.begin());
      case 'cancel':
        return this.underWay.abort();
      case 'save':
        return await this.saving.save(message.plan, this.begin());
      case 'retry':
        return await this.saving.retry(message.createAnyway, this.begin());
      case 'back-to-answers':
      case 'start-over':
        return this.saving.close();
      case 'copy':
        return await this.copy(message.what);
      case 'open-file':
        return await showFile(vscode.Uri.parse(message.uri), message.line ?? 1);
      case 'open-topic':
        await vscode.env.openExternal(vscode.Uri.parse(topicUrl(message.topic)));
        return;
      case 'show-log':
        return this.services.log.show();
      case 'choose-procedure':
      case 'answer':
      case 'go':
      case 'attempt':
        return;
    }
  }

  dispose(): void {
    this.underWay.abort();
  }

  /** Only one thing is under way at a time, so there is only one thing that Cancel can mean. */
  private begin(): AbortSignal {
    this.underWay = new AbortController();
    return this.underWay.signal;
  }

  /** Puts something on the clipboard; the page learns only that it is there. */
  private async copy(what: Copyable): Promise<void> {
    const text = await this.textOf(what);
    if (text === undefined) return;
    await vscode.env.clipboard.writeText(text);
    this.post({ type: 'copied', what });
  }

  private async textOf(what: Copyable): Promise<string | undefined> {
    const { run, context } = this.store.state;
    const client = run?.client;
    switch (what) {
      case 'client-id':
        return client?.id;
      case 'client-secret':
        return client === undefined ? undefined : await this.saving.secretOf(client.id);
      case 'ready-line':
        return client === undefined || context.org === undefined
          ? undefined
          : readyLine(context.org.region, client.id);
      case 'details':
        return run?.kind === 'stopped' ? failureText(run.failure).details.join('\n') : undefined;
    }
  }
}
