import * as l10n from '@vscode/l10n';
import { implicitGrantEnds, implicitGrantStage } from '../clients/frameworkNeeds.ts';
import { monthText } from './duration.ts';

/** When the implicit grant of clients ends, as far as anybody says (rule G9); to be put behind what it is said of. */
export function implicitGrantEndText(now: Date, language: string): string {
  const month = monthText(implicitGrantEnds.existingClientsEnd, language);
  return implicitGrantStage(now.toISOString().slice(0, 10)) === 'ended'
    ? l10n.t('may have ended, from {0} on', month)
    : l10n.t('may end from {0} on', month);
}
