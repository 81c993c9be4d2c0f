import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Org } from '../../core/procedures/context.ts';
import { afterRenewal } from '../../core/signIn/renewal.ts';
import { accountFacts } from '../../core/texts/account.ts';
import { placeOf } from '../../core/texts/regions.ts';
import { textLanguage } from '../language.ts';
import type { Services } from '../services.ts';
import { type PrepareClient, signInInteractively } from './interactive.ts';
import type { Session } from './session.ts';

/** Who is signed in, in the status bar; what is known of the account is in its tooltip. Nobody: no item. */
export class AccountStatus implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    'genesysOAuth.account',
    vscode.StatusBarAlignment.Right,
  );
  private readonly orgs = new Map<string, { session: Session; org: Org }>();
  private latest: string | undefined;
  private readonly listening: vscode.Disposable[];

  constructor({ sessions, signIn }: Services) {
    this.item.name = l10n.t('Genesys Cloud account');
    this.item.command = 'genesysOAuth.showAccounts';
    const show = async () => this.show(await sessions.all());
    this.listening = [
      sessions.onDidChange(() => void show()),
      signIn.onDidReadOrg(({ session, org }) => {
        this.orgs.set(session.id, { session, org });
        this.latest = session.id;
        void show();
      }),
    ];
    void show();
  }

  dispose(): void {
    for (const each of [this.item, ...this.listening]) each.dispose();
  }

  /** The account used last stands for all. */
  private show(sessions: readonly Session[]): void {
    const session = sessions.find(({ id }) => id === this.latest) ?? sessions.at(-1);
    if (session === undefined) {
      this.item.hide();
      return;
    }
    const others = sessions.length - 1;
    this.item.text = `$(account) ${session.orgName}${others === 0 ? '' : ` +${others}`}`;
    const read = this.orgs.get(session.id);
    const facts =
      read === undefined
        ? [session.account.label, placeOf(session.region)]
        : accountFacts(afterRenewal(read.org, read.session, session), textLanguage());
    this.item.tooltip = facts.join('\n');
    this.item.show();
  }
}

/** "Accounts": everybody who is signed in, each to be signed out, and one more to be signed in. */
export async function showAccounts(services: Services, prepareClient: PrepareClient): Promise<void> {
  const accounts = (await services.sessions.all()).map((session) => ({
    label: session.account.label,
    description: placeOf(session.region),
    session,
  }));
  const another = { label: `$(add) ${l10n.t('Sign in to another organization')}`, session: undefined };
  const picked = await vscode.window.showQuickPick([...accounts, another], {
    title: l10n.t('Genesys Cloud: Accounts'),
  });
  if (picked === undefined) return;
  if (picked.session === undefined) {
    await signInInteractively(services, prepareClient);
    return;
  }
  const signOut = l10n.t('Sign out');
  const action = await vscode.window.showQuickPick([signOut], { title: picked.label });
  if (action === signOut) await services.signIn.signOut(picked.session.id);
}
