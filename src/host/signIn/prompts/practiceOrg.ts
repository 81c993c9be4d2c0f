import * as l10n from '@vscode/l10n';
import type { PracticeOrg } from '../../../core/signIn/practiceOrg.ts';
import { placeOf } from '../../../core/texts/regions.ts';
import { textLanguage } from '../../language.ts';
import type { Asked } from '../../ui/ask.ts';
import { askOneOf, type Choice } from '../../ui/askOneOf.ts';
import type { Back } from '../../ui/questions.ts';
import { signInTitle } from './way.ts';

/** Somebody who lives in a practice org. */
type Person = PracticeOrg['people'][number];

export type PersonQuestion = Pick<PracticeOrg, 'people'> & {
  /** The login hint of the one that was chosen before. */
  last?: string | undefined;
};

/** Asks who to be in a practice org. */
export async function askPerson(
  { people, last }: PersonQuestion,
  asked?: Asked,
): Promise<Person | Back | undefined> {
  const choices = people.map((person) => ({
    label: person.name,
    // What stands beside the name is cut off where it is long.
    detail: person.mayDo?.[textLanguage() === 'ja' ? 'ja' : 'en'] ?? person.loginHint,
    value: person,
  }));
  const question = { title: signInTitle(l10n.t('Practice org')), placeholder: l10n.t('Choose who to be') };
  const preset = people.find(({ loginHint }) => loginHint === last);
  return await askOneOf(question, choices, asked, preset);
}

export type PracticeOrgQuestion = {
  /** The regions (domains) of the practice orgs that there are. */
  regions: readonly string[];
  /** The one that was chosen before. */
  last?: string | undefined;
};

/** Asks which practice org to sign in to; resolves to its region. */
export async function askPracticeOrg(
  { regions, last }: PracticeOrgQuestion,
  asked?: Asked,
): Promise<string | Back | undefined> {
  const question = { title: signInTitle(l10n.t('Practice org')), placeholder: whichPracticeOrg() };
  return await askOneOf(question, regions.map(practiceOrgRow), asked, last);
}

/** The question where there are several, whatever is to be done with the one that is chosen. */
export function whichPracticeOrg(): string {
  return l10n.t('Choose the practice org by its region');
}

/** A practice org as a row to choose: its region is all that tells it from another one. */
export function practiceOrgRow(region: string): Choice<string> {
  return { label: placeOf(region), value: region };
}
