import * as l10n from '@vscode/l10n';
import { type Coverage, type Gap, isWhole, type NotCompared } from '../framework/check/coverage.ts';
import { inOneText } from './sentences.ts';

/** What a check of the workspace came to. */
export type CheckResult = Coverage & {
  readonly findings: number;
  readonly faultyFiles: number;
  /** Files that are too large, or could not be read. */
  readonly leftAlone: number;
  /** Files without a sign of the Embeddable Framework. */
  readonly otherProducts: number;
  /** The search for files ended early, after this many of one pattern. */
  readonly cutAfter: number | undefined;
};

/** What a check of the workspace says: what is wrong, what was compared with what, and what was not looked at. */
export function checkResultText(result: CheckResult, language: string): string {
  const { files, leftAlone, otherProducts, cutAfter } = result;
  const nothing = files + leftAlone === 0 && otherProducts === 0;
  return inOneText([
    nothing
      ? l10n.t('There is no framework.js in this workspace, apart from packages and build output.')
      : foundText(result),
    comparedText(result.compared, language),
    ...gapTexts(result.gaps, language),
    ...atRunTexts(result.atRun),
    leftAloneText(leftAlone),
    otherProductsText(otherProducts),
    cutAfter === undefined
      ? ''
      : l10n.t('Only the first {count} files of each pattern were looked at.', { count: cutAfter }),
  ]);
}

function foundText(result: CheckResult): string {
  const { findings, faultyFiles: faulty, files: count, leftAlone, cutAfter } = result;
  if (findings > 0) {
    return l10n.t('Problems in framework.js files: {findings}, in {faulty} of {files} files.', {
      findings,
      faulty,
      files: count,
    });
  }
  if (count === 0) return '';
  if (isWhole(result) && leftAlone === 0 && cutAfter === undefined) {
    return count === 1
      ? l10n.t('Nothing is wrong in 1 file.')
      : l10n.t('Nothing is wrong in {count} files.', { count });
  }
  return count === 1
    ? l10n.t('Nothing is wrong in the text of 1 file.')
    : l10n.t('Nothing is wrong in the text of {count} files.', { count });
}

function comparedText({ count, orgs: names }: Coverage['compared'], language: string): string {
  if (count === 0) return '';
  const orgs = new Intl.ListFormat(language).format(names);
  return count === 1
    ? l10n.t('1 Client ID was compared with {orgs}.', { orgs })
    : l10n.t('{count} Client IDs were compared with {orgs}.', { count, orgs });
}

function gapTexts(gaps: Coverage['gaps'], language: string): string[] {
  const order: readonly NotCompared[] = ['signed-out', 'failed', 'unread', 'no-region'];
  return order.filter((why) => gaps[why].count > 0).map((why) => gapText(why, gaps[why], language));
}

function gapText(why: NotCompared, { count, regions: domains }: Gap, language: string): string {
  const args = { count, regions: new Intl.ListFormat(language).format(domains) };
  const isOne = count === 1;
  switch (why) {
    case 'signed-out':
      return isOne
        ? l10n.t('1 Client ID was not compared with an organization: sign in to {regions}.', args)
        : l10n.t('{count} Client IDs were not compared with an organization: sign in to {regions}.', args);
    case 'failed':
      return isOne
        ? l10n.t('1 Client ID was not compared, because the clients of {regions} could not be read.', args)
        : l10n.t(
            '{count} Client IDs were not compared, because the clients of {regions} could not be read.',
            args,
          );
    case 'unread':
      return isOne
        ? l10n.t('1 Client ID is not compared yet: the clients of {regions} are being read.', args)
        : l10n.t('{count} Client IDs are not compared yet: the clients of {regions} are being read.', args);
    case 'no-region':
      return isOne
        ? l10n.t('1 Client ID was not compared, because {regions} is no region.', args)
        : l10n.t(
            '{count} Client IDs were not compared, because they stand under no region: {regions}.',
            args,
          );
  }
}

function atRunTexts({ entries: count, files }: Coverage['atRun']): string[] {
  const entries =
    count === 1
      ? l10n.t('1 entry is known only when its file runs, so it was not checked.')
      : l10n.t('{count} entries are known only when their files run, so they were not checked.', { count });
  const whole =
    files === 1
      ? l10n.t('In 1 file, clientIds or a part of it is known only when it runs.')
      : l10n.t('In {count} files, clientIds or a part of it is known only when they run.', { count: files });
  return [count === 0 ? '' : entries, files === 0 ? '' : whole];
}

function leftAloneText(count: number): string {
  if (count === 0) return '';
  return count === 1
    ? l10n.t('1 file was left alone, because it is too large or cannot be read. The log names it.')
    : l10n.t(
        '{count} files were left alone, because they are too large or cannot be read. The log names them.',
        {
          count,
        },
      );
}

function otherProductsText(count: number): string {
  if (count === 0) return '';
  return count === 1
    ? l10n.t('1 file has no sign of the Embeddable Framework and was left alone.')
    : l10n.t('{count} files have no sign of the Embeddable Framework and were left alone.', { count });
}

/** What stands above `clientIds` in the editor: that not all was compared, and what helps. Undefined where all was. */
export function coverageLens(
  { gaps }: Pick<Coverage, 'gaps'>,
  language: string,
): { readonly title: string; readonly action: 'sign-in' | 'refresh' } | undefined {
  const why = gaps['signed-out'].count > 0 ? 'signed-out' : gaps.failed.count > 0 ? 'failed' : undefined;
  if (why === undefined) return undefined;
  const { count, regions: domains } = gaps[why];
  const args = { count, regions: new Intl.ListFormat(language).format(domains) };
  if (why === 'failed') {
    const title =
      count === 1
        ? l10n.t('1 Client ID not compared: the clients of {regions} could not be read · Try again', args)
        : l10n.t(
            '{count} Client IDs not compared: the clients of {regions} could not be read · Try again',
            args,
          );
    return { title, action: 'refresh' };
  }
  const title =
    count === 1
      ? l10n.t('1 Client ID not compared with an organization · Sign in to {regions}', args)
      : l10n.t('{count} Client IDs not compared with an organization · Sign in to {regions}', args);
  return { title, action: 'sign-in' };
}
