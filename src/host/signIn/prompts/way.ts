import * as l10n from '@vscode/l10n';
import type { Way } from '../../../core/signIn/ways.ts';
import { wayNeeds, wayTitle } from '../../../core/texts/ways.ts';
import { signInTitle } from '../../ui/ask.ts';
import { askOneOf } from '../../ui/askOneOf.ts';

/** Asks which way to go, each with what it needs. */
export async function askWay<Offered extends Way>(
  ways: readonly Offered[],
  signal?: AbortSignal,
): Promise<Offered | undefined> {
  const choices = ways.map((way) => ({ label: wayTitle(way), detail: wayNeeds(way), value: way }));
  const question = { title: signInTitle(l10n.t('Way')), placeholder: l10n.t('Choose how to connect') };
  return await askOneOf(question, choices, signal);
}
