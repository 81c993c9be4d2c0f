import { moreText } from '../../core/texts/sentences.ts';
import { clockText, endingText, unlookedText } from '../../core/texts/watch.ts';
import { type Ending, isPressing } from '../../core/watch/endings.ts';
import type { Outlook } from '../../core/watch/outlook.ts';
import type { Home } from '../../core/watch/standing.ts';
import type { OrgTime } from './orgTime.ts';

/** More lines than these nobody reads in passing. */
const MOST_LINES = 8;

/** What has ended or ends soon, what could not be looked at, and by whose clock that is, a line each. */
export function outlookLines(
  { endings, unlooked }: Outlook,
  time: Pick<OrgTime, 'aheadOf'>,
  language: string,
): readonly string[] {
  const pressing = endings.filter(isPressing);
  const unknown = endings.filter(({ standing }) => standing === 'unknown');
  return [
    ...upTo(
      MOST_LINES,
      [...pressing, ...unknown].map((each) => endingText(each, language)),
      language,
    ),
    ...upTo(MOST_LINES, unlooked.map(unlookedText), language),
    ...clockLines(pressing, time),
  ];
}

/** By whose clocks these days are counted, where they are not this computer's. */
export function clockLines(endings: readonly Ending[], time: Pick<OrgTime, 'aheadOf'>): readonly string[] {
  const lines = endings.map(homeOf).flatMap((home) => clockText(time.aheadOf(home), home.practice));
  return [...new Set(lines)];
}

function homeOf(ending: Ending): Home {
  return ending.kind === 'token' ? ending : ending.org;
}

function upTo(most: number, lines: readonly string[], language: string): readonly string[] {
  const more = lines.length - most;
  return more > 0 ? [...lines.slice(0, most), moreText(more, language)] : lines;
}
