import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';

const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 60 * MINUTE_SECONDS;
const DAY_SECONDS = 24 * HOUR_SECONDS;

/** When the token ends (ISO 8601, or undefined when nobody said so): on the reader's clock, and in how long. */
export function tokenFact(endsAt: string | undefined, language: string): TemplateResult {
  return html`<dt>${l10n.t('Token ends')}</dt>
    <dd>${endsAt === undefined ? l10n.t('not known') : endText(new Date(endsAt), language)}</dd>`;
}

function endText(end: Date, language: string): TemplateResult {
  const clock = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const seconds = (end.getTime() - Date.now()) / 1000;
  return html`${clock.format(end)} <span class="muted">${fromNow(seconds, language)}</span>`;
}

/** Seconds from now in the largest unit of which two or so are left: "in 7 hours", "3 minutes ago". */
function fromNow(seconds: number, language: string): string {
  const say = new Intl.RelativeTimeFormat(language);
  const length = Math.abs(seconds);
  if (length >= 2 * DAY_SECONDS) return say.format(Math.trunc(seconds / DAY_SECONDS), 'day');
  if (length >= 2 * HOUR_SECONDS) return say.format(Math.trunc(seconds / HOUR_SECONDS), 'hour');
  return say.format(Math.trunc(seconds / MINUTE_SECONDS), 'minute');
}
