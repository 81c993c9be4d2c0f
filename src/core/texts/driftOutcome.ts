import * as l10n from '@vscode/l10n';
import type { Comparisons, NotCompared } from '../drift/comparison.ts';
import { durationText } from './duration.ts';
import { adviceOn } from './platformErrors.ts';
import { placeOf } from './regions.ts';
import { inOneText, listed } from './sentences.ts';

/** What was not compared, and why; a sentence. */
export function notComparedText({ of, why }: NotCompared): string {
  return inOneText([`${placeText(of)}: ${whyNotComparedText(why, of)}`]);
}

function placeText(of: NotCompared['of']): string {
  switch (of.kind) {
    case 'file':
      return of.line === undefined ? of.path : l10n.t('{0}, line {1}', of.path, of.line);
    case 'written':
      return of.name;
  }
}

function whyNotComparedText(why: NotCompared['why'], of: NotCompared['of']): string {
  switch (why.kind) {
    case 'signed-out':
      return 'region' in of && of.region !== undefined
        ? l10n.t('not compared, because nobody is signed in to its organization in {0}.', placeOf(of.region))
        : l10n.t('not compared, because nobody is signed in to its organization.');
    case 'unread':
      return l10n.t('not compared, because {org} could not be read. {why}', {
        org: why.orgName,
        why: adviceOn(why.error).why,
      });
    case 'at-run':
      return l10n.t('not compared, because only a run of the file tells which client it uses.');
    case 'no-client-id':
      return l10n.t('not compared, because it names no client.');
    case 'no-region':
      return l10n.t('not compared, because it stands under no region.');
    case 'unreadable':
      return l10n.t('not compared, because it could not be read: {0}', why.reason);
    case 'not-judged':
      return l10n.t('{0} more entries were not compared: there are too many.', why.count);
  }
}

/** What the whole look has come to, where nothing differs. */
export function nothingDiffersText({ compared, notCompared }: Comparisons, language: string): string {
  const orgs = listed([...new Set(compared.map(({ org }) => org.orgName))], language);
  const nothing =
    compared.length === 0
      ? l10n.t('Nothing was compared.')
      : compared.length === 1
        ? l10n.t('Nothing differs: 1 thing was compared with {0}.', orgs)
        : l10n.t('Nothing differs: {0} things were compared with {1}.', compared.length, orgs);
  return inOneText([
    nothing,
    ...notCompared.slice(0, MOST_TOLD).map(notComparedText),
    moreNotCompared(notCompared),
  ]);
}

/** In one message no more are read. */
const MOST_TOLD = 3;

function moreNotCompared(all: readonly NotCompared[]): string {
  const more = all.length - MOST_TOLD;
  return more > 0 ? l10n.t('{0} more were not compared.', more) : '';
}

/** A look that was cancelled has read these orgs, by name; a next one goes on from there for so many minutes. */
export function keptAfterCancelText(read: readonly string[], minutes: number, language: string): string {
  return l10n.t(
    'Not everything was compared. What was read of {orgs} stays for {time}: a comparison within that goes on from there.',
    { orgs: listed(read, language), time: durationText(minutes * 60) },
  );
}
