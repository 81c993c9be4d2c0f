import * as l10n from '@vscode/l10n';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { everyDay } from '../../src/core/clientPage/use.ts';
import { type DayOfUse, USAGE_DAYS } from '../../src/core/platform/lastUse.ts';
import { dayText, numberText } from '../../src/core/texts/duration.ts';
import { notReadNow } from './notRead.ts';
import type { ClientPage } from './page.ts';

/** Of the chart, in the units of its drawing. */
const HEIGHT = 80;
const STEP = 20;
const BAR = 14;

/** How often the client called the API on each of the days that the org answers for. */
export function useView(page: ClientPage): TemplateResult {
  return html`<h2>${l10n.t('Use')} <span class="muted">${l10n.t('requests a day, last {0} days', USAGE_DAYS)}</span></h2>
    ${used(page)}`;
}

function used(page: ClientPage): TemplateResult {
  const { use } = page.state;
  const what = l10n.t('How it is used could not be read.');
  switch (use.kind) {
    case 'untold':
      return html`<p>${l10n.t('The organization does not tell. You may lack the permission to view the usage of clients.')}</p>`;
    case 'reading':
      return html`<p data-live="status">${l10n.t('Asking the organization…')}</p>
        ${former(page, use.former)}`;
    case 'failed':
      return html`${notReadNow(page, 'use', what, use.error)} ${former(page, use.former)}`;
    case 'known':
      return days(page, use.value);
  }
}

function former(page: ClientPage, read: readonly DayOfUse[] | undefined): TemplateResult | typeof nothing {
  return read === undefined ? nothing : days(page, read);
}

function days({ now, language }: ClientPage, read: readonly DayOfUse[]): TemplateResult {
  return read.length === 0
    ? html`<p>${l10n.t('No request in the last {0} days.', USAGE_DAYS)}</p>`
    : chart(everyDay(read, now), language);
}

function chart(days: readonly DayOfUse[], language: string): TemplateResult {
  const total = days.reduce((sum, { requests }) => sum + requests, 0);
  const most = Math.max(...days.map(({ requests }) => requests));
  const last = days.findLast(({ requests }) => requests > 0)?.day ?? '';
  const day = dayText(last, language);
  const summary =
    total === 1
      ? l10n.t('1 request, on {day}', { day })
      : l10n.t('{total} requests, the last on {day}', { total: numberText(total, language), day });
  const bars = days.map(({ requests }, index) => {
    // One that is there is seen, however few they are beside the others.
    const height = requests === 0 ? 0 : Math.max(2, Math.round((requests / most) * HEIGHT));
    return svg`<rect x=${index * STEP + (STEP - BAR) / 2} y=${HEIGHT - height} width=${BAR} height=${height} />`;
  });
  const usedDays = days.filter(({ requests }) => requests > 0);
  return html`<figure class="use">
    <figcaption>${summary}</figcaption>
    <svg viewBox="0 0 ${days.length * STEP} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label=${summary}>
      ${bars}
    </svg>
    <div class="ends muted" aria-hidden="true">
      <span>${dayText(days[0]?.day ?? '', language)}</span><span>${dayText(days.at(-1)?.day ?? '', language)}</span>
    </div>
    <details>
      <summary>${l10n.t('As a table')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">${l10n.t('Day')}</th>
            <th scope="col">${l10n.t('Requests')}</th>
          </tr>
        </thead>
        <tbody>
          ${usedDays.map(({ day, requests }) => html`<tr><td>${dayText(day, language)}</td><td>${numberText(requests, language)}</td></tr>`)}
        </tbody>
      </table>
    </details>
  </figure>`;
}
