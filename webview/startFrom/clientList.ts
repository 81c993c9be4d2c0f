import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { OAuthClient } from '../../src/core/platform/oauthClients.ts';
import type { Org } from '../../src/core/procedures/context.ts';
import { unfitFor } from '../../src/core/procedures/startFrom/adopt.ts';
import { startFrom } from '../../src/core/procedures/startFrom/clientSettings.ts';
import { anyGrantTypeName } from '../../src/core/texts/clientFields.ts';
import { clientName } from '../../src/core/texts/clientName.ts';
import { durationText, numberText } from '../../src/core/texts/duration.ts';
import { nameOfCopy, unfitText } from '../../src/core/texts/startFrom.ts';
import { unreadable } from '../access/beingRead.ts';
import { searchField } from '../controls.ts';
import { focusField } from '../focus.ts';
import type { Listing } from '../listings.ts';
import { longList, scrollToStart } from '../longList.ts';
import type { Page } from '../page.ts';

const SEARCH = 'start-from-source';
/** At a client that is used, the way to another one. */
export const CHOOSE_ANOTHER = 'choose-another';

/** The clients of the org to use as they are or to copy, found as one types, those that fit first. */
export function clientList(page: Page, { clients, name }: Org, what: 'use' | 'copy'): TemplateResult {
  if (clients.kind === 'unknown')
    return unreadable(page, l10n.t('The OAuth clients could not be read.'), clients.error);
  if (clients.value.total === 0)
    return html`<p class="hint">${l10n.t('There is no OAuth client in {0} yet.', name)}</p>`;
  const { clientSearch } = page.looks;
  const id = `clients-to-${what}` as const;
  const { found, isBusy, onScroll, more } = longList(page, id, id, clientSearch);
  return html`<div @keydown=${(event: KeyboardEvent) => moveByKeys(page, event)}>
    <p class="hint above">${what === 'use' ? useText(page) : copyText()}</p>
    <div class="tools">
      ${searchField({
        id: SEARCH,
        label:
          clients.value.total === 1
            ? l10n.t('Search 1 client')
            : l10n.t('Search {0} clients', numberText(clients.value.total, page.language)),
        value: clientSearch,
        onInput: (search) => {
          page.look({ clientSearch: search });
          scrollToStart('.clients');
        },
      })}
    </div>
    <div class="clients" tabindex="0" role="group" aria-label=${l10n.t('OAuth clients')} aria-busy=${isBusy} @scroll=${onScroll}>
      ${found?.of === 'clients' ? rowsOf(page, found, what) : nothing}
    </div>
    ${more}
  </div>`;
}

/** As in a list: arrows, Home and End go from row to row and back into the search, and Escape closes it. */
function moveByKeys(page: Pick<Page, 'look' | 'looks'>, event: KeyboardEvent): void {
  const { key, currentTarget, target, isComposing } = event;
  if (isComposing || !(currentTarget instanceof HTMLElement) || !(target instanceof HTMLElement)) return;
  if (key === 'Escape') {
    event.preventDefault();
    close(page);
    return;
  }
  const rows = [...currentTarget.querySelectorAll<HTMLElement>('.clients li button')];
  const place = rows.indexOf(target);
  const to = rowFor(key, place, rows.length);
  if (to === undefined) return;
  event.preventDefault();
  if (to < 0) focusField(SEARCH);
  else rows[to]?.focus();
}

/** Where a key leads from a row, of which -1 is the search above; undefined where it leads nowhere. */
function rowFor(key: string, place: number, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return Math.min(place + 1, count - 1);
    case 'ArrowUp':
      return place < 0 ? undefined : place - 1;
    // In the search these are for what is typed there.
    case 'Home':
      return place < 0 ? undefined : 0;
    case 'End':
      return place < 0 ? undefined : count - 1;
    default:
      return undefined;
  }
}

