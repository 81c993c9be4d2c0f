import * as l10n from '@vscode/l10n';
import { regions } from '../../core/platform/regions.ts';
import { placeOf } from '../../core/texts/regions.ts';
import type { Services } from '../services.ts';
import { accountRow, endAccount } from './accountStatus.ts';
import { reachChosen, reachOrTell } from './choosePracticeOrg.ts';
import { type PrepareClient, signInInteractively } from './interactive.ts';
import { practiceOrgRow } from './prompts/practiceOrg.ts';

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

/** "Start Practice Org": says where it listens. */
export async function startPracticeOrg(services: Services): Promise<void> {
  const org = await reachChosen(services, l10n.t('Start Practice Org'));
  if (org !== undefined) services.dialogs.tell(l10n.t('The practice org listens at {0}.', org.baseUrl));
}

/**
 * "Start a Practice Org of Another Region": from then on the person has several, side by side, as people with orgs in
 * several regions do.
 */
export async function startAnotherPracticeOrg(services: Services): Promise<void> {
  const { dialogs, practiceOrgs } = services;
  const there = await practiceOrgs.regions();
  const rows = regions
    .filter(({ domain }) => !there.includes(domain))
    .map(({ domain, awsRegion }) => ({ ...practiceOrgRow(domain), description: awsRegion }));
  const title = l10n.t('Start a Practice Org of Another Region');
  const placeholder = l10n.t('Choose the region; what you did in the practice orgs you have stays there');
  const region = await dialogs.choose({ title, placeholder }, rows);
  const org = region === undefined ? undefined : await reachOrTell(services, region);
  if (org === undefined) return;
  dialogs.tell(
    l10n.t(
      'The practice org of {0} listens at {1}. Signing in to the practice org asks from now on which one is meant.',
      placeOf(org.region),
      org.baseUrl,
    ),
  );
}
