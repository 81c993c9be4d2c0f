import * as l10n from '@vscode/l10n';
import type { Way } from '../../../core/signIn/ways.ts';
import { wayNeeds, wayTitle } from '../../../core/texts/ways.ts';
import type { Asked } from '../../ui/ask.ts';
import { askOneOf } from '../../ui/askOneOf.ts';
import type { Back } from '../../ui/questions.ts';

/** What all questions of a sign-in are called; `question` says which one it is. */
export function signInTitle(question: string): string {
  return l10n.t('Genesys Cloud: Sign In: {0}', question);
}

export type WayQuestion<Offered> = {
  ways: readonly Offered[];
  /** The one that was chosen before. */
  last?: Offered | undefined;
};

/** Asks which way to go, each with what it needs. */
export async function askWay<Offered extends Way>(
  { ways, last }: WayQuestion<Offered>,
  asked?: Asked,
): Promise<Offered | Back | undefined> {
  const choices = ways.map((way) => ({ label: wayTitle(way), detail: wayNeeds(way), value: way }));
  const question = {
    title: signInTitle(l10n.t('How to Connect')),
    placeholder: l10n.t('Choose how to connect'),
  };
  return await askOneOf(question, choices, asked, last);
}
