import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { calendarText } from '../texts/watchCalendar.ts';
import type { CalendarToken, TokenEnding } from './endings.ts';
import { secondsOfWarning } from './standing.ts';

const DAY_SECONDS = 86_400;

/** Alarms sound in the morning, and not at midnight, when a whole day begins. */
const ALARM_HOUR = 9;

/**
 * A calendar file (iCalendar, RFC 5545) with an event for each token, on the day on which it ends where the reader is, and
 * with what is to be done then; no secret is in it. A whole day has no time zone, and is the same one in the status bar,
 * the tree and here; the text has the moment. An event keeps its UID and gets a higher SEQUENCE with each file, so that a
 * second import takes the place of the first. `events` is how many there are.
 */
export function calendarFile(
  tokens: readonly CalendarToken[],
  language: string,
): { readonly text: string; readonly events: number } {
  const calendar = ical({
    prodId: '//genesys-oauth-wizard//endings//EN',
    method: ICalCalendarMethod.PUBLISH,
  });
  const all = withUids(tokens);
  for (const { token, uid } of all) {
    const { ending } = token;
    const { now } = ending.reckoning;
    const { summary, description } = calendarText(token, language);
    const event = calendar.createEvent({
      id: uid,
      sequence: sequenceAt(now),
      stamp: now,
      ...{
        start: dayOf(new Date(ending.endsAt)),
        allDay: true,
        transparency: ICalEventTransparency.TRANSPARENT,
      },
      summary: inCalendar(summary),
      description: inCalendar(description),
    });
    for (const days of daysOfAlarms(ending))
      event.createAlarm({
        type: ICalAlarmType.display,
        trigger: days * DAY_SECONDS - ALARM_HOUR * 3600,
        description: inCalendar(summary),
      });
  }
  return { text: `${calendar.toString()}\r\n`, events: all.length };
}

/**
 * A connection has one UID, whichever file names it. Where files disagree on when its token ends, each end is an event of
 * its own, because nobody here knows which one is right; the first file has the UID that there is without the others.
 */
function withUids(tokens: readonly CalendarToken[]): readonly { token: CalendarToken; uid: string }[] {
  const ends = new Map<string, Set<string>>();
  const byFile = tokens.toSorted(({ ending: { at: one } }, { ending: { at: other } }) =>
    one.path === other.path ? one.line - other.line : one.path < other.path ? -1 : 1,
  );
  return byFile.flatMap((token) => {
    const { endsAt } = token.ending;
    const name = nameOf(token.ending);
    const known = ends.get(name) ?? new Set();
    ends.set(name, known);
    if (known.has(endsAt)) return [];
    known.add(endsAt);
    const number = known.size === 1 ? '' : `.${known.size}`;
    return [{ token, uid: `scim-token.${name}${number}@genesys-oauth-wizard` }];
  });
}

function nameOf({ clientId, region, provider, practice }: TokenEnding): string {
  return [clientId, region, provider, ...(practice ? ['practice'] : [])].map(asUid).join('.');
}

/** Names of files may be anything: what a UID cannot hold stands there as its code. */
function asUid(text: string): string {
  return [...text.slice(0, 100)]
    .map((character) =>
      /^[\w-]$/.test(character) ? character : `.${character.codePointAt(0)?.toString(16)}.`,
    )
    .join('');
}

/** Higher with each file: seconds since the year in which the first one was written. */
function sequenceAt(now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - Date.UTC(2026, 0, 1)) / 1000));
}

/** The day of a moment where the reader is. */
function dayOf(moment: Date): Date {
  return new Date(Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate()));
}

/** When it begins to end soon, and the day before; of what lives shorter than that, on its last day. */
function daysOfAlarms({ lifeSeconds, reckoning, standing }: TokenEnding): readonly number[] {
  if (standing === 'expired') return [];
  const soon = Math.floor(secondsOfWarning(lifeSeconds, reckoning.soonDays) / DAY_SECONDS);
  return soon > 1 ? [soon, 1] : [soon];
}

/** What no calendar can hold is left out: control characters but the line break (RFC 5545, 3.3.11). */
function inCalendar(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: such characters are what is taken out
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ');
}
