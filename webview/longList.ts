import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { numberText } from '../src/core/texts/duration.ts';
import type { Page } from './page.ts';

/** Rows to begin with, and rows that come at a time: more at once make typing slow. */
const BATCH = 100;

/** Pixels above the end of what is there at which more comes, so that nobody waits for it. */
const AHEAD = 400;

/**
 * A list of which as much is shown as one has scrolled to, so that thousands of rows are as smooth as a few. `id` tells
 * it from other lists; another search begins with the first rows again.
 */
export function longList(page: Page, id: string, search: string, total: number) {
  const grown = page.looks.grownLists[id];
  const rows = Math.min(grown?.search === search ? grown.rows : BATCH, total);
  const onScroll = ({ currentTarget }: Event) => {
    if (rows === total || !(currentTarget instanceof Element)) return;
    const { scrollHeight, scrollTop, clientHeight } = currentTarget;
    if (scrollHeight - scrollTop - clientHeight > AHEAD) return;
    page.look({ grownLists: { ...page.looks.grownLists, [id]: { search, rows: rows + BATCH } } });
  };
  return { rows, onScroll, more: more(page, total - rows) };
}

/** For another search, whose first rows are the ones to see; where one had scrolled to means nothing there. */
export function scrollToStart(list: string): void {
  document.querySelector(list)?.scrollTo(0, 0);
}

function more({ language }: Page, count: number): TemplateResult | typeof nothing {
  if (count === 0) return nothing;
  const text = l10n.t('{0} more. Scroll or search to find them.', numberText(count, language));
  return html`<p class="hint" role="status">${text}</p>`;
}

/** For the keyboard, past a list whose every row is a stop, on to the way to the next page. Seen when it has the focus. */
export function skipList(): TemplateResult {
  const skip = () => document.getElementById('next')?.focus();
  return html`<button class="link skip" @click=${skip}>${l10n.t('Skip the list')}</button>`;
}
