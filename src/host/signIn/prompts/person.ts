import * as l10n from '@vscode/l10n';
import { textLanguage } from '../../language.ts';
import type { Asked } from '../../ui/ask.ts';
import { askOneOf } from '../../ui/askOneOf.ts';
import type { Back } from '../../ui/steps.ts';
import type { PracticeOrg } from '../practiceOrg.ts';
import { signInTitle } from './way.ts';

/** Somebody who lives in the practice org. */
export type Person = PracticeOrg['people'][number];

export type PersonQuestion = Pick<PracticeOrg, 'people'> & {
  /** The login hint of the one that was chosen before. */
  last?: string | undefined;
};

/** Asks who to be in the practice org. */
export async function askPerson(
  { people, last }: PersonQuestion,
  asked?: Asked,
): Promise<Person | Back | undefined> {
  const choices = people.map((person) => ({
    label: person.name,
    description: person.mayDo?.[textLanguage() === 'ja' ? 'ja' : 'en'] ?? person.loginHint,
    value: person,
  }));
  const question = { title: signInTitle(l10n.t('Practice org')), placeholder: l10n.t('Choose who to be') };
  const preset = people.find(({ loginHint }) => loginHint === last);
  return await askOneOf(question, choices, asked, preset);
}
