import * as l10n from '@vscode/l10n';
import { type Disposable, ThemeIcon } from 'vscode';
import type { OrgFacts } from '../../core/procedures/context.ts';
import { afterRenewal } from '../../core/signIn/renewal.ts';
import { accountFacts } from '../../core/texts/account.ts';
import { orgPlaceText } from '../../core/texts/practiceOrg.ts';
import { textLanguage } from '../language.ts';
import type { Services } from '../services.ts';
import type { Choice } from '../ui/askOneOf.ts';
import { createStatusItem } from '../ui/labels.ts';
import { BACK, firstOf, thenAsk } from '../ui/questions.ts';
import { type PrepareClient, signInFrom } from './interactive.ts';
import { isPractice, type Session } from './session.ts';

/** Who is signed in, in the status bar; what is known of the account is in its tooltip. Nobody: no item. */
export class AccountStatus implements Disposable {
  private readonly item = createStatusItem(
    'genesysOAuth.account',
    l10n.t('Genesys Cloud account'),
    'account',
    'genesysOAuth.showAccounts',
  );
  private readonly orgs = new Map<string, { session: Session; org: OrgFacts }>();
  private latest: string | undefined;
  private readonly listening: Disposable[];

  constructor({ sessions, signIn }: Services) {
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
    const read = this.orgs.get(session.id);
    const facts =
      read === undefined
        ? [session.account.label, placeText(session)]
        : accountFacts(afterRenewal(read.org, read.session, session), textLanguage());
    this.item.show(others === 0 ? session.orgName : `${session.orgName} +${others}`, facts);
  }
}

/** "Accounts": everybody who is signed in, each to be signed out, and one more to be signed in. */
export async function showAccounts(services: Services, prepareClient: PrepareClient): Promise<void> {
  const { dialogs, sessions } = services;
  const accounts = (await sessions.all()).map(accountRow);
  const another = {
    label: accounts.length === 0 ? l10n.t('Sign In') : l10n.t('Sign in to another organization'),
    iconPath: new ThemeIcon('add'),
    value: 'another' as const,
  };
  const question = { title: l10n.t('Genesys Cloud: Accounts'), placeholder: '' };
  const rows = [...accounts, another];
  await thenAsk<Session | 'another', true>(
    firstOf(undefined),
    undefined,
    async (step, last) => await dialogs.chooseStep({ ...question, step }, rows, last),
    async (chosen, next) => {
      if (chosen === 'another') {
        const session = await signInFrom(next, services, prepareClient);
        return session === BACK ? BACK : true;
      }
      const step = { ...next, total: next.number };
      const signOut = { label: l10n.t('Sign out'), value: true as const };
      const title = chosen.account.label;
      const answer = await dialogs.chooseStep<true>({ title, placeholder: '', step }, [signOut]);
      if (answer === true) await endAccount(services, chosen);
      return answer;
    },
  );
}

/** Signs somebody out and says so, unless something else was said of it. */
export async function endAccount({ dialogs, signIn }: Services, { id, account }: Session): Promise<void> {
  if (await signIn.signOut(id)) dialogs.tell(l10n.t('{0} is signed out.', account.label));
}

/** Somebody who is signed in, as a row to choose. */
export function accountRow(session: Session): Choice<Session> {
  return { label: session.account.label, description: placeText(session), value: session };
}

function placeText(session: Session): string {
  return orgPlaceText({ practice: isPractice(session), region: session.region });
}
