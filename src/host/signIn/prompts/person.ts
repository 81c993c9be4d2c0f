import * as l10n from '@vscode/l10n';
import { textLanguage } from '../../language.ts';
import { signInTitle } from '../../ui/ask.ts';
import { askOneOf } from '../../ui/askOneOf.ts';
import type { PracticeOrg } from '../practiceOrg.ts';

/** Somebody who lives in the practice org. */
export type Person = PracticeOrg['people'][number];

/** Asks who to be in the practice org. */
export async function askPerson({ people }: PracticeOrg, signal?: AbortSignal): Promise<Person | undefined> {
  const choices = people.map((person) => ({
    label: person.name,
    description: person.mayDo?.[textLanguage() === 'ja' ? 'ja' : 'en'] ?? person.loginHint,
    value: person,
  }));
  const question = { title: signInTitle(l10n.t('Practice org')), placeholder: l10n.t('Choose who to be') };
  return await askOneOf(question, choices, signal);
}
