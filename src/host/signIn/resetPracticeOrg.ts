import * as l10n from '@vscode/l10n';
import { placeOf } from '../../core/texts/regions.ts';
import { signInFailureText } from '../../core/texts/signInFailures.ts';
import type { Services } from '../services.ts';
import { choosePracticeOrg } from './choosePracticeOrg.ts';
import { FIRST_REGION } from './practiceOrgFiles.ts';
import { notStarted } from './practiceOrgs.ts';

/** What becomes of a practice org: it begins anew, or (one beside the first) is there no more. */
type Fate = {
  readonly label: string;
  readonly detail: string;
  readonly question: string;
  /** Returns the file that keeps what it held, where that was not simply emptied. */
  bring(services: Pick<Services, 'practiceOrgs' | 'sessions'>, region: string): Promise<string | undefined>;
  told(region: string, kept: string | undefined): string;
};

/** "Reset Practice Org": after asking, everything made there is gone. That of another region is left alone. */
export async function resetPracticeOrg(services: Services): Promise<void> {
  const { dialogs, practiceOrgs } = services;
  const title = l10n.t('Reset Practice Org');
  const region = await choosePracticeOrg(services, title);
  if (region === undefined) return;
  const isOneOfSeveral = (await practiceOrgs.regions()).length > 1;
  const rows = [reset(), remove()].map((fate) => ({ label: fate.label, detail: fate.detail, value: fate }));
  const fate =
    region === FIRST_REGION ? reset() : await dialogs.choose({ title, placeholder: placeOf(region) }, rows);
  if (fate === undefined) return;
  const meaning = [
    ...(isOneOfSeveral ? [l10n.t('The one of {0}; the others stay as they are.', placeOf(region))] : []),
    l10n.t('Every client and every sign-in made there will be gone.'),
  ];
  if (!(await dialogs.confirm(fate.question, meaning, fate.label))) return;
  try {
    const kept = await fate.bring(services, region);
    await services.history.forgetPractice(region);
    await services.written.forgetPractice(region);
    dialogs.tell(fate.told(region, kept));
  } catch (error) {
    dialogs.fail(signInFailureText(notStarted(error)));
  }
}

function reset(): Fate {
  return {
    label: l10n.t('Reset'),
    detail: l10n.t('Its first day comes back.'),
    question: l10n.t('Reset the practice org?'),
    bring: async ({ practiceOrgs, sessions }, region) => {
      const kept = await practiceOrgs.reset(region);
      await sessions.removePractice(region);
      return kept;
    },
    told: (_, kept) =>
      kept === undefined
        ? l10n.t('The practice org is as new.')
        : l10n.t('The practice org is as new. What it held before is kept in {0}.', kept),
  };
}

function remove(): Fate {
  return {
    label: l10n.t('Remove'),
    detail: l10n.t('It ends, and nothing asks for it any more.'),
    question: l10n.t('Remove the practice org?'),
    bring: async ({ practiceOrgs, sessions }, region) => {
      // First, or whoever looks into the org of a sign-in would start it again.
      await sessions.removePractice(region);
      return await practiceOrgs.remove(region);
    },
    told: (region, kept) =>
      l10n.t('The practice org of {0} is removed. What it held is kept in {1}.', placeOf(region), kept ?? ''),
  };
}
