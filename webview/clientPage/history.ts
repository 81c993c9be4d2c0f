import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { type HistoryEntry, standingOf } from '../../src/core/clients/history.ts';
import { historyText, standingText } from '../../src/core/texts/history.ts';
import type { ClientPage } from './page.ts';

/** The latest ones are shown at once. */
const MOST_AT_ONCE = 5;

/** What was done to the client from this VS Code, the newest first, and whether it is still so. */
export function historyView(page: ClientPage): TemplateResult {
  const { history } = page.state;
  const earlier = history.slice(MOST_AT_ONCE);
  return html`<h2>${l10n.t('What was done from this VS Code')}</h2>
    ${history.length === 0 ? html`<p>${l10n.t('Nothing was done from this VS Code yet.')}</p>` : rows(page, history.slice(0, MOST_AT_ONCE))}
    ${
      earlier.length === 0
        ? nothing
        : html`<details>
          <summary>${l10n.t('Earlier ({0})', earlier.length)}</summary>
          ${rows(page, earlier)}
        </details>`
    }
    <p class="muted">${l10n.t('What was done elsewhere, such as on the admin page, is not listed here.')}</p>`;
}

function rows(page: ClientPage, entries: readonly HistoryEntry[]): TemplateResult {
  return html`<ul class="plain history">
    ${entries.map((entry) => row(page, entry))}
  </ul>`;
}

function row({ state, language }: ClientPage, entry: HistoryEntry): TemplateResult {
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const now = state.standing === 'gone' ? undefined : state.client;
  const standing =
    state.standing === 'signed-out' ? undefined : standingText(standingOf(entry, state.history, now));
  return html`<li>
    <time datetime=${entry.at}>${moment.format(new Date(entry.at))}</time>
    <span>${historyText(entry)}</span>
    ${standing === undefined ? nothing : html`<span class="muted">${standing}</span>`}
  </li>`;
}
