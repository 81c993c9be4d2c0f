import * as l10n from '@vscode/l10n';
import type { Comparison, Subject } from '../drift/comparison.ts';
import type { DiffLine } from '../framework/preview.ts';
import { comparisonName, factName } from './drift.ts';
import { fileMendText, orgMendText } from './driftMends.ts';
import type { FailureText } from './failures.ts';
import { inOneText } from './sentences.ts';

/** What is clicked so that the org becomes what was meant, and the other way round. */
export function makeOrgMatchLabel(): string {
  return l10n.t('Make the organization match…');
}

/** Where no file says what is meant, there is none to speak of. */
export function makeFileMatchLabel({ kind }: Subject): string {
  return kind === 'written' ? l10n.t('Take over what the organization has…') : l10n.t('Make the file match…');
}

/** Between the look and the click, the file or the org became other. */
export function differsOtherwiseText(comparison: Comparison): string {
  return l10n.t(
    'What differs of "{0}" is not what it was when you looked, so nothing was done. It is shown as it is now: decide again.',
    comparisonName(comparison),
  );
}

/** Nothing is left to mend. */
export function matchesByNowText(comparison: Comparison): string {
  return l10n.t('"{0}" matches by now: nothing differs any more.', comparisonName(comparison));
}

/** What was to be mended is not there to be compared any more. */
export function notThereAnyMoreText(comparison: Comparison): string {
  return l10n.t(
    '"{0}" could not be compared again, so nothing was done. Compare once more.',
    comparisonName(comparison),
  );
}

/** Why nothing can be mended on a side, or not all; empty where all can be. */
export function notMendedText(comparison: Comparison, side: 'org' | 'file'): string {
  return inOneText(
    comparison.differences.flatMap((each) =>
      each[side].kind === 'not'
        ? [`${factName(each.fact)}: ${side === 'org' ? orgMendText(each.org) : fileMendText(each.file)}`]
        : [],
    ),
  );
}

/** What the person is asked before a file is changed. */
export function fileQuestion(path: string): { readonly question: string; readonly action: string } {
  return { question: l10n.t('Change {0}?', path), action: l10n.t('Change the file') };
}

/** What would change in a file, a line each. */
export function filePreviewLines(lines: readonly DiffLine[]): readonly string[] {
  const changed = lines
    .filter(({ kind }) => kind !== 'same')
    .map(({ kind, line, text }) => `${line} ${kind === 'added' ? '+' : '−'} ${text.trim()}`);
  const more = changed.length - MOST_LINES;
  if (more <= 0) return changed;
  return [
    ...changed.slice(0, MOST_LINES),
    more === 1 ? l10n.t('1 more line') : l10n.t('{0} more lines', more),
  ];
}

/** A dialog has room for no more. */
const MOST_LINES = 20;

export function fileChangedText(path: string): string {
  return l10n.t('{0} was changed.', path);
}

export function fileGivenBackText(path: string): string {
  return l10n.t('{0} is as it was before.', path);
}

/** The file was not changed, and stands as it was. */
export function fileNotChangedText(path: string, why: string): FailureText {
  return {
    what: l10n.t('{0} was not changed.', path),
    why,
    next: l10n.t('Change it by hand, or compare once more.'),
    details: [],
  };
}

/** The text leaves open what an edit would do. */
export function editLeftOpenText(line: number | undefined): string {
  return line === undefined
    ? l10n.t('Its text leaves open what the change would do.')
    : l10n.t('Its text leaves open what the change would do, see line {0}.', line);
}

export function editedSinceText(): string {
  return l10n.t('Somebody has changed it meanwhile.');
}

/** What the person is asked before what the org has is taken for what is meant. */
export function takeOverQuestion(comparison: Comparison): {
  readonly question: string;
  readonly action: string;
} {
  return {
    question: l10n.t('Take what {org} has of "{client}" for what is meant?', {
      org: comparison.org.orgName,
      client: comparisonName(comparison),
    }),
    action: l10n.t('Take over'),
  };
}

export function takenOverText(comparison: Comparison): string {
  return inOneText([
    l10n.t('What the organization has of "{0}" is what is meant from now on.', comparisonName(comparison)),
    ...(leavesCode(comparison)
      ? [l10n.t('The code that you kept of it says what it was before: write it anew, and save it there.')]
      : []),
  ]);
}

/** Whether code was kept of the client, in a file that is not known here, and says something else by now. */
export function leavesCode({ differences }: Comparison): boolean {
  return differences.some(({ file }) => file.kind === 'take-over' && file.leavesCode);
}

export function writeCodeLabel(): string {
  return l10n.t('Write the Code Anew');
}

/** What the person is asked before what is remembered of a deleted client is forgotten. */
export function forgetQuestion(comparison: Comparison): {
  readonly question: string;
  readonly action: string;
} {
  return {
    question: l10n.t('Forget what is remembered of "{0}"?', comparisonName(comparison)),
    action: l10n.t('Forget it'),
  };
}

export function forgottenText(comparison: Comparison): string {
  return l10n.t('What was remembered of "{0}" is forgotten.', comparisonName(comparison));
}

export function rememberedAgainText(comparison: Comparison): string {
  return l10n.t('What was remembered of "{0}" is remembered again.', comparisonName(comparison));
}
