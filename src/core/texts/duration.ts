import * as l10n from '@vscode/l10n';
import { splitDuration } from '../procedures/duration.ts';

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

/** A number with the separators of its reader. */
export function numberText(value: number, language: string): string {
  return new Intl.NumberFormat(language).format(value);
}
