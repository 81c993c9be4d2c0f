import * as l10n from '@vscode/l10n';
import type { FinishedRun } from '../../../src/core/operations/run.ts';

/** What the list of things to do after Save is called: in the practice org there is nothing to do. */
export function whatComesNext({ saved }: FinishedRun): string {
  return saved.place.practice ? l10n.t('In a real organization, this comes next') : l10n.t('What comes next');
}
