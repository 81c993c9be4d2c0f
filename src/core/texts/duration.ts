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
  return new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}

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

/** A day as an org counts them (ISO 8601), as people write it. */
export function dayText(day: string, language: string): string {
  return daysIn(language).format(new Date(day));
}

/** The day of a moment (ISO 8601) where the reader is, as people write it. */
export function momentDayText(moment: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(new Date(moment));
}

/** A number with the separators of its reader. */
export function numberText(value: number, language: string): string {
  return new Intl.NumberFormat(language).format(value);
}

/** A moment by its day, as it is said from today: "in 12 days", "yesterday". */
export function fromTodayText(moment: Date, now: Date, language: string): string {
  const days = calendarDay(moment) - calendarDay(now);
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day');
}

/** A day as an org counts them (ISO 8601), as it is said from that of today: "yesterday". */
export function dayFromTodayText(day: string, now: Date, language: string): string {
  const days = orgDay(new Date(day)) - orgDay(now);
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day');
}

function orgDay(moment: Date): number {
  return Math.floor(moment.getTime() / 86_400_000);
}

/** The day of a moment where the reader is, counted from any one: what ends in twenty hours may still end today. */
function calendarDay(moment: Date): number {
  return Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate()) / 86_400_000;
}