/** Back to what opened it: one of the ways to begin, or the button of a client that is used. */
function close({ look, looks: { startsFrom } }: Pick<Page, 'look' | 'looks'>): void {
  look({ startsFrom: undefined, clientSearch: '' });
  const chip = `start-from-${startsFrom}`;
  focusField(document.getElementById(chip) === null ? CHOOSE_ANOTHER : chip);
}

function rowsOf(
  page: Pick<Page, 'answer' | 'memory' | 'procedure' | 'replace'>,
  found: Extract<Listing, { of: 'clients' }>,
  what: 'use' | 'copy',
): TemplateResult {
  const fitting = found.rows.slice(0, found.choosable);
  const others = found.rows.slice(found.choosable);
  return html`${fitting.length === 0 ? nothing : html`<ul>${fitting.map((client) => row(page, client, what))}</ul>`}
    ${others.length === 0 ? nothing : otherRows(page, others, what)}
    ${found.matching === 0 ? html`<p class="apart" data-live="status">${l10n.t('No client contains "{0}".', found.search)}</p>` : nothing}`;
}

function useText({ procedure }: Pick<Page, 'procedure'>): string {
  return procedure === 'scim'
    ? l10n.t('No client is created. The ID of the one that you choose goes into the SCIM config file.')
    : l10n.t('No client is created. The ID of the one that you choose goes into framework.js.');
}

function copyText(): string {
  return l10n.t('A new client with the same settings. You can change each of them before you save.');
}

/** What cannot be used can still be copied, as far as its settings apply. */
function otherRows(
  page: Pick<Page, 'answer' | 'memory' | 'procedure' | 'replace'>,
  others: readonly OAuthClient[],
  what: 'use' | 'copy',
): TemplateResult {
  if (what === 'copy')
    return html`<p class="apart">${l10n.t('Of another kind: not all of it can be copied')}</p>
      <ul>${others.map((client) => row(page, client, what))}</ul>`;
  return html`<p class="apart">${l10n.t('Cannot be used here')}</p>
    <ul>${others.map((client) => html`<li class="other">${about(client, reason(page, client))}</li>`)}</ul>`;
}

function row(
  page: Pick<Page, 'answer' | 'memory' | 'procedure' | 'replace'>,
  client: OAuthClient,
  what: 'use' | 'copy',
): TemplateResult {
  const choose = () => (what === 'use' ? use(page, client) : copy(page, client));
  return html`<li><button @click=${choose}>${about(client)}</button></li>`;
}

function about(client: OAuthClient, why?: string): TemplateResult {
  const { authorizedGrantType, accessTokenValiditySeconds } = client;
  const facts = [
    ...(authorizedGrantType === undefined ? [] : [anyGrantTypeName(authorizedGrantType)]),
    ...(why !== undefined || !accessTokenValiditySeconds ? [] : [durationText(accessTokenValiditySeconds)]),
    ...(why === undefined ? [] : [why]),
  ];
  return html`<span class="name">${clientName(client)}</span> <span class="muted">${facts.join(' · ')}</span>`;
}

function reason({ procedure }: Pick<Page, 'procedure'>, client: OAuthClient): string | undefined {
  const unfit = unfitFor(procedure, client);
  return unfit === undefined ? undefined : unfitText(unfit, procedure);
}

function use(page: Pick<Page, 'answer'>, { id }: OAuthClient): void {
  page.answer({ adopts: id }, { startsFrom: undefined, startedFrom: undefined });
  focusField('adopted');
}

function copy(page: Pick<Page, 'memory' | 'procedure' | 'replace'>, client: OAuthClient): void {
  const { draft: before } = page.memory;
  const settings = { ...client, name: nameOfCopy(client.name) };
  const { draft, notTaken } = startFrom(page.procedure, settings, before);
  page.replace(draft, {
    startsFrom: undefined,
    startedFrom: { name: client.name, notTaken, droppedSecret: false, before },
  });
  focusField('started-from');
}
