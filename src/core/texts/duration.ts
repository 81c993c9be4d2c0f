import * as l10n from '@vscode/l10n';
import { splitDuration } from '../procedures/duration.ts';
import { rememberingAll } from '../remembered.ts';

/** Seconds as people say them: "18 hours", "1 day 30 minutes". */
export function durationText(totalSeconds: number): string {
  const { days, hours, minutes, seconds } = splitDuration(totalSeconds);
  const parts = [
    days === 1 ? l10n.t('1 day') : days > 0 ? l10n.t('{0} days', days) : '',
    hours === 1 ? l10n.t('1 hour') : hours > 0 ? l10n.t('{0} hours', hours) : '',
    minutes === 1 ? l10n.t('1 minute') : minutes > 0 ? l10n.t('{0} minutes', minutes) : '',
    seconds === 1 ? l10n.t('1 second') : seconds > 0 ? l10n.t('{0} seconds', seconds) : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** `YYYY-MM` as people say it in their language: "March 2027". */
export function monthText(month: string, language: string): string {
  return monthsIn(language).format(new Date(`${month}-01T00:00:00Z`));
}

const monthsIn = rememberingAll(
  (language) => new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' }),
);

const UNITS = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3600 },
  { unit: 'minute', seconds: 60 },
] as const;

/** How long ago something was changed (at `moment`, ISO 8601), as people say it: "changed 2 hours ago". */
export function changedAgoText(moment: string, now: Date, language: string): string {
  const past = (now.getTime() - Date.parse(moment)) / 1000;
  const largest = UNITS.find(({ seconds }) => past >= seconds);
  if (largest === undefined) return l10n.t('changed just now');
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  return l10n.t('changed {0}', format.format(-Math.floor(past / largest.seconds), largest.unit));
}

/** To make one takes longer than to use it ten thousand times. */
const daysIn = rememberingAll(
  (language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }),
);

/** A day, or that of a moment where the reader is (ISO 8601), as people write it. */
export function dayText(dayOrMoment: string, language: string): string {
  return daysIn(language).format(isDay(dayOrMoment) ? new Date(dayOrMoment) : dayHere(new Date(dayOrMoment)));
}

/** A day without a moment is the same one everywhere. */
function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}

/** A moment (ISO 8601) where the reader is, as people write it in a line. */
export function momentText(moment: string, language: string): string {
  return inOwnTime('medium', moment, language);
}

/** The same as people write it in a text that is read at leisure. */
export function longMomentText(moment: string, language: string): string {
  return inOwnTime('long', moment, language);
}

/** Nothing of it is kept: whoever travels is in another time zone, and their VS Code goes on. */
function inOwnTime(dateStyle: 'medium' | 'long', moment: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle, timeStyle: 'short' }).format(new Date(moment));
}

/** A number with the separators of its reader. */
export function numberText(value: number, language: string): string {
  return numbersIn(language).format(value);
}

const fromTodayIn = rememberingAll((language) => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }));
const numbersIn = rememberingAll((language) => new Intl.NumberFormat(language));

/** A moment by its day, as it is said from today: "in 12 days", "yesterday". */
export function fromTodayText(moment: Date, now: Date, language: string): string {
  return fromDayText(dayHere(moment), dayHere(now), language);
}

/** The same of a day (ISO 8601) as the org has it, whose days are those of UTC. */
export function dayFromTodayText(day: string, now: Date, language: string): string {
  return fromDayText(new Date(day), now, language);
}

function fromDayText(day: Date, today: Date, language: string): string {
  const days = Math.floor(day.getTime() / DAY) - Math.floor(today.getTime() / DAY);
  return fromTodayIn(language).format(days, 'day');
}

const DAY = 86_400_000;

/** The day of a moment where the reader is, as one of UTC: what ends in twenty hours may still end today. */
function dayHere(moment: Date): Date {
  return new Date(Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate()));
}
