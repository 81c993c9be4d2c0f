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
 * second import takes the place of the first.
 */
export function calendarFile(tokens: readonly CalendarToken[], now: Date, language: string): string {
  const calendar = ical({
    prodId: '//genesys-oauth-wizard//endings//EN',
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const token of tokens) {
    const { ending } = token;
    const { summary, description } = calendarText(token, language);
    const event = calendar.createEvent({
      id: uidOf(ending),
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
  return `${calendar.toString()}\r\n`;
}

/** Tokens of one connection have one UID, whichever file names it. */
function uidOf({ clientId, region, provider, practice }: TokenEnding): string {
  const name = [clientId, region, provider, ...(practice ? ['practice'] : [])].map(asUid).join('.');
  return `scim-token.${name}@genesys-oauth-wizard`;
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
