import * as vscode from 'vscode';
import { ClientPageAction } from '../../core/clientPage/messages.ts';
import { permissionsLacked } from '../../core/clients/rights.ts';
import { getMe } from '../../core/platform/me.ts';
import type { Connections } from '../signIn/sessionConnections.ts';
import type { Sessions } from '../signIn/sessions.ts';

/**
 * What whoever is signed in to an org may do there, as it was asked last. It is asked anew once an org has refused
 * something for want of a permission, or somebody else is signed in.
 */
export class OwnRights implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** What was asked may be other now. */
  readonly onDidChange = this.changed.event;
  /** By account (its ID). */
  private readonly lacked = new Map<string, Promise<readonly string[]>>();
  private readonly listening: readonly vscode.Disposable[];

  constructor(
    private readonly connections: Connections,
    sessions: Pick<Sessions, 'onDidChange'>,
  ) {
    this.listening = [
      connections.onDidForbid((account) => {
        this.forget(account);
        this.changed.fire();
      }),
      sessions.onDidChange(() => {
        this.lacked.clear();
        this.changed.fire();
      }),
    ];
  }

  /**
   * The permissions that whoever is signed in lacks for something that can be done with a client; none where nobody tells,
   * as for one who is no user. Never rejects.
   */
  async lackedIn(account: string): Promise<readonly string[]> {
    const asked = this.lacked.get(account) ?? this.ask(account);
    this.lacked.set(account, asked);
    return await asked;
  }

  /** What was told of this account is asked anew by whoever wants to know next. */
  forget(account: string): void {
    this.lacked.delete(account);
  }

  dispose(): void {
    for (const each of [this.changed, ...this.listening]) each.dispose();
  }

  private async ask(account: string): Promise<readonly string[]> {
    const me = await this.connections.call(account, async (to) => await getMe(to));
    if (!me.ok) {
      this.lacked.delete(account);
      return [];
    }
    const had = me.value.authorization.permissions;
    return [...new Set(ClientPageAction.options.flatMap((action) => permissionsLacked(action, had)))];
  }
}
