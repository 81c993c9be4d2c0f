import type * as vscode from 'vscode';
import {
  type ClientPageAbout,
  ClientPageMessage,
  type ClientPageTold,
  type SoughtClient,
} from '../../core/clientPage/messages.ts';
import type { FoundClient } from '../../core/clients/whereabouts.ts';
import type { Services } from '../services.ts';

/** How a client is looked for again, and what becomes of its tab. */
export type SeekingTools = {
  tell(told: ClientPageTold): void;
  signIn(): Promise<void>;
  /** It is there: its page takes over. Called once. */
  found(found: FoundClient): void;
};

/** The client of a tab that VS Code restored, until it is read anew in its org; the tab says meanwhile what keeps it. */
export class ClientSearch implements vscode.Disposable {
  private standing: SoughtClient['standing'] = { kind: 'reading' };
  private reading = false;
  private hasEnded = false;
  private readonly listening: vscode.Disposable;

  constructor(
    private readonly services: Pick<Services, 'dialogs' | 'log' | 'orgClients'>,
    private readonly about: ClientPageAbout,
    private readonly tools: SeekingTools,
  ) {
    this.listening = services.orgClients.onDidChange(() => void this.follow());
  }

  /** Does what the page asks for. Never rejects. */
  async receive(received: unknown): Promise<void> {
    const message = ClientPageMessage.safeParse(received).data;
    await this.carryOut(message).catch(this.services.dialogs.failUnforeseen);
  }

  dispose(): void {
    this.hasEnded = true;
    this.listening.dispose();
  }

  private async carryOut(message: ClientPageMessage | undefined): Promise<void> {
    const { orgClients, log } = this.services;
    const { account, region } = this.about;
    switch (message?.type) {
      case 'ready':
        this.tell(this.standing);
        return await this.read(async () => await orgClients.wantOf(account));
      case 'refresh':
        return await this.read(async () => await orgClients.refresh(region));
      case 'sign-in':
        return await this.tools.signIn();
      case 'show-log':
        return log.show();
      default:
        log.error('The page sent a message that it has no use for yet; it was ignored.');
    }
  }

  private async read(read: () => Promise<void>): Promise<void> {
    if (this.reading) return;
    this.reading = true;
    this.tell({ kind: 'reading' });
    await read();
    this.reading = false;
    await this.follow();
  }

  /** Takes over what is known by now, and asks the org once somebody is signed in to it whose clients nobody has read. */
  private async follow(): Promise<void> {
    if (this.hasEnded || this.reading) return;
    const { orgClients } = this.services;
    const { account, clientId } = this.about;
    const isHere = (each: { readonly account: string }) => each.account === account;
    const org = orgClients.current().find(isHere);
    const client = org?.clients.find(({ id }) => id === clientId);
    const failure = orgClients.failures().find((each) => isHere(each.org));
    if (org !== undefined && client !== undefined) {
      this.dispose();
      this.tools.found({ org, client });
    } else if (!orgClients.orgs().some(isHere)) this.tell({ kind: 'signed-out' });
    else if (failure !== undefined) this.tell({ kind: 'failed', error: failure.error });
    else if (org !== undefined) this.tell({ kind: 'gone' });
    else await this.read(async () => await orgClients.wantOf(account));
  }

  private tell(standing: SoughtClient['standing']): void {
    if (this.hasEnded) return;
    this.standing = standing;
    this.tools.tell({ type: 'sought', sought: { about: this.about, standing } });
  }
}
