import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { OAuthScope } from '../../src/core/platform/oauthClients.ts';
import { listed } from '../../src/core/texts/sentences.ts';
import { button, searchField } from '../controls.ts';
import { controlId } from '../findings.ts';
import { foundCount } from '../longList.ts';
import type { Page } from '../page.ts';

/** A path, or the name of an SDK's method. */
const OPERATION = /\/|^(?:get|post|put|patch|delete|head)(?:[A-Z]|_[a-z])/i;
const SEPARATORS = /[\s,;|"'`[\]]+/;

/** Whether a search is for scopes by what they let call. */
function meansOperation(search: string): boolean {
  return OPERATION.test(search.trim());
}

/** What is searched among scopes. */
export type ScopeSearch =
  | { readonly by: 'words'; readonly found: readonly OAuthScope[] }
  /** Several scopes by their names, as they stand in a list. */
  | { readonly by: 'list'; readonly found: readonly OAuthScope[]; readonly unknown: readonly string[] }
  /** What each operation takes, any one of them; `undefined`: it is not known here. */
  | {
      readonly by: 'operation';
      readonly found: readonly OAuthScope[];
      readonly operations: readonly { endpoint: string; scopes: readonly string[] }[] | undefined;
    };

/** Where scopes are searched. */
export function scopeSearchField(page: Pick<Page, 'look' | 'looks' | 'send'>, count: number): TemplateResult {
  return searchField({
    id: controlId('scopes'),
    label: count === 1 ? l10n.t('Search 1 scope') : l10n.t('Search {0} scopes', count),
    value: page.looks.scopeSearch,
    onInput: (scopeSearch) => {
      page.look({ scopeSearch });
      if (meansOperation(scopeSearch)) lookUp(page, scopeSearch, false);
    },
  });
}

function lookUp(page: Pick<Page, 'send'>, search: string, read: boolean): void {
  page.send({ type: 'find-operations', search: search.trim(), read });
}

/** What a search came to, where the scopes that it found do not say it themselves. */
export function searchOutcome(
  page: Pick<Page, 'answer' | 'answers' | 'language' | 'looks' | 'needs' | 'send'>,
  search: ScopeSearch,
): TemplateResult | typeof nothing {
  switch (search.by) {
    case 'words':
      return search.found.length > 0
        ? foundCount(page, page.looks.scopeSearch, search.found.length)
        : html`<p class="hint above" data-live="status">${l10n.t('No scope contains "{0}".', page.looks.scopeSearch)}</p>`;
    case 'list':
      return listOutcome(page, search);
    case 'operation':
      return search.operations === undefined ? notLookedUp(page) : operationsOutcome(page, search.operations);
  }
}

function listOutcome(
  { answer, answers, language }: Pick<Page, 'answer' | 'answers' | 'language'>,
  { found, unknown }: Extract<ScopeSearch, { by: 'list' }>,
): TemplateResult {
  const lacking = found.map(({ id }) => id).filter((id) => !answers.scopes.includes(id));
  const names = listed(unknown, language);
  return html`${unknown.length === 0 ? nothing : html`<p class="hint above" data-live="status">${l10n.t('There is no such scope: {0}.', names)}</p>`}
    ${
      lacking.length === 0
        ? nothing
        : html`<p class="actions above">
            ${button({
              label: l10n.t('Choose all that were found'),
              onClick: () => answer({ scopes: [...answers.scopes, ...lacking] }),
            })}
          </p>`
    }`;
}

/** Nobody has read yet which scopes an operation takes, or the answer is on its way. */
function notLookedUp(page: Pick<Page, 'looks' | 'needs' | 'send'>): TemplateResult | typeof nothing {
  const { scopeSearch: search, operationsFound } = page.looks;
  if (operationsFound?.search !== search.trim() || page.needs.description.kind === 'reading') return nothing;
  return html`<p class="hint above">
    ${l10n.t('Which scopes an endpoint takes, the API of your region says itself.')}
    <button class="link" @click=${() => lookUp(page, search, true)}>${l10n.t('Look it up')}</button>
  </p>`;
}

function operationsOutcome(
  { language, looks }: Pick<Page, 'language' | 'looks'>,
  operations: readonly { endpoint: string; scopes: readonly string[] }[],
): TemplateResult {
  if (operations.length === 0)
    return html`<p class="hint above" data-live="status">${l10n.t('No operation is known as "{0}".', looks.scopeSearch)}</p>`;
  const disjunction = new Intl.ListFormat(language, { type: 'disjunction' });
  return html`${operations.map(
    ({ endpoint, scopes }) => html`<p class="hint above" data-live="status">
      ${scopes.length === 0 ? l10n.t('{0} asks for no scope.', endpoint) : l10n.t('{0} takes {1}.', endpoint, disjunction.format(scopes))}
    </p>`,
  )}`;
}

/** The scopes that a search finds: by words in any order, by their names, or by an endpoint or a method of an SDK. */
export function searchScopes({ looks }: Pick<Page, 'looks'>, all: readonly OAuthScope[]): ScopeSearch {
  const search = looks.scopeSearch.trim();
  if (meansOperation(search)) return byOperation(looks.operationsFound, search, all);
  const words = search.split(SEPARATORS).filter((word) => word !== '');
  const ids = new Set(all.map(({ id }) => id));
  const named = words.filter((word) => ids.has(word));
  // One name may be a search like any other word. What has a colon is meant as a name, even where nobody knows it.
  const isList =
    words.length > 1 && named.length > 0 && words.every((word) => ids.has(word) || word.includes(':'));
  if (isList) {
    const unknown = words.filter((word) => !ids.has(word));
    return { by: 'list', found: all.filter(({ id }) => named.includes(id)), unknown };
  }
  const wanted = words.map((word) => word.toLowerCase());
  return {
    by: 'words',
    found: all.filter(({ id, description }) => {
      const text = `${id} ${description ?? ''}`.toLowerCase();
      return wanted.every((word) => text.includes(word));
    }),
  };
}

function byOperation(
  answer: Page['looks']['operationsFound'],
  search: string,
  all: readonly OAuthScope[],
): ScopeSearch {
  if (answer?.search !== search || answer.found.kind !== 'known')
    return { by: 'operation', found: [], operations: undefined };
  const { first: operations } = answer.found.operations;
  const taken = new Set(operations.flatMap(({ scopes }) => scopes));
  return { by: 'operation', found: all.filter(({ id }) => taken.has(id)), operations };
}
