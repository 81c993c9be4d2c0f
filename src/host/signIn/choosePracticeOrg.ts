import * as l10n from '@vscode/l10n';
import type { PracticeOrg } from '../../core/signIn/practiceOrg.ts';
import { signInFailureText } from '../../core/texts/signInFailures.ts';
import type { Services } from '../services.ts';
import { notStarted } from './practiceOrgs.ts';
import { practiceOrgRow, whichPracticeOrg } from './prompts/practiceOrg.ts';

/** The region (its domain) of the one practice org, or of the one that is chosen; undefined when the person cancelled. */
export async function choosePracticeOrg(
  { dialogs, practiceOrgs }: Pick<Services, 'dialogs' | 'practiceOrgs'>,
  title: string,
): Promise<string | undefined> {
  const [first, ...others] = await practiceOrgs.regions();
  if (first === undefined || others.length === 0) return first;
  const question = { title, placeholder: whichPracticeOrg() };
  return await dialogs.choose(question, [first, ...others].map(practiceOrgRow));
}

/** The practice org of a region, started if need be; undefined when it does not start, which the person is told. */
export async function reachOrTell(
  { dialogs, practiceOrgs }: Pick<Services, 'dialogs' | 'practiceOrgs'>,
  region: string,
): Promise<PracticeOrg | undefined> {
  const starting = l10n.t('Starting the practice org…');
  try {
    return await dialogs.wait(starting, async () => await practiceOrgs.reach(region));
  } catch (error) {
    dialogs.fail(signInFailureText(notStarted(error)));
    return undefined;
  }
}

/** The same of the one that is chosen. */
export async function reachChosen(
  services: Pick<Services, 'dialogs' | 'practiceOrgs'>,
  title: string,
): Promise<PracticeOrg | undefined> {
  const region = await choosePracticeOrg(services, title);
  return region === undefined ? undefined : await reachOrTell(services, region);
}
