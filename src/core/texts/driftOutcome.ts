import * as l10n from '@vscode/l10n';
import type { Comparisons, NotCompared } from '../drift/comparison.ts';
import { durationText } from './duration.ts';
import { adviceOn } from './platformErrors.ts';
import { placeOf } from './regions.ts';
import { inOneText, listed } from './sentences.ts';

/** What was not compared, and why; in sentences. */
export function notComparedText({ of, why }: NotCompared): string {
  const place = notComparedOf({ of });
  return why.kind === 'not-judged'
    ? `${place}: ${whyNotCompared({ of, why })}`
    : inOneText([l10n.t('{0}: not compared.', place), whyNotCompared({ of, why })]);
}

/** What was not compared: a place in a file, or a client. */
export function notComparedOf({ of }: Pick<NotCompared, 'of'>): string {
  switch (of.kind) {
    case 'file':
      return of.line === undefined ? of.path : l10n.t('{0}, line {1}', of.path, of.line);
    case 'written':
      return of.name;
  }
}

/** Why it was not compared; in sentences. */
export function whyNotCompared({ of, why }: NotCompared): string {
  switch (why.kind) {
    case 'signed-out':
      return of.region === undefined
        ? l10n.t('Nobody is signed in to its organization.')
        : l10n.t('Nobody is signed in to its organization in {0}.', placeOf(of.region));
    case 'unread':
      return inOneText([l10n.t('{org} could not be read.', { org: why.orgName }), adviceOn(why.error).why]);
    case 'at-run':
      return l10n.t('Only a run of the file tells which client it uses.');
    case 'no-client-id':
      return l10n.t('It names no client.');
    case 'no-region':
      return l10n.t('It stands under no region.');
    case 'unreadable':
      return l10n.t('It could not be read: {0}', why.reason);
    case 'not-judged':
      return why.count === 1
        ? l10n.t('1 more entry was not compared: there are too many.')
        : l10n.t('{0} more entries were not compared: there are too many.', why.count);
  }
}

/** Whether it is an entry without a Client ID: of these there may be many, and each says the same. */
export function namesNoClient({ why }: NotCompared): boolean {
  return why.kind === 'no-client-id';
}

/** How many of them there are; a sentence. */
export function namelessText(count: number): string {
  return count === 1 ? l10n.t('1 entry names no client.') : l10n.t('{0} entries name no client.', count);
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
  const nameless = notCompared.filter(namesNoClient).length;
  const others = notCompared.filter((each) => !namesNoClient(each));
  return inOneText([
    nothing,
    ...others.slice(0, MOST_TOLD).map(notComparedText),
    moreNotCompared(others),
    nameless === 0 ? '' : namelessText(nameless),
  ]);
}

/** In one message no more are read. */
const MOST_TOLD = 3;

function moreNotCompared(all: readonly NotCompared[]): string {
  const more = all.length - MOST_TOLD;
  if (more <= 0) return '';
  return more === 1 ? l10n.t('1 more was not compared.') : l10n.t('{0} more were not compared.', more);
}

/** A look that was cancelled has read these orgs, by name; a next one goes on from there for so many minutes. */
export function keptAfterCancelText(read: readonly string[], minutes: number, language: string): string {
  return l10n.t(
    'Not everything was compared. What was read of {orgs} stays for {time}: a comparison within that goes on from there.',
    { orgs: listed(read, language), time: durationText(minutes * 60) },
  );
}
