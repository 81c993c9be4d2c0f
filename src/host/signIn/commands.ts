import * as l10n from '@vscode/l10n';
import type { Services } from '../services.ts';
import { accountRow, endAccount } from './accountStatus.ts';
import { type PrepareClient, signInInteractively } from './interactive.ts';
import { steer } from './practiceOrg.ts';

/** "Sign In": in one of the ways that work here. */
export async function signIn(services: Services, prepareClient: PrepareClient): Promise<void> {
  const session = await signInInteractively(services, prepareClient);
  if (session === undefined) return;
  services.dialogs.tell(l10n.t('Signed in as {0}.', session.account.label));
}

/** "Sign Out": of the one session there is, or of the one that is picked. */
export async function signOut(services: Services): Promise<void> {
  const { dialogs, sessions } = services;
  const [first, ...others] = await sessions.all();
  if (first === undefined) {
    dialogs.tell(l10n.t('Nobody is signed in to Genesys Cloud.'));
    return;
  }
  const question = { title: l10n.t('Genesys Cloud: Sign Out'), placeholder: '' };
  const session =
    others.length === 0 ? first : await dialogs.choose(question, [first, ...others].map(accountRow));
  if (session !== undefined) await endAccount(services, session);
}

/** "Start Practice Org": says where it listens and who lives there. */
export async function startPracticeOrg({ dialogs, practiceOrg }: Services): Promise<void> {
  const starting = l10n.t('Starting the practice org…');
  const org = await dialogs.wait(starting, async () => await practiceOrg.reach());
  dialogs.tell(l10n.t('The practice org listens at {0}.', org.baseUrl));
}

/** "Reset Practice Org": after asking, everything made there is gone. */
export async function resetPracticeOrg({ dialogs, practiceOrg, sessions }: Services): Promise<void> {
  const meaning = [l10n.t('Every client and every sign-in made there will be gone.')];
  if (!(await dialogs.confirm(l10n.t('Reset the practice org?'), meaning, l10n.t('Reset')))) return;
  await steer(await practiceOrg.reach(), 'POST reset');
  await sessions.removePractice();
  dialogs.tell(l10n.t('The practice org is as new.'));
}
