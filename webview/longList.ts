import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { numberText } from '../src/core/texts/duration.ts';
import { type ListQuery, ROWS_AT_A_TIME } from '../src/core/wizard/lists.ts';
import type { Page } from './page.ts';

/** Pixels above the end of what is there at which more comes, so that nobody waits for it. */
const AHEAD = 400;

/**
 * A list of the org of which as much is shown as one has scrolled to, so that thousands of rows are as smooth as a few.
 * `id` tells it from other lists; another search begins with the first rows again. `found` is undefined while nothing of
 * it is here.
 */
export function longList(page: Page, id: string, list: ListQuery['list'], search: string) {
  const grown = page.looks.grownLists[id];
  const count = grown?.search === search ? grown.rows : ROWS_AT_A_TIME;
  const found = page.rows(id, { procedure: page.procedure, list, search, language: page.language }, count);
  const here = found?.rows.length ?? 0;
  const left = (found?.matching ?? 0) - here;
  const onScroll = ({ currentTarget }: Event) => {
    if (left === 0 || !(currentTarget instanceof Element)) return;
    const { scrollHeight, scrollTop, clientHeight } = currentTarget;
    if (scrollHeight - scrollTop - clientHeight > AHEAD) return;
    const rows = here + ROWS_AT_A_TIME;
    page.look({ grownLists: { ...page.looks.grownLists, [id]: { search, rows } } });
  };
  // What is there may still be that of the search before.
  const isBusy = found?.search !== search;
  return {
    found,
    isBusy,
    onScroll,
    more: html`${foundCount(page, search, found?.matching ?? 0)} ${more(page, left)}`,
  };
}

/** For another search, whose first rows are the ones to see; where one had scrolled to means nothing there. */
export function scrollToStart(list: string): void {
  document.querySelector(list)?.scrollTo(0, 0);
}

/** How many a search has found, for those who do not see that the list is shorter. None is said in its own words. */
export function foundCount(
  { language }: Pick<Page, 'language'>,
  search: string,
  count: number,
): TemplateResult | typeof nothing {
  if (search.trim() === '' || count === 0) return nothing;
  const text = l10n.t('Found: {0}', numberText(count, language));
  return html`<p class="visually-hidden" data-live="status">${text}</p>`;
}

function more({ language }: Pick<Page, 'language'>, count: number): TemplateResult | typeof nothing {
  if (count === 0) return nothing;
  const text = l10n.t('{0} more. Scroll or search to find them.', numberText(count, language));
  return html`<p class="hint">${text}</p>`;
}

/** For the keyboard, past a list whose every row is a stop, on to the way to the next page. Seen when it has the focus. */
export function skipList(): TemplateResult {
  const skip = () => document.getElementById('next')?.focus();
  return html`<button class="link skip" @click=${skip}>${l10n.t('Skip the list')}</button>`;
}
