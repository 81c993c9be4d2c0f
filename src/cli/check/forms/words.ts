import * as l10n from '@vscode/l10n';
import { inOneText } from '../../../core/texts/sentences.ts';
import { type CheckResult, countsOf, type Position } from '../result.ts';

/** A place as editors and terminals open it: lines and columns count from 1. */
export function placeText(path: string, position: Position | undefined): string {
  return position === undefined ? path : `${path}:${position.line + 1}:${position.column + 1}`;
}

/** What a run came to, in some sentences. */
export function summary(result: CheckResult): string {
  const { problems, checked, notChecked, fixed, baseline } = result;
  const { error, warning, information, hint } = countsOf(problems);
  const fixable = problems.filter(({ isFixable }) => isFixable).length;
  return inOneText([
    l10n.t('Files checked: {0}.', checked.length),
    problems.length === 0
      ? l10n.t('Nothing found.')
      : l10n.t(
          'Errors: {0}, warnings: {1}, information: {2}, hints: {3}.',
          error,
          warning,
          information,
          hint,
        ),
    result.tooManyWarnings ? l10n.t('There are more warnings than --max-warnings allows.') : '',
    notChecked.length === 0 ? '' : l10n.t('Not everything could be checked.'),
    fixed.length === 0 ? '' : l10n.t('Repaired: {0}.', fixed.length),
    fixable === 0 ? '' : l10n.t('With --fix, this would be repaired: {0}.', fixable),
    ...baselineTexts(baseline),
  ]);
}

function baselineTexts(baseline: CheckResult['baseline']): readonly string[] {
  switch (baseline.kind) {
    case 'none':
      return [];
    case 'written':
      return [l10n.t('Written into {0}, and left out from now on: {1}.', baseline.file, baseline.listed)];
    case 'used':
      return [
        l10n.t('Left out, because {0} lists it: {1}.', baseline.file, baseline.leftOut),
        baseline.gone.length === 0
          ? ''
          : l10n.t(
              'Listed there and found no more: {0}. Write it anew with --write-baseline, so that it does not come back unseen.',
              baseline.gone.length,
            ),
      ];
  }
}
